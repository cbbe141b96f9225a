package io.flatback.store;

import io.flatback.signal.Placement;
import java.time.Instant;

/**
 * One connection of one sensor, from opening its link to losing it.
 *
 * @param placement where the sensor was worn then
 * @param run names the run of the program; streams of one run share its monotonic clock
 * @param startedAt wall clock at {@code originNanos}
 * @param originNanos the host's monotonic clock when the stream started
 */
public record RawStream(
    String id,
    String sensorId,
    String driver,
    Placement placement,
    String run,
    Instant startedAt,
    long originNanos) {}

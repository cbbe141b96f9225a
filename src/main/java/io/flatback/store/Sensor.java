package io.flatback.store;

import io.flatback.signal.Placement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sensor that was ever connected or configured.
 *
 * @param uri its address as the user writes it, e.g. {@code serial:/dev/ttyUSB0?baud=115200}; unique
 * @param driver name of the decoder, e.g. {@code flatback}
 * @param uid what the device calls itself; null until it has said so
 * @param athleteId who wears it when its platform does not say; null for nobody
 * @param platformId the place it belongs to; null for none
 * @param calibration of this device; null where there is none
 */
public record Sensor(
    String id,
    String uri,
    Placement placement,
    String driver,
    @Nullable String uid,
    Instant createdAt,
    @Nullable String athleteId,
    @Nullable String platformId,
    @Nullable DeviceCalibration calibration) {}

package io.flatback.sim;

import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalCursor;
import io.flatback.signal.SignalEvent;
import io.flatback.wire.Counts;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Says what a reference sensor on the back would have sent: readings in SI units become counts of the scale
 * in its HELLO, a few to a frame, and a gap becomes a jump of the sample index. Pulled frame by frame; no
 * clock and no link of its own, so that it feeds a {@link SimLink} and a pseudo-terminal alike.
 */
public final class ReferenceSensor {
  /** Twenty frames a second at 100 Hz. */
  public static final int READINGS_PER_FRAME = 5;

  /** A reading further from its even place in the frame than this share of a period begins a new frame. */
  private static final double MOST_UNEVEN = 0.25;

  private static final long LONGEST_PERIOD_MICROS = 0xFFFF;
  private static final double NANO_G_PER_MPS2 = 1e9 / Sample.STANDARD_GRAVITY_MPS2;
  private static final long U32 = 0xFFFF_FFFFL;

  private final Hello hello;
  private final SignalCursor cursor;
  private final Placement placement;

  private long deviceMicrosAtZero;
  private long nextIndex;
  private final long[] times = new long[READINGS_PER_FRAME];
  private final short[] counts = new short[READINGS_PER_FRAME * Counts.AXES];
  private int held;
  private int flags;
  /** Set while the reading that the cursor stands on has not been taken yet. */
  private boolean waiting;
  private long lastNanos;

  /** @param placement whose readings are sent; those of another sensor in the same record are passed over */
  public ReferenceSensor(Hello hello, SignalCursor cursor, Placement placement) {
    this.hello = hello;
    this.cursor = cursor;
    this.placement = placement;
  }

  /** Scales of an LSM6DS3TR-C at ±8 g and ±1000 °/s: wide enough for a bar that is set down hard. */
  public static Hello defaultHello(double rateHz) {
    return hello(rateHz, "F1A7BAC000000001");
  }

  /** @param uid of one among several */
  public static Hello hello(double rateHz, String uid) {
    return new Hello(
        Hello.MAJOR, 0, 1, uid, 254, 0, (int) Math.round(rateHz * 100), 244_000, 35_000, 0, Hello.VIBRATION,
        new Hello.Firmware(0, 1, 0), "flatback sim");
  }

  public Hello hello() {
    return hello;
  }

  /** Device time that belongs to time 0 of the cursor; anywhere within its 32 bits. */
  public void setDeviceMicrosAtZero(long micros) {
    deviceMicrosAtZero = micros;
  }

  /**
   * Collects the next frame.
   *
   * @return null when the cursor has no more
   */
  public @Nullable Imu6 next() throws IOException {
    while (waiting || cursor.next()) {
      waiting = false;
      if (cursor.placement() == placement && !take(cursor.event())) {
        waiting = true;
        return frame();
      }
      if (held == READINGS_PER_FRAME) {
        return frame();
      }
    }
    return held > 0 ? frame() : null;
  }

  /** Time of the last reading in the latest frame, on the cursor's time line. */
  public long lastNanos() {
    return lastNanos;
  }

  /** @return false when the event can't be part of the frame that has begun */
  private boolean take(SignalEvent event) {
    return switch (event) {
      case Gap gap -> skip(gap);
      case Sample sample -> add(sample);
    };
  }

  private boolean skip(Gap gap) {
    if (held > 0) {
      return false;
    }
    nextIndex += gap.missingSamples() > 0 ? gap.missingSamples() : Math.round(gap.durationSeconds() * hello.rateHz());
    return true;
  }

  private boolean add(Sample sample) {
    if (held > 0 && !fits(sample.timeNanos())) {
      return false;
    }
    if (!sample.hasGyro()) {
      throw new IllegalArgumentException(
          "reading without gyroscope at " + sample.timeNanos() + " ns, the reference sensor has one: use replay");
    }
    times[held] = sample.timeNanos();
    double acc = NANO_G_PER_MPS2 / hello.accelLsbNanoG();
    double gyro = 1e6 / Math.toRadians(1) / hello.gyroLsbMicroDps();
    int at = held * Counts.AXES;
    counts[at] = quantised(sample.accXMps2() * acc);
    counts[at + 1] = quantised(sample.accYMps2() * acc);
    counts[at + 2] = quantised(sample.accZMps2() * acc);
    counts[at + 3] = quantised(sample.gyroXRadPerSec() * gyro);
    counts[at + 4] = quantised(sample.gyroYRadPerSec() * gyro);
    counts[at + 5] = quantised(sample.gyroZRadPerSec() * gyro);
    flags |= sample.clipped() ? Imu6.CLIPPED : 0;
    held++;
    return true;
  }

  private boolean fits(long timeNanos) {
    long firstPeriodNanos = held > 1 ? times[1] - times[0] : timeNanos - times[0];
    double unevenNanos = Math.abs((double) timeNanos - times[0] - held * firstPeriodNanos);
    return firstPeriodNanos / 1000 <= LONGEST_PERIOD_MICROS && unevenNanos <= MOST_UNEVEN * firstPeriodNanos;
  }

  private short quantised(double count) {
    long rounded = Math.round(count);
    if (rounded > Short.MAX_VALUE || rounded < Short.MIN_VALUE) {
      flags |= Imu6.CLIPPED;
    }
    return (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private Imu6 frame() {
    long spanMicros = (times[held - 1] - times[0]) / 1000;
    int periodMicros = held > 1 ? (int) Math.max(1, Math.round((double) spanMicros / (held - 1))) : 0;
    Imu6 frame = new Imu6(
        flags,
        nextIndex & U32,
        (deviceMicrosAtZero + times[0] / 1000) & U32,
        periodMicros,
        hello.bootId(),
        new Counts(Arrays.copyOf(counts, held * Counts.AXES)));
    lastNanos = times[held - 1];
    nextIndex += held;
    held = 0;
    flags = 0;
    return frame;
  }
}

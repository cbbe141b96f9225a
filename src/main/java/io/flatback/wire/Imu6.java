package io.flatback.wire;

/**
 * Consecutive readings of accelerometer and gyroscope, in the device's counts.
 *
 * @param flags see {@link #BACKFILLED} and the others; bits not named here are kept and mean nothing
 * @param firstIndex of the first reading. It counts data-ready interrupts, so that an index gap is exactly
 *     the readings lost; wraps after 2³²
 * @param firstMicros device time of the first reading, wraps after 2³² µs
 * @param periodMicros between readings; may be 0 when there is only one
 */
public record Imu6(
    int flags, long firstIndex, long firstMicros, int periodMicros, int bootId, Counts counts)
    implements WireMessage {
  /** Sent again from the device's ring: for the record, never for live alarms. */
  public static final int BACKFILLED = 1;

  public static final int GAP_BEFORE = 1 << 1;
  public static final int CLIPPED = 1 << 2;
  public static final int BATTERY_LOW = 1 << 3;

  /** A fifth of a second at 200 Hz: whoever waits longer can't warn in time. */
  public static final int MAX_READINGS = 40;

  public Imu6 {
    Unsigned.u8("flags", flags);
    Unsigned.u32("first index", firstIndex);
    Unsigned.u32("t_us", firstMicros);
    Unsigned.inRange("dt_us", periodMicros, counts.readings() > 1 ? 1 : 0, 0xFFFF);
    Unsigned.u8("boot id", bootId);
  }

  public int readings() {
    return counts.readings();
  }

  public boolean backfilled() {
    return (flags & BACKFILLED) != 0;
  }

  public boolean gapBefore() {
    return (flags & GAP_BEFORE) != 0;
  }

  public boolean clipped() {
    return (flags & CLIPPED) != 0;
  }

  public boolean batteryLow() {
    return (flags & BATTERY_LOW) != 0;
  }

  @Override
  public int type() {
    return PacketType.IMU6;
  }
}

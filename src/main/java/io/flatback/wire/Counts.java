package io.flatback.wire;

import java.util.Arrays;

/** Readings as the chip counted them: per reading accelerometer x y z, then gyroscope x y z. Immutable. */
public final class Counts {
  public static final int AXES = 6;

  private final short[] values;

  /** @param values {@value #AXES} per reading, 1 to {@link Imu6#MAX_READINGS} readings */
  public Counts(short... values) {
    if (values.length % AXES != 0) {
      throw new IllegalArgumentException("counts=" + values.length + ", expected a multiple of " + AXES);
    }
    Unsigned.inRange("n", values.length / AXES, 1, Imu6.MAX_READINGS);
    this.values = values.clone();
  }

  public int readings() {
    return values.length / AXES;
  }

  /** @param axis 0 to 2 accelerometer x y z, 3 to 5 gyroscope x y z */
  public short at(int reading, int axis) {
    return values[reading * AXES + axis];
  }

  /** Whether the reading touches an end of the 16-bit scale on any axis. */
  public boolean atRail(int reading) {
    for (int axis = 0; axis < AXES; axis++) {
      short count = at(reading, axis);
      if (count == Short.MAX_VALUE || count == Short.MIN_VALUE) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts counts && Arrays.equals(values, counts.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}

package io.flatback.motion;

import java.util.Arrays;

/**
 * Zero-velocity update: the vertical velocity of a sensor, brought to zero wherever its wearer rests, so that an
 * accelerometer's error that comes and goes with the posture does not grow over a pause.
 *
 * <p>A rest is a stretch of {@value #REST_SECONDS} s in which the sensor hardly turns, its acceleration hardly
 * wanders, and its velocity, as far as it is known, is small: who sinks evenly is not at rest.
 */
public final class ZeroVelocity {
  /** own: who pauses for this long has come to rest; replaced by the rest detection of a longer record. */
  private static final double REST_SECONDS = 0.4;

  private static final double HOLE_SECONDS = 0.5 * REST_SECONDS;

  /** own: a back that turns slower than this hardly rises or sinks. */
  private static final double REST_RAD_PER_SEC = Math.toRadians(8.0);
  /** own: an acceleration that wanders less than this about its mean is no push; above most chips' noise. */
  private static final double REST_MPS2 = 0.35;
  /** own: who sinks evenly moves faster than this; an accelerometer's error makes less of it. */
  private static final double REST_MPS = 0.2;

  private ZeroVelocity() {}

  /**
   * Where the sensor rests: every row that lies in the middle of a rest that is long enough. Who is not seen for
   * half as long is not known to rest.
   *
   * @param size so many rows of each count
   * @param velocityMps with the worst of its drift taken out
   * @param rest is overwritten
   */
  public static void rests(
      int size, double[] timeSeconds, double[] rateRadPerSec, double[] accelMps2, double[] velocityMps,
      boolean[] rest) {
    Arrays.fill(rest, 0, size, false);
    int first = 0;
    for (int i = 0; i < size; i++) {
      if (i > 0 && timeSeconds[i] - timeSeconds[i - 1] > HOLE_SECONDS) {
        first = i;
      }
      if (Math.abs(rateRadPerSec[i]) > REST_RAD_PER_SEC || Math.abs(velocityMps[i]) > REST_MPS) {
        first = i + 1;
        continue;
      }
      while (first < i && !isEven(timeSeconds, accelMps2, first, i)) {
        first++;
      }
      while (first < i && timeSeconds[i] - timeSeconds[first + 1] >= REST_SECONDS) {
        first++;
      }
      if (timeSeconds[i] - timeSeconds[first] >= REST_SECONDS) {
        rest[(first + i) / 2] = true;
        rest[(first + i + 1) / 2] = true;
      }
    }
  }

  /** Looks at the last {@value #REST_SECONDS} s of the stretch. */
  private static boolean isEven(double[] timeSeconds, double[] accelMps2, int first, int last) {
    double sum = 0.0;
    int i = last;
    while (i >= first && timeSeconds[last] - timeSeconds[i] <= REST_SECONDS) {
      sum += accelMps2[i--];
    }
    double mean = sum / (last - i);
    for (int k = i + 1; k <= last; k++) {
      if (Math.abs(accelMps2[k] - mean) > REST_MPS2) {
        return false;
      }
    }
    return true;
  }

  /** Takes out a straight line from {@code from} to {@code to} so that the value there is 0, and what follows falls by as much. */
  public static void bringToRest(int size, double[] timeSeconds, double[] velocityMps, int from, int to) {
    double end = velocityMps[to];
    takeOutRamp(timeSeconds, velocityMps, from, to);
    for (int i = to + 1; i < size; i++) {
      velocityMps[i] -= end;
    }
  }

  /** Takes out the straight line that leads from the value at {@code from} to that at {@code to}. */
  public static void takeOutRamp(double[] timeSeconds, double[] values, int from, int to) {
    double seconds = timeSeconds[to] - timeSeconds[from];
    double perSecond = seconds > 0 ? (values[to] - values[from]) / seconds : 0.0;
    for (int i = from; i <= to; i++) {
      values[i] -= perSecond * (timeSeconds[i] - timeSeconds[from]);
    }
  }
}

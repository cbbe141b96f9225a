package io.flatback.lift;

/**
 * Height of the sensor within one rep, by integrating its vertical acceleration twice with the velocity
 * brought to zero at both ends (zero-velocity update), and, for a rep that begins and ends standing, the
 * height too.
 */
final class VerticalPath {
  private final double[] heightM;
  private final int lowest;

  /** @param closed begins and ends at the same height */
  VerticalPath(LiftFrames frames, long from, long to, boolean closed) {
    int n = (int) (to - from + 1);
    double[] timeSeconds = new double[n];
    double[] accel = new double[n];
    for (int i = 0; i < n; i++) {
      timeSeconds[i] = (frames.timeNanos(from + i) - frames.timeNanos(from)) * 1e-9;
      accel[i] = frames.verticalAccelMps2(from + i);
    }
    double[] velocity = integral(accel, timeSeconds);
    takeOutRamp(velocity, timeSeconds);
    heightM = integral(velocity, timeSeconds);
    if (closed) {
      takeOutRamp(heightM, timeSeconds);
    }
    int min = 0;
    for (int i = 1; i < n; i++) {
      min = heightM[i] < heightM[min] ? i : min;
    }
    lowest = min;
  }

  /** Offset of the lowest row from the first. */
  int lowest() {
    return lowest;
  }

  /** Rise from the lowest point to the end. */
  double travelM() {
    return heightM[heightM.length - 1] - heightM[lowest];
  }

  /** Offset of the last row that is within {@code share} of the travel above the lowest point. */
  int lastNearLowest(double share) {
    double limit = heightM[lowest] + share * travelM();
    for (int i = heightM.length - 1; i > lowest; i--) {
      if (heightM[i] <= limit) {
        return i;
      }
    }
    return lowest;
  }

  private static double[] integral(double[] values, double[] timeSeconds) {
    double[] sum = new double[values.length];
    for (int i = 1; i < values.length; i++) {
      sum[i] = sum[i - 1] + 0.5 * (values[i] + values[i - 1]) * (timeSeconds[i] - timeSeconds[i - 1]);
    }
    return sum;
  }

  private static void takeOutRamp(double[] values, double[] timeSeconds) {
    int last = values.length - 1;
    double perSecond = timeSeconds[last] > 0 ? values[last] / timeSeconds[last] : 0.0;
    for (int i = 0; i <= last; i++) {
      values[i] -= perSecond * timeSeconds[i];
    }
  }
}

package io.flatback.lift;

/**
 * Height of the sensor within one rep, by integrating its vertical acceleration twice. The velocity is brought
 * to zero wherever the lifter rests (zero-velocity update): at both ends, and in every pause between; so an
 * error of the accelerometer that comes and goes with the posture does not grow over a pause. For a rep that
 * begins and ends standing the height is brought to zero too.
 */
final class VerticalPath {
  /** own: who pauses for this long has come to rest; replaced by the rest detection of a longer record. */
  private static final double REST_SECONDS = 0.4;

  /** own: a back that turns slower than this hardly rises or sinks. */
  private static final double REST_DPS = 8.0;
  /** own: who sinks evenly moves faster than this; an accelerometer's error makes less of it. */
  private static final double REST_MPS = 0.2;
  /** own: an acceleration that wanders less than this about its mean is no push; above most chips' noise. */
  private static final double REST_MPS2 = 0.35;

  /** own: of lifts of real sets; they end within 0.16 m of where they began, long and far ones least surely. */
  private static final double HEIGHT_ERROR_M = 0.04;

  private static final double HEIGHT_ERROR_MPS2 = 0.007;
  private static final double HEIGHT_ERROR_SHARE = 0.4;

  private final double[] timeSeconds;
  private final double[] heightM;
  private final double netRiseM;
  private final double dropM;
  private final int lowest;

  /** @param closed begins and ends at the same height */
  VerticalPath(LiftFrames frames, long from, long to, boolean closed) {
    int n = (int) (to - from + 1);
    timeSeconds = new double[n];
    double[] accel = new double[n];
    for (int i = 0; i < n; i++) {
      timeSeconds[i] = (frames.timeNanos(from + i) - frames.timeNanos(from)) * 1e-9;
      accel[i] = frames.verticalAccelMps2(from + i);
    }
    double[] velocity = integral(accel);
    takeOutRamp(velocity, 0, n - 1);
    bringToRest(velocity, atRest(frames, from, accel, velocity));
    heightM = integral(velocity);
    netRiseM = heightM[n - 1];
    dropM = -heightM[lowestOf(heightM)];
    if (closed) {
      takeOutRamp(heightM, 0, n - 1);
    }
    lowest = lowestOf(heightM);
  }

  /** Offset of the lowest row from the first. */
  int lowest() {
    return lowest;
  }

  /** Rise from the lowest point to the end. */
  double travelM() {
    return heightM[heightM.length - 1] - heightM[lowest];
  }

  /**
   * By how much it ended higher or lower than it should have, had it gone down and come up: what an error of
   * the height explains is taken off. Negative for who sits down, positive for who rises from a seat.
   */
  double oneWayM() {
    double seconds = timeSeconds[timeSeconds.length - 1];
    double explainedM =
        HEIGHT_ERROR_M + HEIGHT_ERROR_MPS2 * seconds * seconds + HEIGHT_ERROR_SHARE * Math.min(dropM, dropM + netRiseM);
    return Math.signum(netRiseM) * Math.max(0.0, Math.abs(netRiseM) - explainedM);
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

  /** Both ends, and the rows inside which nothing moves for {@value #REST_SECONDS} s. */
  private boolean[] atRest(LiftFrames frames, long from, double[] accel, double[] velocity) {
    boolean[] rest = new boolean[accel.length];
    rest[0] = true;
    rest[accel.length - 1] = true;
    int first = 0;
    for (int i = 0; i < accel.length; i++) {
      if (Math.abs(frames.rateDps(from + i)) > REST_DPS || Math.abs(velocity[i]) > REST_MPS) {
        first = i + 1;
        continue;
      }
      while (first < i && !isEven(accel, first, i)) {
        first++;
      }
      if (timeSeconds[i] - timeSeconds[first] >= REST_SECONDS) {
        rest[(first + i) / 2] = true;
      }
    }
    return rest;
  }

  /** Looks at the last {@value #REST_SECONDS} s of the stretch. */
  private boolean isEven(double[] accel, int first, int last) {
    double sum = 0.0;
    int count = 0;
    int i = last;
    while (i >= first && timeSeconds[last] - timeSeconds[i] <= REST_SECONDS) {
      sum += accel[i--];
      count++;
    }
    double mean = sum / count;
    for (int k = i + 1; k <= last; k++) {
      if (Math.abs(accel[k] - mean) > REST_MPS2) {
        return false;
      }
    }
    return true;
  }

  private void bringToRest(double[] velocity, boolean[] rest) {
    int from = 0;
    for (int i = 1; i < velocity.length; i++) {
      if (rest[i]) {
        takeOutLine(velocity, from, i);
        from = i;
      }
    }
  }

  /** Afterwards the value at {@code to} is 0, if that at {@code from} is. */
  private void takeOutLine(double[] values, int from, int to) {
    double end = values[to];
    takeOutRamp(values, from, to);
    for (int i = to + 1; i < values.length; i++) {
      values[i] -= end;
    }
  }

  private void takeOutRamp(double[] values, int from, int to) {
    double seconds = timeSeconds[to] - timeSeconds[from];
    double perSecond = seconds > 0 ? (values[to] - values[from]) / seconds : 0.0;
    for (int i = from; i <= to; i++) {
      values[i] -= perSecond * (timeSeconds[i] - timeSeconds[from]);
    }
  }

  private double[] integral(double[] values) {
    double[] sum = new double[values.length];
    for (int i = 1; i < values.length; i++) {
      sum[i] = sum[i - 1] + 0.5 * (values[i] + values[i - 1]) * (timeSeconds[i] - timeSeconds[i - 1]);
    }
    return sum;
  }

  private static int lowestOf(double[] values) {
    int min = 0;
    for (int i = 1; i < values.length; i++) {
      min = values[i] < values[min] ? i : min;
    }
    return min;
  }
}

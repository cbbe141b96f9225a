package io.flatback.motion;

import java.util.Arrays;

/**
 * The nominal time between samples, learnt from their times: the median over the latest {@value #WINDOW}
 * steps, adopted at once at the start and later only when it has moved by more than a tenth.
 */
final class SamplePeriod {
  private static final int WINDOW = 31;
  private static final double MOVED = 0.10;

  private final double[] stepsSeconds = new double[WINDOW];
  private final double[] sorted = new double[WINDOW];
  private long count;
  private double seconds;

  /** @return true when {@link #seconds} has changed */
  boolean update(double stepSeconds) {
    stepsSeconds[(int) (count % WINDOW)] = stepSeconds;
    count++;
    boolean learning = count <= WINDOW;
    if (!learning && count % WINDOW != 0) {
      return false;
    }
    double median = median((int) Math.min(count, WINDOW));
    if (median == seconds || (!learning && Math.abs(median - seconds) < MOVED * seconds)) {
      return false;
    }
    seconds = median;
    return true;
  }

  /** 0 until the second sample. */
  double seconds() {
    return seconds;
  }

  private double median(int n) {
    System.arraycopy(stepsSeconds, 0, sorted, 0, n);
    Arrays.sort(sorted, 0, n);
    return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
  }
}

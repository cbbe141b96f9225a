package io.flatback.lift;

import java.util.Arrays;

/**
 * Which exercise a set was, where nobody said: in a squat the sensor travels far for how little it tips
 * over. A guess, and always shown as one; nothing is counted by it.
 */
public final class ExerciseGuess {
  /**
   * own: rise per range of real sets: squats ≥ 0.012 m/°, stoops and most deadlifts ≤ 0.006; a deadlift pulled
   * with much knee reaches 0.014 at the sacrum, and is then taken for a squat. Replaced by a fit.
   */
  private static final double SQUAT_METRES_PER_DEG = 0.009;

  private final double[] metresPerDeg = new double[64];
  private int count;

  /** @param travelM 0 where it is not known: such a rep says nothing */
  public void add(Rep rep, double travelM) {
    double rangeDeg = rep.metrics().get(Metric.RANGE_OF_MOTION_DEG).orElse(0.0);
    if (travelM > 0.0 && rangeDeg > 0.0 && count < metresPerDeg.length) {
      metresPerDeg[count++] = travelM / rangeDeg;
    }
  }

  public String exercise() {
    if (count == 0) {
      return "deadlift";
    }
    double[] sorted = Arrays.copyOf(metresPerDeg, count);
    Arrays.sort(sorted);
    return sorted[count / 2] > SQUAT_METRES_PER_DEG ? "squat" : "deadlift";
  }
}

package io.flatback.form.evidence;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Limits of a control chart on z = (x − mean of the first reps) / σ, by length of the set and by how well σ
 * is known. A set no longer than {@code reps} alarms by chance in {@code falseAlarmRatioPerSet} of cases;
 * the error of the baseline is included.
 *
 * @param rule what must cross the limit
 * @param source key of the {@link Source}
 * @param degreesOfFreedom that {@code sigmaEstimated} holds for
 * @param rows by rising {@code reps}
 */
public record ChartLimits(
    String rule, double falseAlarmRatioPerSet, String source, int degreesOfFreedom, List<Row> rows) {

  /**
   * @param baselineReps how many first reps the mean is taken of
   * @param sigmaKnown limit in σ when σ is known
   * @param sigmaEstimated limit in σ when σ rests on {@link #degreesOfFreedom}
   */
  public record Row(int reps, int baselineReps, double sigmaKnown, double sigmaEstimated) {
    public Row {
      if (baselineReps < 1 || reps <= baselineReps || !(sigmaKnown > 0) || !(sigmaEstimated >= sigmaKnown)) {
        throw new IllegalArgumentException(
            "chart limits for reps=" + reps + ": baseline_reps=" + baselineReps + " sigma_known=" + sigmaKnown
                + " sigma_estimated=" + sigmaEstimated
                + ", expected 1 ≤ baseline_reps < reps and 0 < known ≤ estimated");
      }
    }
  }

  public ChartLimits {
    rows = List.copyOf(rows);
    if (rows.size() < 2 || degreesOfFreedom < 1) {
      throw new IllegalArgumentException("chart limits need two rows and a number of degrees of freedom");
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).reps() <= rows.get(i - 1).reps()) {
        throw new IllegalArgumentException("chart limits out of order at reps=" + rows.get(i).reps());
      }
    }
  }

  /** Limit in σ for a known σ, linear between rows; the outer rows hold beyond them. */
  public double whenSigmaIsKnown(int reps) {
    return between(reps, Row::sigmaKnown);
  }

  /** Limit in σ for an estimated σ, linear in 1/{@code sigmaDegreesOfFreedom} on from the known one. */
  public double whenSigmaIsEstimated(int reps, int sigmaDegreesOfFreedom) {
    double known = between(reps, Row::sigmaKnown);
    double estimated = between(reps, Row::sigmaEstimated);
    return known + (estimated - known) * degreesOfFreedom / sigmaDegreesOfFreedom;
  }

  private double between(int reps, ToDoubleFunction<Row> limit) {
    int length = Math.clamp(reps, rows.getFirst().reps(), rows.getLast().reps());
    int upper = 1;
    while (rows.get(upper).reps() < length) {
      upper++;
    }
    Row below = rows.get(upper - 1);
    Row above = rows.get(upper);
    double share = (length - below.reps()) / (double) (above.reps() - below.reps());
    return limit.applyAsDouble(below) + share * (limit.applyAsDouble(above) - limit.applyAsDouble(below));
  }
}

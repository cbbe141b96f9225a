package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * What one set tells of a wearer's rep-to-rep noise: the scatter about a straight line through its clean
 * reps, so that a steady drift is not learnt as noise.
 */
public final class SetNoise {
  private static final int FEWEST = 4;
  private static final int FITTED = 2;

  private SetNoise() {}

  /**
   * Learns from the reps before the first that took part in an alarm; fewer than four tell nothing.
   *
   * @param reps of one set, in order
   * @param warnings raised in that set
   */
  public static AthleteHistory of(List<Rep> reps, List<Warning> warnings) {
    int firstAlarmed = warnings.stream().mapToInt(warning -> warning.rep() - 1).min().orElse(Integer.MAX_VALUE);
    List<Rep> calm = reps.stream().filter(rep -> rep.index() < firstAlarmed).toList();
    Map<Metric, AthleteHistory.PooledSigma> sigmas = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      aroundLine(calm, MetricRule.of(metric)::charted).ifPresent(sigma -> sigmas.put(metric, sigma));
    }
    Map<Combination, AthleteHistory.PooledSigma> combined = new EnumMap<>(Combination.class);
    for (Combination combination : Combination.values()) {
      aroundLine(calm, combination::charted).ifPresent(sigma -> combined.put(combination, sigma));
    }
    return new AthleteHistory(sigmas, combined);
  }

  private static Optional<AthleteHistory.PooledSigma> aroundLine(
      List<Rep> reps, Function<Rep, OptionalDouble> charted) {
    SimpleRegression line = new SimpleRegression();
    reps.forEach(rep -> charted.apply(rep).ifPresent(value -> line.addData(rep.index(), value)));
    if (line.getN() < FEWEST) {
      return Optional.empty();
    }
    int degreesOfFreedom = Math.toIntExact(line.getN()) - FITTED;
    double variance = Math.max(0, line.getSumSquaredErrors()) / degreesOfFreedom;
    return Optional.of(new AthleteHistory.PooledSigma(Math.sqrt(variance), degreesOfFreedom));
  }
}

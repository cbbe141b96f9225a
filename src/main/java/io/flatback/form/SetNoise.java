package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
    Map<Metric, AthleteHistory.PooledSigma> sigmas = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      SimpleRegression line = new SimpleRegression();
      reps.stream()
          .filter(rep -> rep.index() < firstAlarmed)
          .forEach(rep -> charted(metric, rep).ifPresent(value -> line.addData(rep.index(), value)));
      if (line.getN() >= FEWEST) {
        int degreesOfFreedom = Math.toIntExact(line.getN()) - FITTED;
        double variance = Math.max(0, line.getSumSquaredErrors()) / degreesOfFreedom;
        sigmas.put(metric, new AthleteHistory.PooledSigma(Math.sqrt(variance), degreesOfFreedom));
      }
    }
    return new AthleteHistory(sigmas);
  }

  private static OptionalDouble charted(Metric metric, Rep rep) {
    if (metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO) {
      OptionalDouble seconds = VelocityLoss.concentricSeconds(rep);
      return seconds.isPresent() ? OptionalDouble.of(Math.log(seconds.getAsDouble())) : seconds;
    }
    return rep.isClean() ? rep.metrics().get(metric) : OptionalDouble.empty();
  }
}

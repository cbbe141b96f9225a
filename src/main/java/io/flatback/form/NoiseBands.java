package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bands that a set's values are drawn on: around the mean of the first clean reps, as wide as one rep
 * strays from it by chance in 95 of 100 cases.
 */
final class NoiseBands {
  private NoiseBands() {}

  /** One for each metric that has a reference in this set and a noise that is known. */
  static List<NoiseBand> of(List<Rep> reps, FormSettings settings) {
    List<NoiseBand> bands = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (reps.stream().anyMatch(rep -> rep.metrics().get(metric).isPresent())) {
        band(MetricRule.of(metric), reps, settings).ifPresent(bands::add);
      }
    }
    return bands;
  }

  private static Optional<NoiseBand> band(MetricRule rule, List<Rep> reps, FormSettings settings) {
    Reference reference = rule.reference(settings.baselineReps());
    for (Rep rep : reps) {
      reference.measured(rep).ifPresent(measured -> reference.learn(rep.index(), measured));
    }
    if (!reference.isComplete()) {
      return Optional.empty();
    }
    return Noise.of(rule, settings.history(), reference.baseline()).map(noise -> band(rule, reference, noise));
  }

  private static NoiseBand band(MetricRule rule, Reference reference, Noise noise) {
    double reach = noise.detectableChange(reference.reps().size());
    double baseline = reference.baseline();
    return new NoiseBand(
        rule.metric(),
        baseline + reference.changeAtDistance(0),
        baseline + reference.changeAtDistance(-reach),
        baseline + reference.changeAtDistance(reach),
        noise.sigma(),
        noise.degreesOfFreedom());
  }
}

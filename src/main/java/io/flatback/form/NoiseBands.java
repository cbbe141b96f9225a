package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bands that a set's values are drawn on: around the mean of the first clean reps, as wide as one rep
 * strays from it by chance in 95 of 100 cases.
 */
final class NoiseBands {
  private final FormSettings settings;
  private final Map<Metric, Reference> references = new EnumMap<>(Metric.class);
  private final Set<Metric> seen = EnumSet.noneOf(Metric.class);

  NoiseBands(FormSettings settings) {
    this.settings = settings;
    for (Metric metric : Metric.values()) {
      references.put(metric, MetricRule.of(metric).reference(settings.baselineReps()));
    }
  }

  /** @param rep with its velocity loss where that is known */
  void update(Rep rep) {
    seen.addAll(rep.metrics().values().keySet());
    for (Reference reference : references.values()) {
      reference.measured(rep).ifPresent(measured -> reference.learn(rep.index(), measured));
    }
  }

  /** One for each metric that has a reference in this set and a noise that is known. */
  List<NoiseBand> bands() {
    List<NoiseBand> bands = new ArrayList<>();
    for (Metric metric : seen) {
      band(MetricRule.of(metric)).ifPresent(bands::add);
    }
    return bands;
  }

  private Optional<NoiseBand> band(MetricRule rule) {
    Reference reference = references.get(rule.metric());
    if (reference == null || !reference.isComplete()) {
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

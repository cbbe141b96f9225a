package io.flatback.report;

import io.flatback.form.Warning;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.Threshold;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which sources a report leans on: first those of its warnings, then those of the limits it judged by. */
final class Sources {
  private Sources() {}

  static List<CitedSource> of(SessionResult result, List<SetReport> sets) {
    Set<String> keys = new LinkedHashSet<>();
    result.sets().forEach(set -> set.warnings().stream().map(Warning::evidence).forEach(keys::add));
    if (result.sets().stream().anyMatch(set -> !set.bands().isEmpty())) {
      Focus.judged(result.mode()).forEach(metric -> thresholds(metric).forEach(row -> keys.add(row.source())));
      keys.add(Evidence.CATALOGUE.chartLimits().source());
    }
    sets.forEach(set -> set.told().suggestion().ifPresent(told -> keys.add(told.evidence())));
    return keys.stream().map(CitedSource::of).toList();
  }

  /** The limit that a warning names, as the catalogue has it. */
  static Optional<Threshold> gate(Warning warning) {
    return thresholds(warning.metric()).stream()
        .filter(row -> row.key().endsWith("." + warning.level().key()))
        .findFirst();
  }

  private static List<Threshold> thresholds(Metric metric) {
    return Evidence.CATALOGUE.thresholds().stream().filter(row -> row.key().startsWith(metric.key() + ".")).toList();
  }
}

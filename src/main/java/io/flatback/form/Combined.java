package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.stats.TrendChart;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Watches the metrics of a {@link Combination} together in one set, and names those that did most. It speaks once a
 * set, when the sum's trend is beyond its limit and one of those has changed enough to matter. It never warns. Told is
 * the change of the one that did most of those that matter.
 */
final class Combined {
  static final String RULE = "combined_" + Evidence.CATALOGUE.chartLimits().rule();
  /** A metric is named if it did at least half of what it would, had all done the same. */
  private static final double NAMED = 0.5;

  private final Wording wording;
  private final Combination combination;
  private final List<MetricRule> rules;
  private final FormPreferences preferences;
  private final Noise noise;
  private final TrendChart sum;
  private final List<TrendChart> parts = new ArrayList<>();
  private int seen;
  private boolean raised;

  /**
   * What one metric added to the rise of the sum.
   *
   * @param minimum from which on its change matters
   */
  record Part(MetricRule rule, TrendChart.Rise rise, Limit minimum) {
    Metric metric() {
      return rule.metric();
    }

    /** In the metric's unit. */
    double change() {
      return rule.told(rise.change());
    }

    double sigmas() {
      return rise.change() / Combination.sigma(rule);
    }

    boolean matters() {
      return change() >= minimum.change();
    }
  }

  Combined(Combination combination, FormSettings settings, Wording wording) {
    this.wording = wording;
    this.combination = combination;
    this.preferences = settings.preferences();
    this.noise = Noise.of(combination, settings.history());
    this.sum = noise.chart();
    this.rules = combination.rules();
    rules.forEach(rule -> parts.add(new TrendChart(1, 1)));
  }

  Optional<Warning> update(Rep rep) {
    OptionalDouble together = combination.charted(rep);
    if (together.isEmpty()) {
      return Optional.empty();
    }
    seen++;
    sum.add(rep.index(), together.getAsDouble());
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).add(rep.index(), rules.get(i).charted(rep).orElseThrow());
    }
    return raised ? Optional.empty() : sum.rise().flatMap(rise -> judge(rep.index(), rise));
  }

  private Optional<Warning> judge(int rep, TrendChart.Rise rise) {
    double limit = noise.watchLimit(seen);
    if (rise.statistic() < limit) {
      return Optional.empty();
    }
    List<Part> named = named(rise.onset());
    Optional<Part> told = named.stream().filter(Part::matters).findFirst();
    raised = told.isPresent();
    return told.map(part -> warning(rep, rise, part, named, rise.changeAt(limit) / rise.change()));
  }

  /** @param needed share of the change that would have been enough for the sum's limit */
  private Warning warning(int rep, TrendChart.Rise rise, Part told, List<Part> named, double needed) {
    Limit least = told.minimum().orLarger(Limit.ofChart(needed * told.change()));
    double baseline = told.rule().baseline(told.rise().level());
    return new Warning(
        rep, Level.WATCH, told.metric(), baseline, baseline + told.change(), told.change(), least.change(), RULE,
        wording.ofRises(rise.onset(), rep, named), least.source());
  }

  /** Those that did most, the one before all first. */
  private List<Part> named(int onset) {
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      MetricRule rule = rules.get(i);
      all.add(new Part(rule, parts.get(i).riseSince(onset), preferences.watch(rule)));
    }
    all.sort(Comparator.comparingDouble(Part::sigmas).reversed());
    double even = all.stream().mapToDouble(Part::sigmas).sum() / all.size();
    return all.stream().filter(part -> part.sigmas() >= NAMED * even).toList();
  }
}

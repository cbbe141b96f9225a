package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.form.stats.TrendChart;
import io.flatback.lift.Rep;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The alarm rule for one metric in one set. A level speaks once when it is reached, and once more when it rises.
 *
 * <p>{@code WATCH}: the trend is beyond its limit, and the change that it fits is large enough to matter.
 *
 * <p>{@code WARN}, only for the primary metric of a wearer whose own noise is known: the trend has been beyond a
 * stricter limit, and two reps in a row, both clean, are changed by what can be told from chance and by what matters.
 * A rep between them that is not clean, or lacks the metric, parts the two: nobody saw that the change held.
 *
 * <p>Source of the chart's limits: [own-chart-limits].
 */
final class AlarmChart {
  static final String WATCH_RULE = Evidence.CATALOGUE.chartLimits().rule();
  static final String WARN_RULE = WATCH_RULE + "_and_two_consecutive";

  private final Wording wording;
  private final MetricRule rule;
  private final Reference reference;
  private final Noise noise;
  private final TrendChart trend;
  private final FormPreferences preferences;
  private final boolean mayWarn;
  /** Of the limit to warn, so that two metrics that may warn do so no more often than one. */
  private final double margin;
  private int seen;
  private boolean beyondWarnLimit;
  private @Nullable JudgedRep previous;
  private @Nullable Level raised;

  /** One rep's change from the reference. */
  record JudgedRep(int rep, double change) {}

  AlarmChart(MetricRule rule, Reference reference, FormSettings settings, Wording wording) {
    this.wording = wording;
    this.rule = rule;
    this.reference = reference;
    this.noise =
        Noise.of(rule, settings.history(), Double.NaN)
            .orElseThrow(() -> new IllegalArgumentException("nothing is known of the noise of " + rule.metric().key()));
    this.trend = noise.chart();
    this.preferences = settings.preferences();
    this.margin = settings.warnMargin();
    this.mayWarn = settings.isPrimary(rule.metric()) && rule.warn() != null && noise.isOwn();
  }

  Optional<Warning> update(Rep rep) {
    JudgedRep before = previous;
    previous = null;
    OptionalDouble charted = rule.charted(rep);
    if (charted.isEmpty()) {
      return Optional.empty();
    }
    seen++;
    trend.add(rep.index(), charted.getAsDouble());
    JudgedRep now = compared(rep);
    previous = now;
    Optional<TrendChart.Rise> rise = trend.rise();
    Optional<Warning> warning = rise.flatMap(found -> watch(rep.index(), found));
    if (rise.isPresent() && rise.get().statistic() >= noise.warnLimit(seen) + margin) {
      beyondWarnLimit = true;
    }
    return mayWarn && beyondWarnLimit ? warn(before, now).or(() -> warning) : warning;
  }

  /** Null while the reference is not complete. */
  private @Nullable JudgedRep compared(Rep rep) {
    double measured = reference.measured(rep).orElseThrow();
    boolean comparable = reference.isComplete();
    reference.learn(rep.index(), measured);
    return comparable ? new JudgedRep(rep.index(), reference.change(measured)) : null;
  }

  private Optional<Warning> watch(int rep, TrendChart.Rise rise) {
    double limit = noise.watchLimit(seen);
    Limit least = preferences.watch(rule).orLarger(Limit.ofChart(rule.told(rise.changeAt(limit))));
    double change = rule.told(rise.change());
    if (raised != null || change < least.change()) {
      return Optional.empty();
    }
    raised = Level.WATCH;
    double baseline = rule.baseline(rise.level());
    return Optional.of(
        new Warning(
            rep, Level.WATCH, rule.metric(), baseline, baseline + change, change, least.change(), WATCH_RULE,
            wording.ofRise(rule.metric(), rise.onset(), rep, change), least.source()));
  }

  private Optional<Warning> warn(@Nullable JudgedRep before, @Nullable JudgedRep now) {
    if (raised == Level.WARN || before == null || now == null || before.rep() + 1 != now.rep()) {
      return Optional.empty();
    }
    Limit least =
        preferences
            .warn(rule)
            .orLarger(
                new Limit(
                    reference.detectableChange(noise),
                    Evidence.CATALOGUE.threshold(ThresholdKey.DETECTABLE_CHANGE_SIGMAS).source()));
    if (before.change() < least.change() || now.change() < least.change()) {
      return Optional.empty();
    }
    raised = Level.WARN;
    double baseline = reference.baseline();
    return Optional.of(
        new Warning(
            now.rep(), Level.WARN, rule.metric(), baseline, baseline + now.change(), now.change(), least.change(),
            WARN_RULE, wording.ofTwo(rule.metric(), before, now, reference.reps()), least.source()));
  }
}

package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Rep;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The alarm rule for one metric in one set. A level speaks when two reps in a row, both clean, have changed
 * by at least the largest of three: the chart's limit, what can be told from chance, and what matters in
 * practice. It speaks once when it is reached, and once more when it rises. A rep between them that is not
 * clean, or lacks the metric, parts the two: nobody saw that the change held.
 *
 * <p>Levels: {@code WATCH} at most, unless the metric is the primary one, has a limit to warn at, and its
 * noise rests on enough of the wearer's own history.
 *
 * <p>Source of the chart's limits: [own-chart-limits].
 */
final class AlarmChart {
  static final String RULE = Evidence.CATALOGUE.chartLimits().rule();

  private final MetricRule rule;
  private final Reference reference;
  private final FormSettings settings;
  private final Noise noise;
  private final boolean mayWarn;
  private int seen;
  private @Nullable JudgedRep previous;
  private @Nullable Level raised;

  /** One rep's change, and the level that a second rep like it would raise. */
  record JudgedRep(int rep, double change, @Nullable Level level) {}

  AlarmChart(MetricRule rule, Reference reference, FormSettings settings) {
    this.rule = rule;
    this.reference = reference;
    this.settings = settings;
    this.noise =
        Noise.of(rule, settings.history(), Double.NaN)
            .orElseThrow(() -> new IllegalArgumentException("nothing is known of the noise of " + rule.metric().key()));
    this.mayWarn = rule.metric() == settings.primary() && rule.warn() != null && noise.isOwn();
  }

  Optional<Warning> update(Rep rep) {
    JudgedRep before = previous;
    previous = null;
    OptionalDouble measured = reference.measured(rep);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    seen++;
    boolean comparable = reference.isComplete();
    reference.learn(rep.index(), measured.getAsDouble());
    if (!comparable) {
      return Optional.empty();
    }
    JudgedRep now = judge(rep.index(), reference.change(measured.getAsDouble()));
    previous = now;
    return before != null && before.rep() + 1 == now.rep() ? judge(before, now) : Optional.empty();
  }

  private Optional<Warning> judge(JudgedRep before, JudgedRep now) {
    Level level = lower(before.level(), now.level());
    if (level == null || (raised != null && level.compareTo(raised) <= 0)) {
      return Optional.empty();
    }
    raised = level;
    return Optional.of(warning(level, before, now));
  }

  private JudgedRep judge(int rep, double change) {
    Level level = null;
    if (change >= limit(Level.WATCH).change()) {
      level = mayWarn && change >= limit(Level.WARN).change() ? Level.WARN : Level.WATCH;
    }
    return new JudgedRep(rep, change, level);
  }

  private Warning warning(Level level, JudgedRep before, JudgedRep now) {
    Limit limit = limit(level);
    double baseline = reference.baseline();
    return new Warning(
        now.rep(), level, rule.metric(), baseline, baseline + now.change(), now.change(), limit.change(), RULE,
        Wording.of(rule.metric(), level, before, now, reference.reps()), limit.source());
  }

  private Limit limit(Level level) {
    ThresholdKey gate = Objects.requireNonNull(level == Level.WARN ? rule.warn() : rule.minimum());
    Evidence evidence = Evidence.CATALOGUE;
    return new Limit(evidence.value(gate), evidence.threshold(gate).source())
        .orLarger(
            new Limit(
                reference.detectableChange(noise),
                evidence.threshold(ThresholdKey.DETECTABLE_CHANGE_SIGMAS).source()))
        .orLarger(
            new Limit(
                reference.changeAtDistance(noise.chartLimit(settings.chartReps(seen))),
                evidence.chartLimits().source()));
  }

  private static @Nullable Level lower(@Nullable Level one, @Nullable Level other) {
    if (one == null || other == null) {
      return null;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}

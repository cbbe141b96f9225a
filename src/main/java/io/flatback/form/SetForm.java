package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the reps of one set as they complete. In: reps in order. Out: after each the warnings it gave rise
 * to, at the end drift, noise bands and what the set taught. One instance per set, one thread.
 *
 * <p>With one sensor, velocity loss may warn and the inclination at the start of the pull, a proxy, may
 * watch. With two, lumbar flexion may warn and velocity loss may watch. Several metrics together may watch. All else
 * informs, through drift.
 */
public final class SetForm {
  private final FormSettings settings;
  private final List<AlarmChart> charts;
  private final Combined combined;
  private final NoiseBands bands;
  private final VelocityLoss loss = new VelocityLoss();
  private final List<Rep> reps = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /** Speaks of reps, whatever the exercise. */
  public SetForm(FormSettings settings) {
    this(settings, RepWords.NEUTRAL);
  }

  public SetForm(FormSettings settings, RepWords words) {
    Wording wording = new Wording(words);
    this.settings = settings;
    this.bands = new NoiseBands(settings);
    this.charts = watched(settings.twoSensors()).stream().map(metric -> chart(metric, settings, wording)).toList();
    this.combined = new Combined(Combination.of(settings.twoSensors()), settings, wording);
  }

  /** @return the warnings this rep gave rise to; mostly none */
  public List<Warning> update(Rep next) {
    if (!reps.isEmpty() && next.index() <= reps.getLast().index()) {
      throw new IllegalArgumentException(
          "rep " + next.index() + " after rep " + reps.getLast().index() + ": a set is judged in order");
    }
    Rep rep = loss.update(next);
    reps.add(rep);
    bands.update(rep);
    List<Warning> raised = new ArrayList<>();
    for (AlarmChart chart : charts) {
      chart.update(rep).filter(this::isNews).ifPresent(raised::add);
    }
    combined.update(rep).filter(warning -> isNews(warning) && !tells(raised, warning)).ifPresent(raised::add);
    warnings.addAll(raised);
    return List.copyOf(raised);
  }

  /** The latest rep, with its velocity loss where that is known by now. */
  public Rep latest() {
    return reps.getLast();
  }

  /** A metric is watched once, be it alone or as the one that did most of several. */
  private boolean isNews(Warning warning) {
    return warning.level() != Level.WATCH || !tells(warnings, warning);
  }

  private static boolean tells(List<Warning> told, Warning warning) {
    return told.stream().anyMatch(one -> one.metric() == warning.metric());
  }

  /** What is found so far; the set may go on. */
  public SetFindings finish() {
    List<Rep> filled = reps();
    return new SetFindings(
        filled, warnings, Drifts.of(filled, settings), bands.bands(), SetNoise.of(filled, warnings));
  }

  /** What the values are drawn on so far; without the trends, which only a finished set is asked for. */
  public List<NoiseBand> bands() {
    return bands.bands();
  }

  /** The trend of one metric so far; the set may go on. */
  public Optional<Drift> drift(Metric metric) {
    return Drifts.of(reps, metric, settings);
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** The reps so far, each with its velocity loss where that is known by now. */
  public List<Rep> reps() {
    return reps.stream().map(loss::told).toList();
  }

  /** A whole set at once, as the second look does it. */
  public static SetFindings judge(List<Rep> reps, FormSettings settings) {
    SetForm form = new SetForm(settings);
    reps.forEach(form::update);
    return form.finish();
  }

  private static List<Metric> watched(boolean twoSensors) {
    return twoSensors
        ? List.of(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, Metric.VELOCITY_LOSS_BY_DURATION_RATIO)
        : List.of(Metric.VELOCITY_LOSS_BY_DURATION_RATIO, Metric.INCLINATION_AT_ONSET_DEG);
  }

  private static AlarmChart chart(Metric metric, FormSettings settings, Wording wording) {
    MetricRule rule = MetricRule.of(metric);
    return new AlarmChart(rule, rule.reference(settings.baselineReps()), settings, wording);
  }
}

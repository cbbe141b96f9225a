package io.flatback.evaluate.alarms;

import io.flatback.form.AthleteHistory;
import io.flatback.form.FormPreferences;
import io.flatback.form.FormPreset;
import io.flatback.form.FormSettings;
import io.flatback.form.Level;
import io.flatback.form.SetForm;
import io.flatback.form.SetNoise;
import io.flatback.form.Warning;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A lifter whose reps scatter about a straight line, judged by the whole rule as the product runs it:
 * nobody says how long the set will be.
 *
 * @param reps in each set
 * @param noisier than the population, in every metric
 * @param noise from rep to rep
 * @param earlierSets that the scatter was learnt from, each as long as the chart limits take them to be; 0 for none
 * @param preferences that judge
 */
record Lifter(
    int reps, double noisier, RepNoise noise, int earlierSets, boolean twoSensors, FormPreferences preferences) {
  /** Between any two metrics at the same rep. */
  private static final double CORRELATION = Evidence.CATALOGUE.value(ThresholdKey.METRIC_CORRELATION);
  private static final Map<Metric, Double> TYPICAL =
      Map.of(
          Metric.CONCENTRIC_DURATION_S, 1.2,
          Metric.INCLINATION_AT_ONSET_DEG, 45.0,
          Metric.LUMBAR_FLEXION_AT_ONSET_DEG, 25.0);
  private static final long REP_NANOS = 4_000_000_000L;
  private static final Rep STENCIL =
      new Rep(1, 0, 1_000_000_000L, 1_200_000_000L, 2_300_000_000L, 2_400_000_000L, 3_000_000_000L, Set.of(),
          new RepMetrics(Map.of()));

  /** A drift of every metric; {@code sigmas} are the lifter's own, at the last rep. */
  record Drift(double sigmas, Shape shape) {
    static final Drift NONE = new Drift(0, Shape.LINEAR);

    double at(int rep, int reps) {
      return sigmas * shape.at(rep, reps);
    }
  }

  /** When a level first spoke; 0 for never. A warning is a watch too. */
  record Said(int watchRep, int warnRep) {}

  static Lifter of(int reps, boolean twoSensors) {
    return new Lifter(reps, 1, RepNoise.INDEPENDENT, 0, twoSensors, FormPreferences.DEFAULT);
  }

  Lifter noisierBy(double factor) {
    return new Lifter(reps, factor, noise, earlierSets, twoSensors, preferences);
  }

  Lifter correlated(double autocorrelation) {
    return new Lifter(reps, noisier, new RepNoise(autocorrelation), earlierSets, twoSensors, preferences);
  }

  Lifter known(int sets) {
    return new Lifter(reps, noisier, noise, sets, twoSensors, preferences);
  }

  Lifter preferring(FormPreset preset) {
    return new Lifter(reps, noisier, noise, earlierSets, twoSensors, FormPreferences.of(preset));
  }

  /** What earlier stable sets taught of this lifter. */
  AthleteHistory history(SplittableRandom random) {
    AthleteHistory history = AthleteHistory.NONE;
    int length = Evidence.CATALOGUE.chartLimits().historySetReps();
    for (int i = 0; i < earlierSets; i++) {
      history = history.pooledWith(SetNoise.of(set(random, length, Drift.NONE), List.of()));
    }
    return history;
  }

  Said lift(SplittableRandom random, AthleteHistory history, Drift drift) {
    SetForm form = new SetForm(FormSettings.of(history, twoSensors, preferences));
    int watch = 0;
    int warn = 0;
    for (Rep rep : set(random, reps, drift)) {
      for (Warning warning : form.update(rep)) {
        watch = watch == 0 ? rep.index() : watch;
        warn = warning.level() == Level.WARN ? rep.index() : warn;
      }
    }
    return new Said(watch, warn);
  }

  private List<Rep> set(SplittableRandom random, int length, Drift drift) {
    double[] shared = new double[length];
    noise.fill(random, shared);
    List<Map<Metric, Double>> metrics = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      metrics.add(new EnumMap<>(Metric.class));
    }
    double[] own = new double[length];
    for (Metric metric : measured()) {
      noise.fill(random, own);
      RepNoise.mix(shared, own, CORRELATION);
      for (int i = 0; i < length; i++) {
        metrics.get(i).put(metric, value(metric, noisier * (own[i] + drift.at(i, length))));
      }
    }
    List<Rep> set = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      set.add(rep(i + 1, metrics.get(i)));
    }
    return set;
  }

  private List<Metric> measured() {
    return twoSensors
        ? List.of(
            Metric.CONCENTRIC_DURATION_S, Metric.INCLINATION_AT_ONSET_DEG, Metric.LUMBAR_FLEXION_AT_ONSET_DEG)
        : List.of(Metric.CONCENTRIC_DURATION_S, Metric.INCLINATION_AT_ONSET_DEG);
  }

  /** @param sigmas of the population */
  private static double value(Metric metric, double sigmas) {
    double typical = TYPICAL.getOrDefault(metric, 0.0);
    Evidence evidence = Evidence.CATALOGUE;
    return switch (metric) {
      case CONCENTRIC_DURATION_S ->
          typical * Math.exp(evidence.value(ThresholdKey.VELOCITY_LOSS_SIGMA_RATIO) * sigmas);
      case INCLINATION_AT_ONSET_DEG -> typical + evidence.value(ThresholdKey.INCLINATION_SIGMA_DEG) * sigmas;
      default -> typical + evidence.value(ThresholdKey.LUMBAR_FLEXION_SIGMA_DEG) * sigmas;
    };
  }

  static Rep rep(int index, Map<Metric, Double> metrics) {
    long start = (index - 1) * REP_NANOS;
    return new Rep(
        index, start + STENCIL.startNanos(), start + STENCIL.bottomNanos(), start + STENCIL.ascentOnsetNanos(),
        start + STENCIL.uprightNanos(), start + STENCIL.lockoutNanos(), start + STENCIL.endNanos(), Set.of(),
        new RepMetrics(metrics));
  }
}

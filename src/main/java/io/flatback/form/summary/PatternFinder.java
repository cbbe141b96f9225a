package io.flatback.form.summary;

import io.flatback.form.NoiseBand;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.form.summary.ChangeModel.Fit;
import io.flatback.form.summary.PatternFinding.Kind;
import io.flatback.lift.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells when posture changes, from the sets of one exercise of a day: there from the first heavy reps on, growing
 * through the set, late in the set, or late in the session. Tempo is left out: every lifter slows late in a set, and a
 * heavier bar is slower from the first rep on.
 *
 * <p>The models of {@link ChangeModels} are weighed against each other by their evidence, the noise from rep to rep
 * being known. A kind is named only if it is as probable as the catalogue asks, the change is one that matters, and
 * both stay so when any single set is left out.
 *
 * <p>Source: own; in what sense is written in the catalogue under [own-between-sets].
 */
final class PatternFinder {
  private static final Evidence EVIDENCE = Evidence.CATALOGUE;
  private static final int FEWEST_SETS = EVIDENCE.count(ThresholdKey.PATTERN_SETS);
  private static final int FEWEST_SETS_WITHOUT_CHANGE = EVIDENCE.count(ThresholdKey.PATTERN_SETS_WITHOUT_CHANGE);
  private static final double SURE = EVIDENCE.value(ThresholdKey.PATTERN_PROBABILITY);
  private static final double STILL_SURE = EVIDENCE.value(ThresholdKey.PATTERN_PROBABILITY_WITHOUT_A_SET);
  private static final double OFFSET_SIGMAS = EVIDENCE.value(ThresholdKey.PATTERN_SET_OFFSET_SIGMAS);
  /** Fewer in a set tell nothing of its shape. */
  private static final int FEWEST_REPS = EVIDENCE.count(ThresholdKey.VELOCITY_REFERENCE_REPS);
  /** More would cost time and not tell more. */
  private static final int MOST_SETS = 30;

  private PatternFinder() {}

  static PatternFinding find(SetFacts now, List<SetFacts> earlier) {
    Metric metric = now.posture();
    Optional<NoiseBand> band = now.band(metric);
    List<SetFacts> usable = usable(now, earlier, metric);
    if (band.isEmpty() || usable.size() < FEWEST_SETS) {
      return PatternFinding.notEnough(usable.size());
    }
    double leastSigmas = least(metric) / band.get().sigma();
    Verdict whole = Verdict.of(series(usable, metric, band.get()), leastSigmas);
    boolean few = whole.kind() == Kind.NO_CHANGE && usable.size() < FEWEST_SETS_WITHOUT_CHANGE;
    if (few || !whole.isSure(SURE) || !holdsWithoutAnyOne(usable, metric, band.get(), leastSigmas, whole)) {
      return PatternFinding.notEnough(usable.size());
    }
    double changeDeg = whole.kind() == Kind.NO_CHANGE ? 0 : whole.amount() * band.get().sigma();
    return new PatternFinding(whole.kind(), whole.probability(), usable.size(), changeDeg);
  }

  private static boolean holdsWithoutAnyOne(
      List<SetFacts> sets, Metric metric, NoiseBand band, double leastSigmas, Verdict whole) {
    for (int left = 0; left < sets.size(); left++) {
      List<SetFacts> others = new ArrayList<>(sets);
      others.remove(left);
      Verdict without = Verdict.of(series(others, metric, band), leastSigmas);
      if (without.kind() != whole.kind() || !without.isSure(STILL_SURE)) {
        return false;
      }
    }
    return true;
  }

  private static List<SetFacts> usable(SetFacts now, List<SetFacts> earlier, Metric metric) {
    List<SetFacts> usable = new ArrayList<>();
    for (SetFacts set : earlier) {
      if (set.isSameExercise(now) && set.stretch() == now.stretch() && isMeasured(set, metric)) {
        usable.add(set);
      }
    }
    if (!now.exerciseGuessed() && isMeasured(now, metric)) {
      usable.add(now);
    }
    return usable.subList(Math.max(0, usable.size() - MOST_SETS), usable.size());
  }

  private static boolean isMeasured(SetFacts set, Metric metric) {
    return set.clean().stream().filter(rep -> rep.metrics().get(metric).isPresent()).count() >= FEWEST_REPS;
  }

  private static List<SetSeries> series(List<SetFacts> sets, Metric metric, NoiseBand band) {
    boolean loads = sets.stream().allMatch(set -> set.loadKg() != null);
    double lightest = loads ? sets.stream().mapToDouble(PatternFinder::load).min().orElse(0) : 0;
    double range = loads ? sets.stream().mapToDouble(PatternFinder::load).max().orElse(0) - lightest : 0;
    List<SetSeries> series = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      double load = range > 0 ? (load(sets.get(i)) - lightest) / range : 0;
      series.add(new SetSeries(sets.get(i), metric, band, load, i / Math.max(1.0, sets.size() - 1)));
    }
    return series;
  }

  private static double load(SetFacts set) {
    return set.loadKg() == null ? 0 : set.loadKg();
  }

  /** The change that matters: what may be watched. */
  private static double least(Metric metric) {
    return EVIDENCE.value(
        metric == Metric.LUMBAR_FLEXION_AT_ONSET_DEG
            ? ThresholdKey.LUMBAR_FLEXION_WATCH_DEG
            : ThresholdKey.INCLINATION_WATCH_DEG);
  }

  /**
   * The likeliest kind of change.
   *
   * @param amount of it in standard deviations, by the likeliest of its models; 0 for no change
   */
  private record Verdict(Kind kind, double probability, double amount) {

    /** A change that matters is looked for: amounts of about that size are expected. */
    static Verdict of(List<SetSeries> sets, double leastSigmas) {
      List<Fit> fits =
          ChangeModels.of(sets).stream()
              .map(m -> m.fit(sets, OFFSET_SIGMAS * OFFSET_SIGMAS, 2 * leastSigmas * leastSigmas))
              .toList();
      double highest = fits.stream().mapToDouble(Fit::logEvidence).max().orElseThrow();
      Map<Kind, Double> weights = new EnumMap<>(Kind.class);
      fits.forEach(fit -> weights.merge(fit.told(leastSigmas), Math.exp(fit.logEvidence() - highest), Double::sum));
      Kind kind = weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
      Fit best =
          fits.stream()
              .filter(fit -> fit.told(leastSigmas) == kind)
              .max(Comparator.comparingDouble(Fit::logEvidence))
              .orElseThrow();
      return new Verdict(kind, weights.getOrDefault(kind, 0.0) / all, best.largestAmount());
    }

    boolean isSure(double least) {
      return kind != Kind.NOT_ENOUGH && probability >= least;
    }
  }
}

package io.flatback.evaluate;

import io.flatback.evaluate.CaseResult.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The figures that were promised, each held against what was found. */
final class Bars {
  /** Inclination RMSE of the reference implementation of VQF with its defaults [laidig-2023]. */
  static final Map<String, Double> REFERENCE_DEG =
      Map.of(
          "02-undisturbed-slow-rotation-B", 0.401,
          "07-undisturbed-fast-rotation-B", 0.672,
          "10-undisturbed-slow-translation-A", 0.287,
          "15-undisturbed-fast-translation-A", 0.416,
          "21-undisturbed-fast-combined", 1.861);

  private static final double ABOVE_REFERENCE = 1.03;
  private static final double RMSE_DEG = 0.8;
  private static final double PEAK_DEG = 1.5;
  private static final double EVENT_MEDIAN_SECONDS = 0.10;
  private static final double EVENT_WORST_SECONDS = 0.30;
  private static final double BOTTOM_WORST_SECONDS = 0.15;
  private static final double REMOUNTED_DEG = 0.5;
  private static final double LAG_MEDIAN_SECONDS = 0.25;
  private static final double LAG_WORST_SECONDS = 0.5;

  private final EvaluationReport report;
  private final List<Bar> bars = new ArrayList<>();

  private Bars(EvaluationReport report) {
    this.report = report;
  }

  static List<Bar> of(EvaluationReport report) {
    Bars bars = new Bars(report);
    bars.orientation();
    bars.angles();
    bars.timing();
    bars.realCounts();
    bars.pairs();
    bars.bars.addAll(PopulationBars.of(report));
    bars.notLifting();
    bars.movements();
    bars.remounting();
    bars.lag();
    bars.repeatable();
    return List.copyOf(bars.bars);
  }

  private List<CaseResult> cases(Predicate<CaseResult> which) {
    return report.cases().stream().filter(which).toList();
  }

  private void orientation() {
    for (CaseResult result : cases(c -> !c.orientation().isEmpty())) {
      Double reference = REFERENCE_DEG.get(result.name());
      double rmse = result.orientation().rmseDeg();
      if (reference != null) {
        bars.add(
            Bar.of(
                "orientation " + result.name().substring(0, 2) + ", inclination RMSE",
                "≤ " + Figures.thousandths(reference * ABOVE_REFERENCE) + "° (reference + 3 %)",
                Figures.thousandths(rmse) + "°",
                rmse <= reference * ABOVE_REFERENCE));
      }
    }
  }

  private void angles() {
    List<CaseResult> lifts = cases(c -> c.kind() == Kind.MOCAP && c.name().endsWith("-noisy") && !isSquat(c));
    if (lifts.isEmpty()) {
      return;
    }
    worst("captured lifts, noisy: inclination RMSE", RMSE_DEG, lifts, c -> c.lift().inclination().rmseDeg());
    worst("captured lifts, noisy: flexion RMSE", RMSE_DEG, lifts, c -> c.lift().flexion().rmseDeg());
    worst("captured lifts, noisy: inclination at each rep's peak", PEAK_DEG, lifts,
        c -> c.lift().inclination().peaksDeg().worst());
    worst("captured lifts, noisy: flexion at each rep's peak", PEAK_DEG, lifts,
        c -> c.lift().flexion().peaksDeg().worst());
  }

  private void worst(
      String on, double limitDeg, List<CaseResult> of, ToDoubleFunction<CaseResult> figure) {
    double worst = of.stream().mapToDouble(figure).max().orElse(Double.NaN);
    bars.add(Bar.of(on, "≤ " + limitDeg + "° in every file", "worst " + Figures.degrees(worst), worst <= limitDeg));
  }

  private static boolean isSquat(CaseResult result) {
    return result.name().startsWith("squat");
  }

  private void timing() {
    List<LiftResult> lifts =
        cases(c -> c.kind() == Kind.MOCAP).stream().map(CaseResult::lift).toList();
    TimingErrors timing = LiftResult.timing(lifts);
    Errors startAndEnd = Errors.together(List.of(timing.of(RepMoment.START), timing.of(RepMoment.UPRIGHT)));
    if (startAndEnd.isEmpty()) {
      return;
    }
    bars.add(
        Bar.of(
            "captured reps: start and end (5° crossings)",
            "median ≤ 0.10, worst ≤ 0.30 s",
            medianAndWorst(startAndEnd),
            startAndEnd.median() <= EVENT_MEDIAN_SECONDS && startAndEnd.worst() <= EVENT_WORST_SECONDS));
    Errors bottom = timing.of(RepMoment.BOTTOM);
    bars.add(
        Bar.of(
            "captured reps: bottom outside the 1.5° around the peak",
            "worst ≤ 0.15 s",
            medianAndWorst(bottom),
            bottom.worst() <= BOTTOM_WORST_SECONDS));
  }

  private static String medianAndWorst(Errors errors) {
    return "median " + Figures.plainSeconds(errors.median()) + ", worst " + Figures.seconds(errors.worst()) + " of "
        + errors.count();
  }

  private void realCounts() {
    List<CaseResult> sets = cases(c -> c.kind() == Kind.REAL && c.lift().counts().isPresent());
    if (!sets.isEmpty()) {
      long exact = sets.stream().filter(c -> c.lift().counts().orElseThrow().isExact()).count();
      bars.add(
          Bar.of(
              "real sets, worn well: count exact, every bottom within its tolerance",
              "all",
              exact + " of " + sets.size() + " sets",
              exact == sets.size()));
    }
    List<CaseResult> worn = cases(c -> c.kind() != Kind.SIMULATED && c.wornWell().isPresent());
    if (!worn.isEmpty()) {
      long right = worn.stream().filter(c -> c.followsBackRight().orElseThrow()).count();
      bars.add(
          Bar.of("recordings: says rightly whether the sensor follows the back", "all",
              right + " of " + worn.size(), right == worn.size()));
    }
  }

  private void pairs() {
    for (PairResult pair : report.pairs()) {
      bars.add(
          Bar.of(
              "sets compared, " + pair.who() + ": shift of the range of inclination",
              pair.wornWell() ? "larger where rounded, beyond its ±" : "no number: a sensor hung free",
              pair.found(), pair.isRight()));
    }
  }

  private void notLifting() {
    List<LiftResult> labelled =
        cases(c -> c.kind() == Kind.MOCAP && c.lift().alarms().seconds() > 0).stream().map(CaseResult::lift).toList();
    if (!labelled.isEmpty()) {
      Alarms alarms = LiftResult.alarms(labelled);
      bars.add(
          Bar.of("captured exercise that is no lift: reps", "0 in the report, 0 live",
              alarms.reps() + " and " + alarms.liveReps(), alarms.reps() + alarms.liveReps() == 0));
    }
  }

  private void movements() {
    List<CaseResult> asked = cases(c -> c.movements().isPresent());
    if (!asked.isEmpty()) {
      long right = asked.stream().filter(c -> c.movements().orElseThrow().isRight()).count();
      bars.add(
          Bar.of("seated trunks, two sensors: every bend and turn found, signs right", "all",
              right + " of " + asked.size(), right == asked.size()));
    }
  }

  private void remounting() {
    RemountScore all = RemountScore.together(cases(c -> true).stream().map(CaseResult::remounting).toList());
    if (all.rotations() > 0) {
      bars.add(
          Bar.of("every recording turned anyhow, " + all.rotations() + " in all: counts", "the same",
              all.otherCounts() + " differ", all.otherCounts() == 0));
      bars.add(
          Bar.of("the same: largest difference of any angle", "≤ 0.5°", Figures.degrees(all.worstDeg()),
              all.worstDeg() <= REMOUNTED_DEG));
    }
  }

  private void lag() {
    for (Kind kind : Kind.values()) {
      Errors decided = LiftResult.lags(report.lifts(kind)).decided();
      if (!decided.isEmpty()) {
        bars.add(
            Bar.of(
                kind.word() + ", live: lockout to rep_completed, once mounted",
                "median ≤ 0.25, worst ≤ 0.50 s",
                medianAndWorst(decided),
                decided.median() <= LAG_MEDIAN_SECONDS && decided.worst() <= LAG_WORST_SECONDS));
      }
    }
  }

  private void repeatable() {
    if (!report.cases().isEmpty()) {
      long same = report.cases().stream().filter(CaseResult::repeatable).count();
      bars.add(
          Bar.of("two analyses of each recording", "identical bytes", same + " of " + report.cases().size(),
              same == report.cases().size()));
    }
  }
}

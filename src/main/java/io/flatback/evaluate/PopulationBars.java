package io.flatback.evaluate;

import io.flatback.evaluate.ScenarioResult.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What was promised of the simulated population. */
final class PopulationBars {
  private static final double F1 = 0.997;
  private static final double F1_EACH = 0.99;
  private static final double F1_OTHERS = 0.98;
  private static final double LOOSE_NOTICED = 0.95;
  private static final double WELL_ACCUSED = 0.01;

  /** How the scenarios with a calibration as it should be are called. */
  private static final String CALIBRATED = "guided-calibration";

  private static final double CALIBRATED_DEG = 0.3;

  private final EvaluationReport report;
  private final List<Bar> bars = new ArrayList<>();

  private PopulationBars(EvaluationReport report) {
    this.report = report;
  }

  static List<Bar> of(EvaluationReport report) {
    PopulationBars bars = new PopulationBars(report);
    bars.population();
    bars.calibrated();
    bars.looseness();
    return List.copyOf(bars.bars);
  }

  private void population() {
    if (report.population().isEmpty()) {
      bars.add(Bar.notMeasured("simulated population", "F1 ≥ 0.997 at 50 Hz and more", "needs --seeds"));
      return;
    }
    String who = "population, " + report.seeds() + " of each: ";
    CountScore all = PopulationFigures.counts(report.population(), Group.SCORED);
    bars.add(Bar.of(who + "F1 at 50 Hz and more", "≥ 0.997", Figures.ratio(all.f1()), all.f1() >= F1));
    List<ScenarioResult> lifting = scenarios(s -> s.group() == Group.SCORED && s.counts().expected() > 0);
    List<ScenarioResult> below = lifting.stream().filter(s -> s.counts().f1() < F1_EACH).toList();
    bars.add(
        Bar.of(who + "F1 in every scenario", "≥ 0.99",
            below.isEmpty() ? "all" : below.size() + " of " + lifting.size() + " scenarios below", below.isEmpty()));
    idle(who);
    CountScore slow = PopulationFigures.slow(report.population());
    bars.add(Bar.of(who + "F1 at 25 Hz", "≥ 0.98", Figures.ratio(slow.f1()), slow.f1() >= F1_OTHERS));
    CountScore bare = PopulationFigures.withoutGyro(report.population());
    bars.add(Bar.of(who + "F1 with an accelerometer only", "≥ 0.98", Figures.ratio(bare.f1()), bare.f1() >= F1_OTHERS));
  }

  private void idle(String who) {
    List<ScenarioResult> idle = scenarios(s -> s.group() == Group.SCORED && s.counts().expected() == 0);
    if (!idle.isEmpty()) {
      int reps = idle.stream().mapToInt(s -> s.counts().found()).sum();
      bars.add(Bar.of(who + "reps of who does not lift", "0", String.valueOf(reps), reps == 0));
    }
  }

  private void calibrated() {
    List<LiftResult> lifts =
        scenarios(s -> s.scenario().startsWith(CALIBRATED)).stream().flatMap(s -> s.lifts().stream()).toList();
    if (!lifts.isEmpty()) {
      double lean = LiftResult.inclination(lifts).rmseDeg();
      AngleScore flexion = LiftResult.flexion(lifts);
      bars.add(
          Bar.of("population, after a guided calibration: inclination and flexion RMSE", "≤ 0.3°",
              Figures.degrees(lean) + ", " + Figures.degrees(flexion.rmseDeg()),
              lean <= CALIBRATED_DEG && !(flexion.rmseDeg() > CALIBRATED_DEG)));
    }
  }

  private List<ScenarioResult> scenarios(Predicate<ScenarioResult> which) {
    return report.population().stream().filter(which).toList();
  }

  private void looseness() {
    int loose = 0;
    int noticed = 0;
    int well = 0;
    int accused = 0;
    for (ScenarioResult scenario : report.population()) {
      boolean isLoose = scenario.group() == Group.LOOSE;
      loose += isLoose ? scenario.lifters().size() : 0;
      noticed += isLoose ? scenario.saidLoose() : 0;
      well += isLoose ? 0 : scenario.lifters().size();
      accused += isLoose ? 0 : scenario.saidLoose();
    }
    if (loose > 0) {
      bars.add(
          Bar.of("population: loose sensors noticed", "≥ 95 %", Figures.percent(noticed, loose) + " of " + loose,
              noticed >= LOOSE_NOTICED * loose));
    }
    if (well > 0) {
      bars.add(
          Bar.of("population: well-worn sensors accused", "≤ 1 %", Figures.percent(accused, well) + " of " + well,
              accused <= WELL_ACCUSED * well));
    }
  }
}

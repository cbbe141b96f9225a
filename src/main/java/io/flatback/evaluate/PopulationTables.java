package io.flatback.evaluate;

import static io.flatback.evaluate.Figures.NONE;

import io.flatback.evaluate.ScenarioResult.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found in the simulated population, scenario by scenario. */
final class PopulationTables {
  private final EvaluationReport report;

  PopulationTables(EvaluationReport report) {
    this.report = report;
  }

  Table reps() {
    List<List<String>> rows = new ArrayList<>();
    for (ScenarioResult s : report.population()) {
      rows.add(scenario(s, s.scenario() + mark(s.group())));
    }
    if (!rows.isEmpty()) {
      rows.add(total("all that can be told, ≥ 50 Hz", List.of(Group.SCORED)));
      rows.add(total("the same and what can't be told *", List.of(Group.SCORED, Group.CANNOT_TELL)));
    }
    return new Table(
        "Simulated population: reps, " + report.seeds() + " lifters of each scenario",
        "* holds movements no sensor on the back can tell from reps; § 25 Hz; † hangs loose, to be noticed.",
        List.of(
            "scenario", "reps", "precision", "recall", "F1", "live F1", "25 Hz F1", "no gyro F1", "said loose", "missed"),
        rows);
  }

  private static String mark(Group group) {
    return switch (group) {
      case SCORED -> "";
      case SLOW -> " §";
      case CANNOT_TELL -> " *";
      case LOOSE -> " †";
    };
  }

  private static List<String> scenario(ScenarioResult s, String name) {
    boolean counted = s.group() != Group.LOOSE;
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(counted ? f1(s.counts(), LiftResult.liveCounts(s.lifts()), s.slow(), s.withoutGyro()) : noF1());
    row.add(Figures.percent(s.saidLoose(), s.lifters().size()));
    row.add(counted ? s.missedSeeds().size() + " of " + s.lifters().size() : NONE);
    return row;
  }

  private List<String> total(String name, List<Group> groups) {
    List<ScenarioResult> scenarios = report.population().stream().filter(s -> groups.contains(s.group())).toList();
    List<String> row = new ArrayList<>(List.of(name));
    List<LiftResult> lifts = scenarios.stream().flatMap(s -> s.lifts().stream()).toList();
    row.addAll(
        f1(
            LiftResult.counts(lifts),
            LiftResult.liveCounts(lifts),
            scenarios.stream().map(ScenarioResult::slow).reduce(CountScore.NONE, CountScore::plus),
            scenarios.stream().map(ScenarioResult::withoutGyro).reduce(CountScore.NONE, CountScore::plus)));
    int missed = scenarios.stream().mapToInt(s -> s.missedSeeds().size()).sum();
    row.add(Figures.percent(scenarios.stream().mapToInt(ScenarioResult::saidLoose).sum(), lifts.size()));
    row.add(missed + " of " + lifts.size());
    return row;
  }

  private static List<String> f1(CountScore counts, CountScore live, CountScore slow, CountScore bare) {
    return List.of(
        Figures.counts(counts),
        counts.found() == 0 ? NONE : Figures.ratio(counts.precision()),
        counts.expected() == 0 ? NONE : Figures.ratio(counts.recall()),
        f1(counts),
        f1(live),
        f1(slow),
        f1(bare));
  }

  /** Where nobody lifts there is no F1: the reps that were counted are all there is to say. */
  private static String f1(CountScore counts) {
    return counts.expected() == 0 ? NONE : Figures.ratio(counts.f1());
  }

  private static List<String> noF1() {
    return Collections.nCopies(7, NONE);
  }

  /** What no sensor can tell is said in words, too. */
  Table indistinct() {
    List<List<String>> rows = new ArrayList<>();
    for (ScenarioResult s : report.population()) {
      if (s.group() == Group.CANNOT_TELL) {
        CountScore counts = s.counts();
        rows.add(List.of(s.scenario(), s.shows(), String.valueOf(counts.found() - counts.matched())));
      }
    }
    return new Table(
        "What a sensor on the back can't tell",
        "Who comes up without the bar moves the back as in a rep; the load is not felt there. Counted as false reps.",
        List.of("scenario", "what happens", "false reps"),
        rows);
  }

  Table angles() {
    List<List<String>> rows = new ArrayList<>();
    for (ScenarioResult s : report.population()) {
      AngleScore lean = LiftResult.inclination(s.lifts());
      AngleScore flexion = LiftResult.flexion(s.lifts());
      if (!lean.isEmpty()) {
        rows.add(
            List.of(
                s.scenario(),
                Figures.degrees(lean.rmseDeg()),
                Figures.degrees(lean.peaksDeg().median()),
                Figures.degrees(lean.peaksDeg().percentile95()),
                Figures.degrees(lean.peaksDeg().worst()),
                Figures.degrees(flexion.rmseDeg()),
                Figures.degrees(flexion.peaksDeg().median()),
                Figures.degrees(flexion.peaksDeg().percentile95()),
                Figures.degrees(flexion.peaksDeg().worst())));
      }
    }
    return new Table(
        "Simulated population: angles",
        "RMSE over all samples, and the error at each rep's peak: median, 95 of 100, worst. No calibration was made.",
        List.of("scenario", "incl. RMSE", "peak med.", "95 %", "worst", "flexion RMSE", "peak med.", "95 %", "worst"),
        rows);
  }
}

package io.flatback.evaluate;

import static io.flatback.evaluate.Figures.NONE;

import io.flatback.evaluate.CaseResult.Kind;
import io.flatback.evaluate.ScenarioResult.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The results as tables, a few for each kind of recording. */
final class EvaluationTables {
  private static final int NAME_LENGTH = 30;
  private static final List<String> MOVEMENTS =
      List.of("forward_bend", "side_bend_right", "side_bend_left", "turn_right", "turn_left");

  private final EvaluationReport report;

  EvaluationTables(EvaluationReport report) {
    this.report = report;
  }

  /** Those that have a row. */
  List<Table> of(Kind kind) {
    List<Table> tables = new ArrayList<>(List.of(orientation(kind), recordings(kind), movements(kind)));
    if (kind == Kind.SIMULATED) {
      tables.addAll(List.of(population(), indistinct(), angles()));
    }
    tables.addAll(List.of(timing(kind), timingOfEach(kind), lag(kind), alarms(kind)));
    return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
  }

  private List<CaseResult> cases(Kind kind) {
    return report.cases().stream().filter(c -> c.kind() == kind).toList();
  }

  private Table orientation(Kind kind) {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases(kind)) {
      if (!c.orientation().isEmpty()) {
        Double reference = Bars.REFERENCE_DEG.get(c.name());
        rows.add(
            List.of(
                c.name(),
                Figures.thousandths(c.orientation().rmseDeg()) + "°",
                Figures.degrees(c.orientation().worstDeg()),
                reference == null ? NONE : Figures.thousandths(reference) + "°"));
      }
    }
    return new Table(
        kind.title() + ": direction of up",
        "Angle between found and true up while moving. Reference: the VQF implementation of its authors.",
        List.of("recording", "RMSE", "worst", "reference RMSE"),
        rows);
  }

  private Table recordings(Kind kind) {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases(kind)) {
      if (c.orientation().isEmpty()) {
        rows.add(recording(c));
      }
    }
    return new Table(
        kind.title() + ": reps and angles",
        "Reps found/true in the report and live. Angles: RMSE, and worst error at a rep's peak. Turned: see the bars.",
        List.of(
            "recording", "reps", "live", "F1", "follows", "incl.", "peak", "flexion", "peak", "turned: reps", "angle"),
        rows);
  }

  private static List<String> recording(CaseResult c) {
    LiftResult lift = c.lift();
    return List.of(
        shorten(c.name()),
        lift.counts().map(Figures::counts).orElse(NONE),
        lift.liveCounts().map(Figures::counts).orElse(NONE),
        lift.counts().map(counts -> Figures.ratio(counts.f1())).orElse(NONE),
        c.followsBackRight().map(right -> right ? "right" : "WRONG").orElse(NONE),
        Figures.degrees(lift.inclination().rmseDeg()),
        Figures.degrees(lift.inclination().peaksDeg().worst()),
        Figures.degrees(lift.flexion().rmseDeg()),
        Figures.degrees(lift.flexion().peaksDeg().worst()),
        c.remounting().otherCounts() == 0 ? "same" : c.remounting().otherCounts() + " differ",
        Figures.degrees(c.remounting().worstDeg()));
  }

  private Table movements(Kind kind) {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases(kind)) {
      c.movements()
          .ifPresent(
              m -> {
                List<String> row = new ArrayList<>(List.of(c.name()));
                MOVEMENTS.forEach(kindOf -> row.add(ofExpected(m.score(), kindOf)));
                row.add(m.signsRight() ? "right" : "WRONG");
                rows.add(row);
              });
    }
    List<String> header = new ArrayList<>(List.of("recording"));
    MOVEMENTS.forEach(kindOf -> header.add(kindOf.replace('_', ' ')));
    header.add("signs");
    return new Table(kind.title() + ": bends and turns of seated trunks", "Found/true.", header, rows);
  }

  private static String ofExpected(MovementScore score, String kind) {
    return score.found().getOrDefault(kind, 0) + "/" + score.expected().getOrDefault(kind, 0);
  }

  private static String shorten(String name) {
    return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH - 1) + "…";
  }

  private Table population() {
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
        Figures.ratio(counts.precision()),
        Figures.ratio(counts.recall()),
        Figures.ratio(counts.f1()),
        Figures.ratio(live.f1()),
        Figures.ratio(slow.f1()),
        Figures.ratio(bare.f1()));
  }

  private static List<String> noF1() {
    return Collections.nCopies(7, NONE);
  }

  /** What no sensor can tell is said in words, too. */
  private Table indistinct() {
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

  private Table angles() {
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

  private Table timing(Kind kind) {
    TimingErrors timing = LiftResult.timing(report.lifts(kind));
    List<List<String>> rows = new ArrayList<>();
    for (RepMoment moment : RepMoment.values()) {
      Errors errors = timing.of(moment);
      if (!errors.isEmpty()) {
        rows.add(
            List.of(
                moment.title(),
                String.valueOf(errors.count()),
                Figures.seconds(errors.median()),
                Figures.seconds(errors.percentile95()),
                Figures.seconds(errors.worst())));
      }
    }
    return new Table(
        kind.title() + ": when the moments of a rep are said to be",
        "Upright: back inside 5° of standing. Lockout: there and slower than 20 °/s for 0.2 s. Bottom: beside its"
            + " stretch.",
        List.of("moment", "reps", "median", "95 %", "worst"),
        rows);
  }

  private Table timingOfEach(Kind kind) {
    List<List<String>> rows = new ArrayList<>();
    for (CaseResult c : cases(kind)) {
      TimingErrors timing = c.lift().timing();
      if (!timing.of(RepMoment.BOTTOM).isEmpty()) {
        List<String> row = new ArrayList<>(List.of(shorten(c.name())));
        for (RepMoment moment : RepMoment.values()) {
          Errors errors = timing.of(moment);
          row.add(errors.isEmpty() ? NONE : Figures.plainSeconds(errors.median()) + " / "
              + Figures.plainSeconds(errors.worst()));
        }
        rows.add(row);
      }
    }
    List<String> header = new ArrayList<>(List.of("recording"));
    Arrays.stream(RepMoment.values()).map(RepMoment::title).forEach(header::add);
    return new Table(kind.title() + ": the same for each recording", "Median / worst in seconds.", header, rows);
  }

  private Table lag(Kind kind) {
    Lags lags = LiftResult.lags(report.lifts(kind));
    List<List<String>> rows = new ArrayList<>();
    lag(rows, "not in doubt: rep_completed", lags.atOnce());
    lag(rows, "in doubt: rep_provisional", lags.inDoubt());
    lag(rows, "in doubt: rep_completed", lags.confirmed());
    lag(rows, "while the mounting was still being found: rep_completed", lags.whileMounting());
    return new Table(
        kind.title() + ": time from lockout to when it is told, live",
        "Stream time. Lockout begins the 0.2 s that decide it.",
        List.of("rep", "reps", "median", "95 %", "worst"),
        rows);
  }

  private static void lag(List<List<String>> rows, String name, Errors errors) {
    if (!errors.isEmpty()) {
      rows.add(
          List.of(
              name,
              String.valueOf(errors.count()),
              Figures.seconds(errors.median()),
              Figures.seconds(errors.percentile95()),
              Figures.seconds(errors.worst())));
    }
  }

  private Table alarms(Kind kind) {
    Map<String, List<LiftResult>> groups = new TreeMap<>();
    for (CaseResult c : cases(kind)) {
      groups.computeIfAbsent(c.folder(), f -> new ArrayList<>()).add(c.lift());
    }
    if (kind == Kind.SIMULATED) {
      report.population().stream()
          .filter(s -> s.group() != Group.LOOSE)
          .forEach(s -> groups.put(s.scenario(), s.lifts()));
    }
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (name, lifts) -> {
          Alarms alarms = LiftResult.alarms(lifts);
          if (alarms.any() || LiftResult.counts(lifts).expected() == 0) {
            alarm(name, alarms).ifPresent(rows::add);
          }
        });
    if (kind == Kind.SIMULATED) {
      Alarms all = LiftResult.alarms(groups.values().stream().flatMap(List::stream).toList());
      alarm("all scenarios", all).ifPresent(rows::add);
    }
    return new Table(
        kind.title() + ": alarms while nobody lifts",
        "Reps in the report; told live: reps not taken back, provisional reps, warnings, and all three for each hour.",
        List.of("where", "hours", "reps", "live reps", "provisional", "warnings", "an hour"),
        rows);
  }

  private static Optional<List<String>> alarm(String name, Alarms alarms) {
    if (alarms.seconds() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            name,
            String.format(Locale.ROOT, "%.2f", alarms.hours()),
            String.valueOf(alarms.reps()),
            String.valueOf(alarms.liveReps()),
            String.valueOf(alarms.provisional()),
            String.valueOf(alarms.warnings()),
            Figures.tenths(alarms.perHour())));
  }

  static Table bars(List<Bar> bars) {
    return new Table(
        "What was promised",
        "",
        List.of("on", "must be", "is", "verdict"),
        bars.stream().map(b -> List.of(b.on(), b.mustBe(), b.found(), b.verdict().text())).toList());
  }
}

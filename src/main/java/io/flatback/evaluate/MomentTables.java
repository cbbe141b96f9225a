package io.flatback.evaluate;

import static io.flatback.evaluate.Figures.NONE;

import io.flatback.evaluate.CaseResult.Kind;
import io.flatback.evaluate.ScenarioResult.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When the moments of reps were said to be, when that was told, and what was told while nobody lifted. */
final class MomentTables {
  private final EvaluationReport report;
  private final Kind kind;
  private final List<CaseResult> cases;

  MomentTables(EvaluationReport report, Kind kind) {
    this.report = report;
    this.kind = kind;
    cases = report.cases().stream().filter(c -> c.kind() == kind).toList();
  }

  Table timing() {
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

  Table timingOfEach() {
    List<List<String>> rows = new ArrayList<>();
    cases.forEach(c -> timing(rows, RecordingTables.shorten(c.name()), c.lift().timing()));
    if (kind == Kind.SIMULATED) {
      report.population().forEach(s -> timing(rows, s.scenario(), LiftResult.timing(s.lifts())));
    }
    List<String> header = new ArrayList<>(List.of("of"));
    Arrays.stream(RepMoment.values()).map(RepMoment::title).forEach(header::add);
    return new Table(kind.title() + ": the same one by one", "Median / worst in seconds.", header, rows);
  }

  private static void timing(List<List<String>> rows, String name, TimingErrors timing) {
    if (!timing.of(RepMoment.BOTTOM).isEmpty()) {
      List<String> row = new ArrayList<>(List.of(name));
      for (RepMoment moment : RepMoment.values()) {
        Errors errors = timing.of(moment);
        row.add(
            errors.isEmpty()
                ? NONE
                : Figures.plainSeconds(errors.median()) + " / " + Figures.plainSeconds(errors.worst()));
      }
      rows.add(row);
    }
  }

  Table lag() {
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

  Table alarms() {
    Map<String, List<LiftResult>> groups = new TreeMap<>();
    for (CaseResult c : cases) {
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
}

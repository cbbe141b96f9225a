package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.Table;
import io.flatback.evaluate.alarms.RuleRun.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** How often the whole rule speaks in stable sets. */
final class FalseAlarms {
  static final double WATCH_AT_MOST = .053;
  static final double WARN_AT_MOST = .011;
  static final double SESSION_WARN_AT_MOST = .05;
  private static final int[] LENGTHS = {5, 8, 10, 12};
  private static final int HISTORY_SETS = 4;
  private static final int SESSION_SETS = 5;
  /** Sets or sessions from which on a bound is taken at its word. */
  private static final int ENOUGH = 5_000;
  private static final double HELD_UP_TO = 1.5;

  /** One kind of lifter, all set lengths beside each other. */
  record Line(boolean twoSensors, int history, double noisier, double autocorrelation, List<Outcome> byLength) {
    boolean isHeld() {
      return noisier <= HELD_UP_TO;
    }

    String name() {
      return String.format(Locale.ROOT, "%s, %s, %s, %s",
          twoSensors ? "two sensors" : "one sensor",
          history == 0 ? "cold start" : "20 df",
          noisier == 1 ? "as the population" : noisier == 2 ? "twice as noisy" : noisier + " times as noisy",
          autocorrelation == 0 ? "independent" : "autocorrelation " + autocorrelation);
    }
  }

  private FalseAlarms() {}

  static List<Line> find(RuleRun run, Consumer<String> progress) throws IOException {
    return find(run, progress, 1);
  }

  /** Only with a history, because nobody is warned before. */
  static List<Line> findSessions(RuleRun run, Consumer<String> progress) throws IOException {
    return find(run, progress, SESSION_SETS);
  }

  private static List<Line> find(RuleRun run, Consumer<String> progress, int sets) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (boolean two : new boolean[] {false, true}) {
      for (int history : sets == 1 ? new int[] {0, HISTORY_SETS} : new int[] {HISTORY_SETS}) {
        for (double noisier : new double[] {1, 1.5, 2}) {
          for (double autocorrelation : new double[] {0, .3}) {
            List<Outcome> byLength = new ArrayList<>();
            for (int reps : LENGTHS) {
              Lifter lifter = Lifter.of(reps, two).noisierBy(noisier).correlated(autocorrelation).known(history);
              byLength.add(run.sessions(lifter, Lifter.Drift.NONE, sets));
            }
            Line line = new Line(two, history, noisier, autocorrelation, byLength);
            progress.accept((sets == 1 ? "false alarms: " : "sessions: ") + line.name());
            lines.add(line);
          }
        }
      }
    }
    return lines;
  }

  static Table table(List<Line> lines, int sets) {
    return new Table(
        "False alarms of the whole rule",
        "Stable sets in which anything was said / in which a warning was given, " + sets + " each, in percent.",
        List.of("lifter", "5 reps", "8 reps", "10 reps", "12 reps"),
        rows(lines, outcome -> outcome.watch().percent() + " / " + outcome.warn().percent()));
  }

  static Table sessionTable(List<Line> lines, int sessions) {
    return new Table(
        "False warnings in a session of five sets",
        "Stable sessions with a warning in any set, " + sessions
            + " each; the wearer's history is the same in all sets.",
        List.of("lifter", "5 reps", "8 reps", "10 reps", "12 reps"),
        rows(lines, outcome -> outcome.sessionWarn().percentWithBound()));
  }

  private static List<List<String>> rows(List<Line> lines, Function<Outcome, String> cell) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> row = new ArrayList<>(List.of(line.name()));
      line.byLength().forEach(outcome -> row.add(cell.apply(outcome)));
      rows.add(row);
    }
    return rows;
  }

  static List<Bar> bars(List<Line> sets, List<Line> sessions) {
    Predicate<Line> cold = line -> line.isHeld() && line.history() == 0;
    Predicate<Line> known = line -> line.isHeld() && line.history() > 0;
    return List.of(
        bar("warn, 20 df, up to 1.5 times as noisy", sets, known, Outcome::warn, WARN_AT_MOST),
        bar("watch, 20 df, up to 1.5 times as noisy", sets, known, Outcome::watch, WATCH_AT_MOST),
        bar("watch, cold start, up to 1.5 times as noisy", sets, cold, Outcome::watch, WATCH_AT_MOST),
        bar("warn, cold start", sets, line -> line.history() == 0, Outcome::warn, 1e-3),
        bar("warn in any of five sets, up to 1.5 times", sessions, known, Outcome::sessionWarn, SESSION_WARN_AT_MOST),
        bar("beyond what is promised: warn, 20 df, twice as noisy", sets,
            line -> !line.isHeld() && line.history() > 0, Outcome::warn, WARN_AT_MOST),
        bar("beyond what is promised: watch, 20 df, twice as noisy", sets,
            line -> !line.isHeld() && line.history() > 0, Outcome::watch, WATCH_AT_MOST),
        bar("beyond what is promised: watch, cold start, twice as noisy", sets,
            line -> !line.isHeld() && line.history() == 0, Outcome::watch, WATCH_AT_MOST));
  }

  private static Bar bar(
      String on, List<Line> lines, Predicate<Line> which, Function<Outcome, Share> of, double atMost) {
    return bar(
        on, lines.stream().filter(which).flatMap(line -> line.byLength().stream()).map(of).toList(), atMost);
  }

  /** Of the worst. */
  static Bar bar(String on, List<Share> shares, double atMost) {
    Share worst = shares.stream().max(Comparator.comparingDouble(Share::upperBound)).orElseThrow();
    String mustBe = String.format(Locale.ROOT, "95 %% upper bound ≤ %.1f %%", 100 * atMost);
    String found = "worst " + worst.percentWithBound();
    boolean mayHold = worst.ratio() <= atMost && !worst.isAtMost(atMost) && worst.of() < ENOUGH;
    return mayHold
        ? Bar.notMeasured(on, mustBe, found + ", too few to tell")
        : Bar.of(on, mustBe, found, worst.isAtMost(atMost));
  }
}

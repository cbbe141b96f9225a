package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.Table;
import io.flatback.evaluate.alarms.RuleRun.Outcome;
import io.flatback.form.FormPreset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** How often the whole rule speaks under each preset: in stable sets, where it is hardest to hold, and of a drift. */
final class PresetAlarms {
  private static final int LONGEST_SET = 12;
  private static final int DRIFTING_SET = 8;
  private static final int HISTORY_SETS = 4;
  private static final double NOISIEST = 1.5;
  private static final double AUTOCORRELATION = .3;
  private static final double[] SIGMAS = {4, 6, 8};

  /**
   * One preset with one or two sensors.
   *
   * @param drifting with a history, a linear drift of all metrics by each of the sizes
   */
  record Line(FormPreset preset, boolean twoSensors, Outcome cold, Outcome known, List<Outcome> drifting) {
    String name() {
      return preset.key() + ", " + (twoSensors ? "two sensors" : "one sensor");
    }
  }

  private PresetAlarms() {}

  static List<Line> find(RuleRun run, Consumer<String> progress) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (FormPreset preset : FormPreset.values()) {
      for (boolean two : new boolean[] {false, true}) {
        Lifter hard = Lifter.of(LONGEST_SET, two).preferring(preset).noisierBy(NOISIEST).correlated(AUTOCORRELATION);
        Outcome cold = run.sets(hard, Lifter.Drift.NONE);
        Outcome known = run.sets(hard.known(HISTORY_SETS), Lifter.Drift.NONE);
        List<Outcome> drifting = new ArrayList<>();
        for (double sigmas : SIGMAS) {
          Lifter usual = Lifter.of(DRIFTING_SET, two).preferring(preset).known(HISTORY_SETS);
          drifting.add(run.sets(usual, new Lifter.Drift(sigmas, Shape.LINEAR)));
        }
        Line line = new Line(preset, two, cold, known, drifting);
        progress.accept("presets: " + line.name());
        lines.add(line);
      }
    }
    return lines;
  }

  static Table table(List<Line> lines, int sets) {
    return new Table(
        "What an athlete may choose",
        "Each preset, " + sets + " sets a figure. Stable: the hardest of the lifters that are promised for, 12 reps,"
            + " 1.5 times as noisy as the population, autocorrelation 0.3. Drifting: 8 independent reps of a lifter"
            + " with 20 df, all metrics by so many sigmas; sets in which anything was said / a warning was given.",
        List.of("preset", "watch, cold start", "watch, 20 df", "warn, 20 df", "4 σ", "6 σ", "8 σ"),
        lines.stream().map(PresetAlarms::row).toList());
  }

  private static List<String> row(Line line) {
    List<String> row = new ArrayList<>(List.of(
        line.name(), line.cold().watch().percentWithBound(), line.known().watch().percentWithBound(),
        line.known().warn().percentWithBound()));
    line.drifting().forEach(drift -> row.add(drift.watch().percent() + " / " + drift.warn().percent()));
    return row;
  }

  /** One for each preset, the worse of one and two sensors. */
  static List<Bar> bars(List<Line> lines) {
    List<Bar> bars = new ArrayList<>();
    for (FormPreset preset : FormPreset.values()) {
      List<Line> its = lines.stream().filter(line -> line.preset() == preset).toList();
      List<Share> watches =
          its.stream().flatMap(line -> Arrays.asList(line.cold().watch(), line.known().watch()).stream()).toList();
      List<Share> warns = its.stream().map(line -> line.known().warn()).toList();
      bars.add(FalseAlarms.bar("warn, preset " + preset.key(), warns, FalseAlarms.WARN_AT_MOST));
      bars.add(FalseAlarms.bar("watch, preset " + preset.key(), watches, FalseAlarms.WATCH_AT_MOST));
    }
    return bars;
  }
}

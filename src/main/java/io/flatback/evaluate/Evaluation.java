package io.flatback.evaluate;

import io.flatback.recording.CsvRecording;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingFormatException;
import io.flatback.session.Reanalysis;
import io.flatback.session.SeriesRow;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import io.flatback.sim.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Analyses the recordings of a folder as the product does, and holds the results against their truth. The
 * analysis never sees a truth file.
 */
public final class Evaluation {
  private Evaluation() {}

  /**
   * Everything below the folders, and a simulated population beside it.
   *
   * @param seeds of each scenario; 0 for none
   * @param progress is told the name of each case before it begins
   */
  public static EvaluationReport run(List<Path> folders, int seeds, Consumer<String> progress) throws IOException {
    List<CaseResult> cases = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> recordings = recordingsIn(folder);
      if (recordings.isEmpty()) {
        throw new RecordingFormatException(
            folder + ": found no recording with its truth, expected NAME.csv or NAME.csv.gz with NAME.truth.json or"
                + " NAME.truth.csv beside it: name the folder they are in");
      }
      for (Path recording : recordings) {
        progress.accept(recording.getFileName().toString());
        cases.add(run(recording));
      }
    }
    List<Population.ScenarioResult> population = new ArrayList<>();
    for (String scenario : seeds > 0 ? Scenarios.names() : List.<String>of()) {
      progress.accept(scenario);
      population.add(Population.run(scenario, seeds));
    }
    return new EvaluationReport(cases, population);
  }

  /** The recordings below {@code folder} that have a truth beside them, in order of name. */
  static List<Path> recordingsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".csv") || path.toString().endsWith(".csv.gz"))
          .filter(path -> Files.exists(truthJson(path)) || Files.exists(truthCsv(path)))
          .sorted()
          .toList();
    }
  }

  static CaseResult run(Path path) throws IOException {
    Recording recording = CsvRecording.of(path);
    Optional<TruthTable> table =
        Files.exists(truthCsv(path)) ? Optional.of(TruthTable.read(truthCsv(path))) : Optional.empty();
    if (table.flatMap(t -> t.column("true_up_x")).isPresent()) {
      AngleScore orientation = OrientationCheck.run(recording, table.orElseThrow());
      return new CaseResult(
          folder(path), stem(path), Optional.empty(), Optional.empty(), Optional.of(orientation), Optional.empty(),
          Optional.empty(), Optional.empty());
    }
    return lifts(path, recording, table);
  }

  private static CaseResult lifts(Path path, Recording recording, Optional<TruthTable> table) throws IOException {
    Optional<PostureCheck> inclination =
        check(table, "true_trunk_pitch_deg", row -> row.primary().sagittalInclinationDeg());
    Optional<PostureCheck> flexion = check(table, "true_lumbar_flex_deg", SeriesRow::flexionDeg);
    SessionResult result =
        Reanalysis.analyze(
            recording,
            SessionSettings.UNKNOWN,
            row -> {
              inclination.ifPresent(check -> check.row(row));
              flexion.ifPresent(check -> check.row(row));
            });
    List<Double> bottoms = bottomsSeconds(result);
    TrueReps truth = TrueReps.read(truthJson(path));
    boolean hasCount = truth.count().isPresent();
    return new CaseResult(
        folder(path),
        stem(path),
        hasCount && truth.wornWell() ? Optional.of(CountScore.of(bottoms, truth)) : Optional.empty(),
        hasCount ? Optional.of(result.mounting().followsBack() == truth.wornWell()) : Optional.empty(),
        Optional.empty(),
        inclination.flatMap(PostureCheck::score),
        recording.placements().size() == Placement.values().length
            ? flexion.flatMap(PostureCheck::score)
            : Optional.empty(),
        whileNotLifting(path, bottoms));
  }

  private static Optional<PostureCheck> check(
      Optional<TruthTable> table, String column, ToDoubleFunction<SeriesRow> angle) {
    return table.flatMap(t -> t.column(column).map(values -> new PostureCheck(t.required("t_s"), values, angle)));
  }

  private static Optional<Integer> whileNotLifting(Path path, List<Double> bottoms) throws IOException {
    Path labels = path.resolveSibling("action-labels.csv");
    return Files.exists(labels)
        ? Optional.of(ActionLabels.read(labels, stem(path)).count(bottoms))
        : Optional.empty();
  }

  static List<Double> bottomsSeconds(SessionResult result) {
    List<Double> bottoms = new ArrayList<>();
    for (WorkSet set : result.sets()) {
      set.reps().forEach(rep -> bottoms.add(rep.bottomNanos() * 1e-9));
    }
    return bottoms;
  }

  private static String folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  private static String stem(Path path) {
    return path.getFileName().toString().replaceAll("\\.csv(\\.gz)?$", "");
  }

  private static Path truthJson(Path path) {
    return path.resolveSibling(stem(path) + ".truth.json");
  }

  private static Path truthCsv(Path path) {
    return path.resolveSibling(stem(path) + ".truth.csv");
  }
}

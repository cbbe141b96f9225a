package io.flatback.evaluate;

import io.flatback.recording.CsvRecording;
import io.flatback.report.ReportContext;
import io.flatback.report.ReportFormat;
import io.flatback.report.ReportModel;
import io.flatback.session.Reanalysis;
import io.flatback.session.SeriesRow;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One recording with its truth beside it. The analysis never sees a truth file. */
final class RecordingEvaluation {
  private static final String CAPTURED_ANGLE = "true_trunk_pitch_deg";

  private final Path path;
  private final String stem;
  private final HeldRecording recording;
  private final Optional<TruthTable> table;

  private RecordingEvaluation(Path path) throws IOException {
    this.path = path;
    stem = stem(path);
    recording = HeldRecording.of(CsvRecording.of(path));
    table = Files.exists(truthCsv(path)) ? Optional.of(TruthTable.read(truthCsv(path))) : Optional.empty();
  }

  /** @param rotations how often the sensors are turned anyhow */
  static CaseResult run(Path path, int rotations) throws IOException {
    return new RecordingEvaluation(path).run(rotations);
  }

  static boolean hasTruth(Path recording) {
    return Files.exists(truthJson(recording)) || Files.exists(truthCsv(recording));
  }

  static boolean wornWell(Path recording) throws IOException {
    return !Files.exists(truthJson(recording)) || TrueReps.read(truthJson(recording)).wornWell();
  }

  private CaseResult run(int rotations) throws IOException {
    if (table.flatMap(t -> t.column("true_up_x")).isPresent()) {
      AngleScore orientation = OrientationCheck.run(recording, table.orElseThrow());
      return result(CaseResult.Kind.REAL, Optional.empty(), LiftResult.NONE, orientation, RemountScore.NONE);
    }
    TrueReps truth = Files.exists(truthJson(path)) ? TrueReps.read(truthJson(path)) : TrueReps.UNKNOWN;
    LiftResult lift = LiftEvaluation.run(recording, truth(truth));
    return result(
        kind(truth),
        truth.count().isPresent() ? Optional.of(truth.wornWell()) : Optional.empty(),
        lift,
        AngleScore.NONE,
        RemountScore.of(recording, rotations));
  }

  private CaseResult result(
      CaseResult.Kind kind, Optional<Boolean> wornWell, LiftResult lift, AngleScore up, RemountScore remounting)
      throws IOException {
    return new CaseResult(
        kind, folder(path), stem, wornWell, lift, up, movements(), remounting, report().equals(report()));
  }

  private CaseResult.Kind kind(TrueReps truth) {
    if (truth.simulated()) {
      return CaseResult.Kind.SIMULATED;
    }
    return table.isPresent() ? CaseResult.Kind.MOCAP : CaseResult.Kind.REAL;
  }

  private LiftTruth truth(TrueReps told) throws IOException {
    Optional<PostureCheck> inclination =
        check(CAPTURED_ANGLE, row -> row.primary().sagittalInclinationDeg());
    Optional<PostureCheck> flexion =
        recording.placements().size() == Placement.values().length
            ? check("true_lumbar_flex_deg", SeriesRow::flexionDeg)
            : Optional.empty();
    TrueReps reps = inclination.map(check -> measured(told, check)).orElse(told);
    return new LiftTruth(reps, idle(), inclination, flexion);
  }

  /** Who was asked to bend and turn in a chair did not lift. */
  private List<Span> idle() throws IOException {
    return MovementCheck.read(truthJson(path)).isEmpty()
        ? ActionLabels.idle(path, stem)
        : List.of(recording.span());
  }

  private Optional<CaseResult.Movements> movements() throws IOException {
    Optional<MovementCheck> check = MovementCheck.read(truthJson(path));
    if (check.isEmpty()) {
      return Optional.empty();
    }
    var unused = Reanalysis.analyze(recording, SessionSettings.UNKNOWN, check.get());
    return Optional.of(new CaseResult.Movements(check.get().score(), check.get().signsRight()));
  }

  private Optional<PostureCheck> check(String column, ToDoubleFunction<SeriesRow> angle) {
    return table.flatMap(
        t -> t.column(column).map(values -> PostureCheck.measured(t.required("t_s"), values, angle)));
  }

  /** Reps as the captured angle shows them, where they are as many as the truth says. */
  private TrueReps measured(TrueReps told, PostureCheck inclination) {
    List<TrueRep> measured = MeasuredReps.of(table.orElseThrow().required("t_s"), inclination.trueLeanDeg());
    return told.count().isPresent() && told.count().getAsInt() == measured.size() ? told.withReps(measured) : told;
  }

  private String report() throws IOException {
    return ReportFormat.JSON.render(
        ReportModel.of(
            Reanalysis.analyze(recording, SessionSettings.UNKNOWN), ReportContext.ofVersion("evaluated")));
  }

  private static String folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  private static String stem(Path path) {
    return String.valueOf(path.getFileName()).replaceAll("\\.csv(\\.gz)?$", "");
  }

  private static Path truthJson(Path path) {
    return path.resolveSibling(stem(path) + ".truth.json");
  }

  private static Path truthCsv(Path path) {
    return path.resolveSibling(stem(path) + ".truth.csv");
  }
}

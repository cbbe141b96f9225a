package io.flatback.cli;

import io.flatback.form.FormPreferences;
import io.flatback.form.PreferencesText;
import io.flatback.lift.ExerciseProfiles;
import io.flatback.link.HostClock;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingFormatException;
import io.flatback.recording.Recordings;
import io.flatback.recording.TimeStretch;
import io.flatback.report.ComparisonReport;
import io.flatback.report.ReportContext;
import io.flatback.report.ReportFormat;
import io.flatback.report.ReportModel;
import io.flatback.report.SeriesCsv;
import io.flatback.session.KnownSensors;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The report of a recording, the same as the live one would have been. */
@Command(
    name = "analyze",
    description = "Report what a recording shows: reps, tempo, posture, and what changed.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings: .csv, .csv.gz, .fbraw or .ximu3.")
  private List<Path> files = List.of();

  @Option(names = "--exercise", paramLabel = "NAME", description = "What was lifted, e.g. deadlift or squat.")
  private @Nullable String exercise;

  @Option(names = "--load", paramLabel = "KG", description = "The weight lifted, in kilograms.")
  private @Nullable Double loadKg;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "What you train for: default, strength, hypertrophy, technique or return_after_pain.")
  private @Nullable String preset;

  @Option(
      names = "--placement",
      paramLabel = "WHERE",
      description = "Where the sensor was, if the file does not say: lumbar (the default) or sacrum.")
  private Placement placement = Placement.LUMBAR;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default), json, html or csv.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the report to this file.")
  private @Nullable Path out;

  @Option(names = "--series", paramLabel = "FILE", description = "Also write the angles of every sample as CSV.")
  private @Nullable Path series;

  @Option(
      names = "--calibration",
      paramLabel = "FROM-TO",
      description = "Seconds of the recording in which you stood still and hinged slowly three times, as in 0-18.")
  private @Nullable String calibration;

  private final List<ComparedRecord> compared = new ArrayList<>();

  AnalyzeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    checkOptions();
    List<String> reports = new ArrayList<>();
    ExitCode worst = ExitCode.DONE;
    for (Path file : files) {
      try {
        reports.add(analyze(file));
      } catch (IOException e) {
        if (files.size() == 1 || e instanceof OutputException) {
          throw e;
        }
        Complaint complaint = Complaint.of(e);
        terminal.complain(complaint.line());
        worst = worst == ExitCode.DONE ? complaint.code() : worst;
      }
    }
    OutputFile.write(out, terminal, joined(reports));
    return worst.number();
  }

  private void checkOptions() {
    checkExercise(exercise);
    if (loadKg != null && !(loadKg >= 0 && loadKg < 10_000)) {
      throw new UsageException("--load " + loadKg + " is no weight: give kilograms, as in --load 100");
    }
    var unused = preferences();
    if (files.size() > 1 && (series != null || format == ReportFormat.HTML || format == ReportFormat.CSV)) {
      throw new UsageException(
          "several files can't share one --series or one " + format.key() + " report: analyze them one by one");
    }
  }

  private @Nullable FormPreferences preferences() {
    try {
      return preset == null ? null : PreferencesText.read(preset);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--preset: " + e.getMessage());
    }
  }

  static void checkExercise(@Nullable String exercise) {
    if (exercise != null && !ExerciseProfiles.names().contains(exercise)) {
      throw new UsageException(
          "exercise '" + exercise + "' is not known: name one of " + String.join(", ", ExerciseProfiles.names()));
    }
  }

  private KnownSensors sensors() {
    try {
      return calibration == null
          ? KnownSensors.NONE
          : KnownSensors.NONE.withCalibrations(TimeStretch.parse(calibration));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--calibration " + e.getMessage());
    }
  }

  private String analyze(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Recording recording = Recordings.open(file, placement, Drivers.DECODERS);
    NoteReader notes = new NoteReader(recording.notes(), name, terminal);
    SessionSettings settings = notes.settings(exercise, loadKg, preferences()).with(sensors());
    try (Progress progress = new Progress(terminal, HostClock.SYSTEM)) {
      Recording watched = new WatchedRecording(recording, name, progress);
      SessionResult result = Reanalysis.analyze(watched, settings);
      if (series != null) {
        writeSeries(series, watched, settings, result);
      }
      ReportContext context = notes.context(settings, Version.get());
      compared.add(new ComparedRecord(name, context.startedAt(), result));
      return format.render(ReportModel.of(result, context));
    }
  }

  /** Once more through the record, now that it is known which sample belongs to which rep. */
  private static void writeSeries(Path file, Recording recording, SessionSettings settings, SessionResult result)
      throws IOException {
    try (SeriesCsv csv = SeriesCsv.create(file, recording.placements(), result.sets())) {
      var unused = Reanalysis.analyze(recording, settings, csv);
    } catch (RecordingFormatException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw new OutputException(file.toString(), Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw new OutputException(file.toString(), e);
    }
  }

  /** Several texts one below the other, then how they compare; several JSON reports as one array. */
  private String joined(List<String> reports) {
    if (reports.size() > 1 && format == ReportFormat.TEXT) {
      return String.join("\n", reports) + ComparisonReport.of(compared, Version.get()).text();
    }
    if (files.size() == 1 || format != ReportFormat.JSON) {
      return String.join("\n", reports);
    }
    return "[\n" + String.join(",\n", reports.stream().map(String::strip).toList()) + "\n]\n";
  }
}

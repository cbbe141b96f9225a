package io.flatback.cli;

import io.flatback.link.HostClock;
import io.flatback.recording.Recording;
import io.flatback.recording.Recordings;
import io.flatback.report.ComparisonReport;
import io.flatback.report.ReportContext;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sets of recordings against those of the first. */
@Command(
    name = "compare",
    description = "Compare the sets of recordings with those of the first, at the same part of the pull.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  /** How the comparison is told. */
  enum Format {
    TEXT,
    JSON,
    HTML
  }

  private final Terminal terminal;

  @Parameters(arity = "2..*", paramLabel = "FILE", description = "The recording to compare with, then the others.")
  private List<Path> files = List.of();

  @Option(names = "--exercise", paramLabel = "NAME", description = "What was lifted, e.g. deadlift or squat.")
  private @Nullable String exercise;

  @Option(
      names = "--placement",
      paramLabel = "WHERE",
      description = "Where the sensor was, if a file does not say: lumbar (the default) or sacrum.")
  private Placement placement = Placement.LUMBAR;

  @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the comparison to this file.")
  private @Nullable Path out;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    AnalyzeCommand.checkExercise(exercise);
    List<ComparedRecord> records = new ArrayList<>();
    for (Path file : files) {
      records.add(record(file));
    }
    ComparisonReport report = ComparisonReport.of(records, Version.get());
    OutputFile.write(out, terminal, rendered(report));
    return ExitCode.DONE.number();
  }

  private String rendered(ComparisonReport report) {
    return switch (format) {
      case TEXT -> report.text();
      case JSON -> report.json();
      case HTML -> report.html();
    };
  }

  private ComparedRecord record(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Recording recording = Recordings.open(file, placement, Drivers.DECODERS);
    NoteReader notes = new NoteReader(recording.notes(), name, terminal);
    SessionSettings settings = notes.settings(exercise, null, null);
    ReportContext context = notes.context(settings, Version.get());
    try (Progress progress = new Progress(terminal, HostClock.SYSTEM)) {
      Recording watched = new WatchedRecording(recording, name, progress);
      SessionResult result = Reanalysis.analyze(watched, settings);
      return new ComparedRecord(name, context.startedAt(), result);
    }
  }
}

package io.flatback.cli;

import io.flatback.evaluate.Evaluation;
import io.flatback.evaluate.EvaluationReport;
import io.flatback.evaluate.alarms.AlarmReport;
import io.flatback.evaluate.alarms.AlarmStudy;
import io.flatback.evaluate.alarms.LimitWriter;
import io.flatback.link.HostClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy against truth. */
@Command(
    name = "evaluate",
    description = "Hold the analysis of recordings against their truth: counts, timing, angles, alarms.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  /** How the figures are told. */
  enum Format {
    TEXT,
    JSON
  }

  private static final int FEWEST_SETS = 1_000;
  private static final int USUAL_SETS = 50_000;

  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of recordings with their truth beside them.")
  private List<Path> folders = List.of();

  @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--seeds", paramLabel = "N", description = "Also simulate N lifters of each scenario.")
  private int seeds;

  @Option(
      names = "--rotations",
      paramLabel = "N",
      description = "Turn the sensors of each recording N times anyhow (default: ${DEFAULT-VALUE}).")
  private int rotations = 10;

  @Option(names = "--page", paramLabel = "FILE", description = "Also write all of it as a page, docs/accuracy.md.")
  private @Nullable Path page;

  @Option(names = "--alarms", description = "Instead: false alarms and power of the alarm rule, by simulation.")
  private boolean alarms;

  @Option(
      names = "--sets",
      paramLabel = "N",
      description =
          "With --alarms: sets for each limit, a fiftieth of them for the whole rule (default: " + USUAL_SETS + "; the"
              + " promised figures take 1000000).")
  private @Nullable Integer askedSets;

  @Option(
      names = "--write-limits",
      paramLabel = "FILE",
      description = "With --alarms: find the chart limits anew and write them to FILE, evidence/chart-limits.json.")
  private @Nullable Path limits;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (alarms) {
      return callAlarms();
    }
    if (limits != null || askedSets != null) {
      throw new UsageException((limits != null ? "--write-limits" : "--sets") + " needs --alarms");
    }
    if (folders.isEmpty() && seeds == 0) {
      throw new UsageException("evaluate needs folders of recordings, or --seeds N for simulated lifters, or both");
    }
    if (seeds < 0) {
      throw new UsageException("--seeds " + seeds + ": expected a number from 0");
    }
    if (rotations < 0) {
      throw new UsageException("--rotations " + rotations + ": expected a number from 0");
    }
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    if (page != null) {
      OutputFile.requireDirectory(page);
    }
    EvaluationReport report = evaluate();
    if (page != null) {
      OutputFile.write(page, report.page(commandLine()));
    }
    terminal.print(format == Format.JSON ? report.json() + System.lineSeparator() : report.text());
    return ExitCode.DONE.number();
  }

  private int callAlarms() throws IOException {
    if (!folders.isEmpty() || seeds != 0) {
      throw new UsageException("--alarms simulates all by itself: leave out folders and --seeds");
    }
    int sets = sets();
    if (sets < FEWEST_SETS) {
      throw new UsageException("--sets " + sets + ": expected " + FEWEST_SETS + " or more");
    }
    if (limits != null) {
      OutputFile.requireDirectory(limits);
      OutputFile.write(limits, new LimitWriter(sets).json());
      return ExitCode.DONE.number();
    }
    if (page != null) {
      OutputFile.requireDirectory(page);
    }
    AlarmReport report = alarmReport();
    if (page != null) {
      OutputFile.write(page, report.page("flatback evaluate --alarms --sets " + sets + " --page " + portable(page)));
    }
    terminal.print(format == Format.JSON ? report.json() + System.lineSeparator() : report.text());
    return ExitCode.DONE.number();
  }

  private int sets() {
    return askedSets == null ? USUAL_SETS : askedSets;
  }

  private AlarmReport alarmReport() throws IOException {
    try (Progress progress = new Progress(terminal, HostClock.SYSTEM)) {
      return new AlarmStudy(sets()).run(name -> progress.show(() -> "simulating " + name));
    }
  }

  /** As it was typed, but for folders of this machine. */
  private String commandLine() {
    StringBuilder line = new StringBuilder("flatback evaluate");
    folders.forEach(folder -> line.append(' ').append(portable(folder)));
    line.append(" --seeds ").append(seeds).append(" --rotations ").append(rotations);
    return page == null ? line.toString() : line.append(" --page ").append(portable(page)).toString();
  }

  private static String portable(Path path) {
    return path.isAbsolute() ? String.valueOf(path.getFileName()) : path.toString().replace('\\', '/');
  }

  private EvaluationReport evaluate() throws IOException {
    try (Progress progress = new Progress(terminal, HostClock.SYSTEM)) {
      Evaluation.Request request = new Evaluation.Request(folders, seeds, rotations);
      return Evaluation.run(request, name -> show(progress, name));
    }
  }

  private static synchronized void show(Progress progress, String name) {
    progress.show(() -> "evaluating " + name);
  }
}

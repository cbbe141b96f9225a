package io.flatback.cli;

import io.flatback.evaluate.Evaluation;
import io.flatback.evaluate.EvaluationReport;
import io.flatback.link.HostClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy against truth. */
@Command(
    name = "evaluate",
    description = "Hold the analysis of recordings against their truth: counts, angles, alarms.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  /** How the figures are told. */
  enum Format {
    TEXT,
    JSON
  }

  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of recordings with their truth beside them.")
  private List<Path> folders = List.of();

  @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--seeds", paramLabel = "N", description = "Also simulate N lifters of each scenario.")
  private int seeds;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (folders.isEmpty() && seeds == 0) {
      throw new UsageException("evaluate needs folders of recordings, or --seeds N for simulated lifters, or both");
    }
    if (seeds < 0) {
      throw new UsageException("--seeds " + seeds + ": expected a number from 0");
    }
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    EvaluationReport report = evaluate();
    terminal.print(format == Format.JSON ? report.json() + System.lineSeparator() : report.text());
    return ExitCode.DONE.number();
  }

  private EvaluationReport evaluate() throws IOException {
    try (Progress progress = new Progress(terminal, HostClock.SYSTEM)) {
      return Evaluation.run(folders, seeds, name -> progress.show(() -> "evaluating " + name));
    }
  }
}

package io.flatback.evaluate;

import io.flatback.recording.RecordingFormatException;
import io.flatback.sim.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Analyses the recordings of a folder as the product does, and holds the results against their truth. The
 * analysis never sees a truth file.
 */
public final class Evaluation {
  private Evaluation() {}

  /**
   * What to evaluate.
   *
   * @param folders everything below them
   * @param seeds simulated lifters of each scenario; 0 for none
   * @param rotations how often each recording's sensors are turned anyhow
   */
  public record Request(List<Path> folders, int seeds, int rotations) {
    public Request {
      folders = List.copyOf(folders);
    }
  }

  /** @param progress is told the name of each case before it begins; from several threads */
  public static EvaluationReport run(Request request, Consumer<String> progress) throws IOException {
    List<Callable<CaseResult>> work = new ArrayList<>();
    List<Callable<PairResult>> pairs = new ArrayList<>();
    for (Path folder : request.folders()) {
      List<Path> recordings = recordingsIn(folder);
      SetPair.among(recordings).forEach(pair -> pairs.add(pair::run));
      for (Path recording : recordings) {
        work.add(
            () -> {
              progress.accept(recording.getFileName().toString());
              return RecordingEvaluation.run(recording, request.rotations());
            });
      }
    }
    List<CaseResult> cases = InParallel.run(work);
    List<ScenarioResult> population = new ArrayList<>();
    for (String scenario : request.seeds() > 0 ? Scenarios.names() : List.<String>of()) {
      progress.accept(scenario);
      population.add(Population.run(Scenarios.of(scenario), request.seeds()));
    }
    return new EvaluationReport(cases, population, request.seeds(), InParallel.run(pairs));
  }

  /** The recordings below {@code folder} that have a truth beside them, in order of name. */
  static List<Path> recordingsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> recordings =
          files
              .filter(path -> path.toString().endsWith(".csv") || path.toString().endsWith(".csv.gz"))
              .filter(RecordingEvaluation::hasTruth)
              .sorted()
              .toList();
      if (recordings.isEmpty()) {
        throw new RecordingFormatException(
            folder + ": found no recording with its truth, expected NAME.csv or NAME.csv.gz with NAME.truth.json or"
                + " NAME.truth.csv beside it: name the folder they are in");
      }
      return recordings;
    }
  }
}

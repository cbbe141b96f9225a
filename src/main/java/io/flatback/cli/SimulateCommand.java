package io.flatback.cli;

import io.flatback.link.HostClock;
import io.flatback.recording.CsvWriter;
import io.flatback.recording.RecordingReader;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.TruthWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A simulated lifter with known truth. */
@Command(
    name = "simulate",
    description = "Write the recording of a simulated lifter; without a scenario: list them.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "What the lifter does.")
  private @Nullable String scenario;

  @Option(names = "--out", paramLabel = "FILE", description = "The recording: .csv or .csv.gz.")
  private @Nullable Path out;

  @Option(names = "--truth", paramLabel = "FILE", description = "Also write what truly happened, as JSON.")
  private @Nullable Path truth;

  @Option(names = "--seed", paramLabel = "N", description = "Another seed, another day (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--varied", description = "Another seed, another lifter and sensor, as in 'evaluate --seeds'.")
  private boolean varied;

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (scenario == null) {
      list();
    } else if (out == null) {
      throw new UsageException("simulate " + scenario + " needs --out: name the file to write, as in --out set.csv");
    } else {
      simulate(SensorSources.scenario(scenario), out);
    }
    return ExitCode.DONE.number();
  }

  private void list() throws OutputException {
    StringBuilder text = new StringBuilder();
    for (String name : Scenarios.names()) {
      text.append(String.format("%-24s %s%n", name, Scenarios.of(name).shows()));
    }
    terminal.print(text.toString());
  }

  private void simulate(Scenario chosen, Path file) throws IOException {
    SimulatedRecording recording =
        varied ? SimulatedRecording.ofPopulation(chosen, seed) : new SimulatedRecording(chosen, seed);
    OutputFile.writing(file, () -> write(recording, file));
    if (truth != null) {
      OutputFile.write(truth, TruthWriter.toJson(recording.truth()));
    }
  }

  private void write(SimulatedRecording recording, Path file) throws IOException {
    try (Progress progress = new Progress(terminal, HostClock.SYSTEM);
        RecordingReader reader = recording.open();
        CsvWriter writer = CsvWriter.create(file, recording.placements(), recording.notes())) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
        progress.show(() -> String.format("simulating: %.0f s", reader.event().timeNanos() * 1e-9));
      }
    }
  }
}

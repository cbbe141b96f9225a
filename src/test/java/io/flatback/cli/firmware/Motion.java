package io.flatback.cli.firmware;

import io.flatback.recording.CsvWriter;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.nio.file.Path;

/** A simulated lifter as a file, for the chip of a {@link Bench} to play. */
public final class Motion {
  private Motion() {}

  /** Eight even deadlifts with the noise of an MPU-6050, at 100 Hz. */
  public static Path eightDeadlifts(Path directory) throws IOException {
    return written(directory, new SimulatedRecording(Scenarios.of("cheap-chip"), 3));
  }

  /** A set of eight whose last reps are slow enough to be told about with one sensor. */
  public static Path slowingDeadlifts(Path directory) throws IOException {
    return written(directory, new SimulatedRecording(Scenarios.of("demo"), 4));
  }

  private static Path written(Path directory, Recording recording) throws IOException {
    Path motion = directory.resolve("motion.csv");
    try (CsvWriter writer = CsvWriter.create(motion, recording.placements(), recording.notes());
        RecordingReader reader = recording.open()) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
      }
    }
    return motion;
  }
}

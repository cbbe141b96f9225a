package io.flatback.sim;

import io.flatback.recording.CsvWriter;
import io.flatback.recording.RecordingReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Makes what lies in {@code samples/}. Run {@link #main} from the project's root after the simulator has
 * changed, and say so in the changelog.
 */
final class Samples {
  static final List<Sample> ALL =
      List.of(
          new Sample("deadlift-slowing", "demo", 4),
          new Sample("earlier-session", "earlier-session", 3),
          new Sample("two-sensors-flexion-grows", "rounding-late", 6),
          new Sample("squat", "squat", 2),
          new Sample("touch-and-go", "touch-and-go", 5),
          new Sample("loose-sensor", "loose", 4),
          new Sample("bad-link", "dropouts", 9));

  /** One recording with its truth. */
  record Sample(String file, String scenario, long seed) {
    SimulatedRecording recording() {
      return new SimulatedRecording(Scenarios.of(scenario), seed);
    }

    String csvName() {
      return file + ".csv.gz";
    }

    String truthName() {
      return file + ".truth.json";
    }

    byte[] csv() throws IOException {
      SimulatedRecording recording = recording();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (CsvWriter writer = new CsvWriter(bytes, recording.placements(), recording.notes());
          RecordingReader reader = recording.open()) {
        while (reader.next()) {
          writer.write(reader.placement(), reader.event());
        }
      }
      return bytes.toByteArray();
    }

    String truth() {
      return TruthWriter.toJson(recording().truth());
    }
  }

  private Samples() {}

  static String readme() {
    StringBuilder text =
        new StringBuilder(
            """
            # Samples

            Recordings of a lifter who does not exist, made by Flatback's own simulator, each with the truth beside it.
            `flatback analyze samples/NAME.csv.gz` shows what Flatback makes of one; `flatback simulate SCENARIO --out
            FILE --seed N` makes more. Rewritten by `io.flatback.sim.Samples`; a test compares them with what the
            simulator makes today.

            | file | scenario, seed | reps | what it shows |
            |---|---|---|---|
            """);
    for (Sample sample : ALL) {
      Truth truth = sample.recording().truth();
      text.append("| `" + sample.csvName() + "` | `" + sample.scenario() + "`, " + sample.seed() + " | ");
      text.append(truth.completedAscents() + " | " + truth.shows() + " |\n");
    }
    return text.toString();
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "samples");
    Files.createDirectories(folder);
    for (Sample sample : ALL) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(sample.csvName())))) {
        out.write(sample.csv());
      }
      Files.writeString(folder.resolve(sample.truthName()), sample.truth(), StandardCharsets.UTF_8);
    }
    Files.writeString(folder.resolve("README.md"), readme(), StandardCharsets.UTF_8);
  }
}

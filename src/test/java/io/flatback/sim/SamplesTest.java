package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.sim.Truth.RepTruth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are what the simulator makes, byte for byte, on whatever machine this runs. */
class SamplesTest {
  private static final Path FOLDER = Path.of("samples");
  private static final String REMEDY = "; run io.flatback.sim.Samples from the project's root and look at what changed";

  static List<Samples.Sample> samples() {
    return Samples.ALL;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsMadeAnewByteForByte(Samples.Sample sample) throws IOException {
    Path file = FOLDER.resolve(sample.csvName());
    assertThat(Files.size(file)).isLessThan(300_000);
    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(unpacked.readAllBytes()).as(file + REMEDY).isEqualTo(sample.csv());
    }
    assertThat(Files.readString(FOLDER.resolve(sample.truthName()))).as(sample + REMEDY).isEqualTo(sample.truth());
  }

  @Test
  void theReadmeNamesEverySampleAndNothingElseLiesThere() throws IOException {
    assertThat(Files.readString(FOLDER.resolve("README.md"))).isEqualTo(Samples.readme());
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files).hasSize(2 * Samples.ALL.size() + 1);
    }
  }

  @Test
  void theDemonstrationSlowsAndLeansFurtherWithinAMinute() {
    Truth truth = Samples.ALL.getFirst().recording().truth();
    List<RepTruth> reps = truth.reps();
    double fastestSeconds = reps.subList(0, 3).stream().mapToDouble(RepTruth::concentricSeconds).min().orElseThrow();
    double leanDeg =
        reps.subList(0, 3).stream().mapToDouble(rep -> rep.angles().trunkPitchAtOnsetDeg()).average().orElseThrow();
    assertThat(truth.durationSeconds()).isBetween(40.0, 60.0);
    assertThat(reps.get(3).concentricSeconds() / fastestSeconds).isLessThan(1.15);
    for (RepTruth rep : reps.subList(5, 8)) {
      assertThat(1 - fastestSeconds / rep.concentricSeconds()).as("velocity loss in %s", rep).isGreaterThan(0.30);
    }
    assertThat(reps.getLast().angles().trunkPitchAtOnsetDeg() - leanDeg).isBetween(8.0, 11.0);
  }
}

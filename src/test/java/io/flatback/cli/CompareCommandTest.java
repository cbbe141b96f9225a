package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final Path SAMPLE = Path.of("samples", "deadlift-slowing.csv.gz");

  @TempDir Path dir;

  @Test
  void tellsTheShiftOfTwoRealSetsAsTextAndForMachines() {
    Path folder = SharedData.folder("real-lifts");
    Path good = folder.resolve("p1-squat-good.csv");
    Path other = folder.resolve("p1-squat-rounded.csv");

    Run text = Run.of("compare", good, other);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).contains("Range of inclination shifted by +");
    Run json = Run.of("compare", good, other, "--format", "json");
    assertThat(json.out()).startsWith("{").contains("\"schema\" : \"flatback.comparison/1\"");
    Run loose = Run.of("compare", folder.resolve("p2-deadlift-good-loose-sensor.csv"), other);
    assertThat(loose.code()).isZero();
    assertThat(loose.out()).contains("did not follow the back").doesNotContain("shifted");
  }

  @Test
  void analyzeOfSeveralFilesEndsWithHowTheyCompare() {
    Run run = Run.of("analyze", SAMPLE, SAMPLE);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("set 1 against deadlift-slowing.csv.gz, set 1").contains("Range of inclination");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void asksForTwoFilesAndAKnownExercise() {
    assertThat(Run.of("compare", SAMPLE).code()).isEqualTo(2);
    assertThat(Run.of("compare", SAMPLE, SAMPLE, "--exercise", "curling").complaint()).contains("curling");
    assertThat(Run.of("compare", SAMPLE, dir.resolve("nope.csv")).code()).isEqualTo(66);
  }
}

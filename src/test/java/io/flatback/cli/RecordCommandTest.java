package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.Recordings;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RecordCommandTest {
  @TempDir Path dir;
  private Path truth = Path.of("");

  @BeforeEach
  void simulate() {
    truth = dir.resolve("truth.csv");
    Run run = Run.of("simulate", "clean", "--seed", 3, "--out", truth);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"take.csv", "take.csv.gz", "take.fbraw"})
  void whatASimulatedSensorSendsIsInTheFile(String name) throws IOException {
    Path out = dir.resolve(name);
    Run run = Run.of("record", "--sensor", "sim:clean?seed=3&speed=max", "--out", out);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("streaming", "ended", "readings, 0 gaps → " + out);
    Recording recording = open(out);
    assertThat(recording.notes().startedAt()).isPresent();
    assertThat(times(recording)).hasSameSizeAs(times(open(truth)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"take.csv", "take.fbraw"})
  void aPlayedFileIsRecordedAsItIs(String name) throws IOException {
    Path out = dir.resolve(name);
    Run run = Run.of("record", "--sensor", "replay:" + truth + "?speed=0", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(times(open(out))).isEqualTo(times(open(truth)));
  }

  @Test
  void bothSensorsOfAPlayedFileAreRecorded() throws IOException {
    Path two = dir.resolve("two.csv");
    Path out = dir.resolve("take.csv");
    assertThat(Run.of("simulate", "two-sensors", "--out", two).code()).isZero();
    Run run = Run.of("record", "--sensor", "replay:" + two + "?speed=0", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(open(out).placements()).containsExactly(Placement.LUMBAR, Placement.SACRUM);
    assertThat(times(open(out))).isEqualTo(times(open(two)));
  }

  @Test
  void stopsByItselfAfterTheTimeAsked() throws IOException {
    Path out = dir.resolve("take.csv");
    Run run = Run.of("record", "--sensor", "sim:clean", "--seconds", 1, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(times(open(out)).size()).isBetween(20, 130);
  }

  @Test
  void aRecordingThatIsThereIsNotLost() throws IOException {
    String before = Files.readString(truth);
    Run run = Run.of("record", "--sensor", "sim:clean?speed=max", "--out", truth);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.complaint()).contains("is there already", "--overwrite").doesNotContain("\n");
    assertThat(Files.readString(truth)).isEqualTo(before);
    assertThat(Run.of("record", "--sensor", "sim:clean?speed=max", "--out", truth, "--overwrite").code()).isZero();
  }

  @Test
  void aFileThatTurnsOutToBeNoneEndsTheRecording() throws IOException {
    Files.writeString(truth, Files.readString(truth) + "41,oops,0,0,0,0,0\n");
    Run run = Run.of("record", "--sensor", "replay:" + truth + "?speed=max", "--out", dir.resolve("take.csv"));
    assertThat(run.code()).as(run.err()).isEqualTo(65);
    assertThat(run.err()).contains("'oops' in column acc_x_g");
  }

  @Test
  void aMissingFileToPlayIsSixtySix() {
    Run run = Run.of("record", "--sensor", "replay:" + dir.resolve("none.csv"), "--out", dir.resolve("take.csv"));
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.complaint()).contains("none.csv: no such file");
  }

  private static Recording open(Path file) throws IOException {
    return Recordings.open(file, Placement.LUMBAR, Drivers.DECODERS);
  }

  private static List<Long> times(Recording recording) throws IOException {
    List<Long> times = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        if (reader.event() instanceof Sample sample) {
          times.add(sample.timeNanos());
        }
      }
    }
    return times;
  }
}

package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flatback.recording.Csv.Seen;
import io.flatback.signal.Gap;
import io.flatback.signal.Gap.Reason;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  private static final RecordingNotes NOTES = new RecordingNotes(Map.of("athlete", "Kim\nLee"));
  private static final double GYRO_STEP = Math.toRadians(1e-5);
  private static final double ACC_STEP = 1e-7 * Sample.STANDARD_GRAVITY_MPS2;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.csv.gz"})
  void whatIsWrittenIsReadAgain(String name) throws IOException {
    Path file = dir.resolve(name);
    SplittableRandom random = new SplittableRandom(7);
    List<Sample> written = random.longs(500).mapToObj(x -> sample(random)).sorted(
        (a, b) -> Long.compare(a.timeNanos(), b.timeNanos())).toList();
    try (CsvWriter writer = CsvWriter.create(file, List.of(Placement.SACRUM), NOTES)) {
      for (Sample sample : written) {
        writer.write(Placement.SACRUM, sample);
      }
    }
    CsvRecording recording = CsvRecording.of(file);
    assertThat(recording.notes().values()).containsEntry("athlete", "Kim Lee").containsEntry("placement", "sacrum");
    assertThat(recording.placements()).containsExactly(Placement.SACRUM);
    assertThat(isGzip(file)).isEqualTo(name.endsWith(".gz"));
    List<Sample> read = Csv.samples(read(recording));
    assertThat(read).hasSameSizeAs(written);
    for (int i = 0; i < read.size(); i++) {
      assertClose(read.get(i), written.get(i));
    }
  }

  private static Sample sample(SplittableRandom random) {
    return new Sample(
        random.nextLong(4_000_000_000_000_000L),
        random.nextDouble(-160, 160),
        random.nextDouble(-1e-6, 1e-6),
        random.nextDouble(-20, 20),
        random.nextDouble(-40, 40),
        random.nextDouble(-1e-6, 1e-6),
        -0.0,
        false);
  }

  private static void assertClose(Sample read, Sample written) {
    assertThat(read.timeNanos()).isEqualTo(written.timeNanos());
    assertThat(read.accXMps2()).isCloseTo(written.accXMps2(), within(ACC_STEP));
    assertThat(read.accYMps2()).isCloseTo(written.accYMps2(), within(ACC_STEP));
    assertThat(read.accZMps2()).isCloseTo(written.accZMps2(), within(ACC_STEP));
    assertThat(read.gyroXRadPerSec()).isCloseTo(written.gyroXRadPerSec(), within(GYRO_STEP));
    assertThat(read.gyroYRadPerSec()).isCloseTo(written.gyroYRadPerSec(), within(GYRO_STEP));
    assertThat(read.gyroZRadPerSec()).isCloseTo(written.gyroZRadPerSec(), within(GYRO_STEP));
  }

  @Test
  void writesPlainNumbersWithoutTrailingZeros() throws IOException {
    String text = write(List.of(Placement.LUMBAR),
        new Seen(Placement.LUMBAR, new Sample(1_500_000_000L, 9.80665, -0.980665, 0, 0, Math.PI, -1e-12, false)));
    assertThat(text).isEqualTo("# athlete: Kim Lee\n# placement: lumbar\n" + Csv.ONE + "1.5,1,-0.1,0,0,180,0\n");
  }

  @Test
  void twoSensorsShareARowWhereTheyShareTheirTime() throws IOException {
    String original = Csv.TWO + "0,0.1,0.2,0.3,1,2,3,0.4,0.5,0.6,4,5,6\n0.01,0.1,0.2,0.3,1,2,3,,,,,,\n"
        + "0.02,0.1,0.2,0.3,1,2,3,0.4,0.5,0.6,4,5,6\n";
    String again = write(List.of(Placement.LUMBAR, Placement.SACRUM), Csv.decode(original).toArray(Seen[]::new));
    assertThat(again).isEqualTo("# athlete: Kim Lee\n" + original);
  }

  @Test
  void anAccelerometerHasNoGyroColumns() throws IOException {
    Sample sample = new Sample(0, 0, 9.80665, 0, Double.NaN, Double.NaN, Double.NaN, false);
    assertThat(write(List.of(Placement.LUMBAR), new Seen(Placement.LUMBAR, sample))).endsWith(Csv.ONE_ACC + "0,0,1,0\n");
  }

  @Test
  void aShortGapIsFoundAgain() throws IOException {
    List<Seen> seen = Csv.decode(Csv.ONE + Csv.hundredHz(0, 30) + "0.30" + Csv.EMPTY + "\n" + Csv.hundredHz(31, 60)
        + Csv.hundredHz(100, 130));
    List<Seen> again = Csv.decode(write(List.of(Placement.LUMBAR), seen.toArray(Seen[]::new)));

    assertThat(Csv.gaps(again)).extracting(Gap::timeNanos).containsExactly(300_000_000L, 600_000_000L);
    assertThat(Csv.gaps(again)).extracting(Gap::missingSamples).containsExactly(1, 40);
    assertThat(Csv.samples(again)).hasSameSizeAs(Csv.samples(seen));
  }

  @Test
  void aGapBeforeTheFirstReadingIsNotWritten() throws IOException {
    Seen gap = new Seen(Placement.LUMBAR, new Gap(0, 1, Reason.LINK_DOWN, 5));
    assertThat(write(List.of(Placement.LUMBAR), gap)).endsWith(Csv.ONE);
  }

  @Test
  void refusesASensorWithoutColumns() {
    assertThatThrownBy(() -> write(List.of(Placement.LUMBAR),
            new Seen(Placement.SACRUM, new Sample(0, 0, 0, 0, 0, 0, 0, false))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no columns for sacrum");
  }

  @Test
  void aFullDiskIsToldAtTheLatestOnClosing() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full (Linux)");
    CsvWriter writer = CsvWriter.create(full, List.of(Placement.LUMBAR), NOTES);
    writer.write(Placement.LUMBAR, new Sample(0, 0, 0, 0, 0, 0, 0, false));
    assertThatThrownBy(writer::close).isInstanceOf(IOException.class).hasMessageContaining("No space left");
  }

  @Test
  void whatWasFlushedIsOnDiskBeforeTheEnd() throws IOException {
    Path file = dir.resolve("live.csv");
    try (CsvWriter writer = CsvWriter.create(file, List.of(Placement.LUMBAR), NOTES)) {
      writer.write(Placement.LUMBAR, new Sample(0, 0, 0, 0, 0, 0, 0, false));
      writer.flush();
      assertThat(read(CsvRecording.of(file))).hasSize(1);
    }
  }

  private static String write(List<Placement> placements, Seen... events) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, placements, NOTES)) {
      for (Seen one : events) {
        writer.write(one.placement(), one.event());
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Seen> read(Recording recording) throws IOException {
    try (RecordingReader reader = recording.open()) {
      return Csv.drain(reader);
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    return (Files.readAllBytes(file)[0] & 0xff) == 0x1f;
  }
}

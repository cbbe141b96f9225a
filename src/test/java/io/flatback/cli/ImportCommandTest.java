package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.Recordings;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.wire.ximu3.XimuBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
  private static final long EPOCH_MILLIS = 1_763_800_000_000L;

  @TempDir private Path directory;
  private Path out;

  @BeforeEach
  void nameTheResult() {
    out = directory.resolve("out.csv");
  }

  /** A rotation that grows by 1 °/s each millisecond, an acceleration by 1 mg. */
  private Path metaMotion(String name, String unit, String head, long stepMillis, LongPredicate there)
      throws IOException {
    StringBuilder csv =
        new StringBuilder(head).append(",elapsed (s),x-axis (U),y-axis (U),z-axis (U)\n".replace("U", unit));
    for (long ms = 0; ms <= 2000; ms += stepMillis) {
      if (there.test(ms)) {
        double value = unit.equals("g") ? ms / 1000.0 : ms;
        csv.append(String.format(
            Locale.ROOT, "%d,2025-11-22T09.26.40.%03d,%.3f,%.3f,0,1%n", EPOCH_MILLIS + ms, ms % 1000, ms / 1000.0,
            value));
      }
    }
    return Files.writeString(directory.resolve(name), csv);
  }

  private List<SignalEvent> imported(Object... words) throws IOException {
    List<Object> all = new ArrayList<>(List.of("import"));
    all.addAll(List.of(words));
    all.addAll(List.of("--out", out));
    Run run = Run.of(all.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    List<SignalEvent> events = new ArrayList<>();
    Recording recording = Recordings.open(out, Placement.LUMBAR, Drivers.DECODERS);
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        events.add(reader.event());
      }
    }
    return events;
  }

  private static List<Sample> samples(List<SignalEvent> events) {
    return events.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
  }

  @ParameterizedTest
  @CsvSource({"10, 20, 201", "20, 10, 201", "10, 16, 201", "40, 20, 101"})
  void laysTheSlowerMetaMotionFileBetweenTheReadingsOfTheFaster(long accMillis, long gyroMillis, int readings)
      throws IOException {
    Path acc = metaMotion("acc.csv", "g", "epoch (ms),time (01:00)", accMillis, ms -> true);
    Path gyro = metaMotion("gyro.csv", "deg/s", "epoc (ms),timestamp (-0700)", gyroMillis, ms -> true);

    List<SignalEvent> events = imported(gyro, acc);

    assertThat(samples(events)).hasSize(readings).allSatisfy(sample -> {
      double ms = sample.timeNanos() * 1e-6;
      assertThat(sample.accXMps2() / Sample.STANDARD_GRAVITY_MPS2).isCloseTo(ms / 1000, within(1e-5));
      assertThat(Math.toDegrees(sample.gyroXRadPerSec())).isCloseTo(ms, within(1e-3));
    });
    assertThat(Files.readString(out))
        .contains("# started_at: 2025-11-22T08:26:40Z", "# imported_from: gyro.csv, acc.csv");
  }

  @Test
  void aHoleInTheSlowerFileStaysAGap() throws IOException {
    Path acc = metaMotion("acc.csv", "g", "epoch (ms),time (01:00)", 20, ms -> ms < 800 || ms >= 1000);
    Path gyro = metaMotion("gyro.csv", "deg/s", "epoch (ms),time (01:00)", 10, ms -> true);

    List<SignalEvent> events = imported(acc, gyro);

    assertThat(events).filteredOn(Gap.class::isInstance).singleElement().satisfies(gap -> {
      assertThat(gap.timeNanos() * 1e-9).isCloseTo(0.79, within(0.011));
      assertThat(((Gap) gap).endNanos() * 1e-9).isCloseTo(1.0, within(1e-9));
      assertThat(((Gap) gap).missingSamples()).isEqualTo(21);
    });
  }

  @Test
  void accelerationAloneIsARecordingWithoutRate() throws IOException {
    Path acc = metaMotion("acc.csv", "g", "epoch (ms),time (01:00)", 10, ms -> true);

    assertThat(samples(imported(acc))).hasSize(201).noneMatch(Sample::hasGyro);
  }

  @Test
  void readsTheCsvOfAnXimu3() throws IOException {
    StringBuilder csv = new StringBuilder(
        "Timestamp (us),Gyroscope X (deg/s),Gyroscope Y (deg/s),Gyroscope Z (deg/s),Accelerometer X (g),"
            + "Accelerometer Y (g),Accelerometer Z (g)\r\n");
    for (int i = 0; i < 100; i++) {
      csv.append(5_000_000 + 2500 * i).append(",10,20,30,0.1,0.2,1\r\n");
    }
    Path file = Files.writeString(directory.resolve("Inertial.csv"), csv);

    List<Sample> samples = samples(imported(file, "--placement", "sacrum"));

    assertThat(samples).hasSize(100);
    assertThat(Math.toDegrees(samples.getLast().gyroZRadPerSec())).isCloseTo(30, within(1e-4));
    assertThat(samples.getLast().accXMps2()).isCloseTo(0.980665, within(1e-5));
    assertThat(samples.getLast().timeNanos()).isEqualTo(99 * 2_500_000L);
    assertThat(Files.readString(out)).contains("# placement: sacrum");
  }

  @Test
  void theFileOfAnXimu3IsReadAsItIsAndImported() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        XimuBytes.text("{\"ping\":{\"interface\":\"USB\",\"deviceName\":\"back\",\"serialNumber\":\"01\"}}"));
    for (int i = 0; i < 3000; i++) {
      bytes.writeBytes(XimuBytes.binary(1_000_000L + 10_000L * i, 0, 0, 0, 0, -1, 0));
    }
    Path file = Files.write(directory.resolve("log.ximu3"), bytes.toByteArray());

    Run analyzed = Run.of("analyze", file, "--format", "json");
    assertThat(analyzed.code()).as(analyzed.err()).isZero();
    assertThat(analyzed.out()).contains("\"samples\" : 3000");
    assertThat(samples(imported(file))).hasSize(3000);
    assertThat(Files.readString(out)).contains("# device: back 01");
  }

  @Test
  void whatIsNoneOfThisIsSaidInOneLine() throws IOException {
    Path gyro = metaMotion("gyro.csv", "deg/s", "epoch (ms),time (01:00)", 10, ms -> true);
    Path own = Files.writeString(directory.resolve("own.csv"), "t_s,acc_x_g,acc_y_g,acc_z_g\n0,0,0,1\n");
    Path torn = Files.writeString(
        directory.resolve("torn.csv"), "epoch (ms),time,elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n1,2,3,4,5\n");
    Path words = Files.writeString(
        directory.resolve("words.csv"), "epoch (ms),time,elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n1,2,3,a,5,6\n");
    Path noise = Files.write(directory.resolve("noise.ximu3"), new byte[5000]);

    refuses(gyro, "found rate", "one file with acceleration");
    refuses(own, "line 1", "flatback analyze reads it");
    refuses(torn, "line 2", "5 cells", "6 as in the header");
    refuses(words, "line 2", "'a'", "a number");
    refuses(noise, "line feed", "an x-IMU3 file");
    assertThat(out).doesNotExist();
  }

  private void refuses(Path file, String... words) {
    Run run = Run.of("import", file, "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(65);
    assertThat(run.complaint()).contains(words).doesNotContain("\n");
  }
}

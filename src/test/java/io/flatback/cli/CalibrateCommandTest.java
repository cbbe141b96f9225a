package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.flatback.link.HostClock;
import io.flatback.recording.CsvRecording;
import io.flatback.recording.CsvWriter;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Calibration;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import io.flatback.store.Database;
import io.flatback.store.DeviceCalibration;
import io.flatback.store.Page;
import io.flatback.store.Sensor;
import io.flatback.store.SessionFilter;
import io.flatback.store.TrainingSession;
import io.flatback.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
  private static final double G = Sample.STANDARD_GRAVITY_MPS2;
  private static final String URI = "serial:/dev/ttyUSB9";

  @TempDir Path dir;

  private Path faces(int poses, double handMilliG) throws IOException {
    return Files.writeString(dir.resolve("faces.csv"), StillFaces.csv(poses, handMilliG));
  }

  private Path data() {
    return dir.resolve("data");
  }

  private void known(String uri) {
    try (Database database = Database.open(data())) {
      var unused = database.sensors().register(uri, Placement.LUMBAR, Drivers.FLATBACK);
    }
  }

  private DeviceCalibration kept(String uri) {
    try (Database database = Database.open(data())) {
      return database.sensors().findByUri(uri).map(Sensor::calibration).orElse(null);
    }
  }

  @Test
  void printsWhatItFoundAndKeepsItWithTheDevice() throws IOException {
    known(URI);
    Run run = Run.of("calibrate", "--six-face", faces(12, 0), "--device", URI, "--data", data());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("side up", "+x", "−z", "edge", "Residual: 0.", "over 12 poses", "Kept with " + URI);
    DeviceCalibration kept = kept(URI);
    assertThat(kept.residualMps2()).isBetween(0.0, 0.01);
    for (int i = 0; i < 3; i++) {
      assertThat(kept.calibration().accelOffsetMps2()[i])
          .isCloseTo(StillFaces.OFFSET_MILLI_G[i] * 1e-3 * G, within(0.01));
      assertThat(kept.calibration().accelMatrix()[4 * i]).isCloseTo(1 / StillFaces.SCALE[i], within(0.002));
    }
  }

  @Test
  void saysThatSixPosesLeaveNoResidual() throws IOException {
    known(URI);
    Run run = Run.of("calibrate", "--six-face", faces(6, 0), "--device", URI, "--data", data());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Residual: none to judge by");
    assertThat(kept(URI).residualMps2()).isNaN();
  }

  @Test
  void refusesWithTheReasonAndKeepsNothing() throws IOException {
    known(URI);
    Run missing = Run.of("calibrate", "--six-face", faces(5, 0), "--device", URI, "--data", data());
    assertThat(missing.code()).isEqualTo(ExitCode.DATA.number());
    assertThat(missing.complaint()).contains("not calibrated", "5 of 6 faces", "−z").doesNotContain("\n");

    Run held = Run.of("calibrate", "--six-face", faces(12, 20), "--device", URI, "--data", data());
    assertThat(held.code()).isEqualTo(ExitCode.DATA.number());
    assertThat(held.complaint()).contains("The poses disagree").doesNotContain("\n");
    assertThat(kept(URI)).isNull();
  }

  @Test
  void forgetsAndSaysWhatItIsMissing() throws IOException {
    known(URI);
    assertThat(Run.of("calibrate", "--six-face", faces(6, 0), "--device", URI, "--data", data()).code()).isZero();
    assertThat(Run.of("calibrate", "--forget", "--device", URI, "--data", data()).out()).contains("is deleted");
    assertThat(kept(URI)).isNull();
    assertThat(Run.of("calibrate", "--forget", "--device", URI, "--data", data()).out()).contains("no calibration");

    Run unknown = Run.of("calibrate", "--forget", "--device", "serial:nowhere", "--data", data());
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(unknown.complaint()).contains("'serial:nowhere' is not known", URI);
    assertThat(Run.of("calibrate").code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(Run.of("calibrate", "--forget").complaint()).contains("--device");
  }

  @Test
  void aSessionUsesTheOneItBeganWithWhateverBecomesOfTheDevice() throws IOException {
    SimulatedRecording clean = new SimulatedRecording(Scenarios.of("single"), 3);
    Path file = dir.resolve("off.csv");
    write(clean, file);
    String uri = "replay:" + file + "?speed=max";
    TrainingSession before = serve(uri, 1);
    Run run = Run.of("calibrate", "--six-face", faces(12, 0), "--device", uri, "--data", data());
    assertThat(run.code()).as(run.err()).isZero();
    TrainingSession after = serve(uri, 2);

    try (Database database = Database.open(data())) {
      Map<Long, Double> truth = inclinations(clean);
      assertThat(rmse(truth, inclinations(record(database, before)))).as("not calibrated").isGreaterThan(0.3);
      Map<Long, Double> used = inclinations(record(database, after));
      assertThat(rmse(truth, used)).as("calibrated").isLessThan(0.05);

      Sensor sensor = database.sensors().findByUri(uri).orElseThrow();
      Calibration other = Calibration.ofAccelerometer(new double[] {1, 1, 1}, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
      assertThat(database.sensors().calibrate(sensor.id(), other, 0.01)).isTrue();
      assertThat(inclinations(record(database, after))).as("calibrated anew").isEqualTo(used);

      Path export = dir.resolve("export.csv");
      copy(record(database, after), export);
      assertThat(rmse(truth, inclinations(CsvRecording.of(export)))).as("its CSV brings it along").isLessThan(0.05);
    }
  }

  private TrainingSession serve(String uri, int sessions) throws IOException {
    try (RunningService service =
        RunningService.start(
            new WebSettings(WebSettings.LOOPBACK, 0, null), data(),
            List.of(SensorSources.of(SensorUri.parse(uri), HostClock.SYSTEM)))) {
      return await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> service.database().sessions().list(SessionFilter.ALL, Page.FIRST).items(),
              all -> all.size() == sessions && all.stream().allMatch(s -> s.analysedAt() != null))
          .getFirst();
    }
  }

  private static Recording record(Database database, TrainingSession session) throws IOException {
    return database.recording(session.id(), Drivers.DECODERS);
  }

  /** What a chip with the errors of {@link StillFaces} would have recorded. */
  private static void write(Recording recording, Path file) throws IOException {
    try (RecordingReader reader = recording.open();
        CsvWriter writer = CsvWriter.create(file, recording.placements(), recording.notes())) {
      while (reader.next()) {
        writer.write(reader.placement(), off(reader.event()));
      }
    }
  }

  private static void copy(Recording recording, Path file) throws IOException {
    try (RecordingReader reader = recording.open();
        CsvWriter writer = CsvWriter.create(file, recording.placements(), recording.notes())) {
      while (reader.next()) {
        writer.write(reader.placement(), reader.event());
      }
    }
  }

  private static SignalEvent off(SignalEvent event) {
    return switch (event) {
      case Gap gap -> gap;
      case Sample s ->
          new Sample(
              s.timeNanos(),
              off(s.accXMps2(), 0), off(s.accYMps2(), 1), off(s.accZMps2(), 2),
              s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(), s.clipped());
    };
  }

  private static double off(double mps2, int axis) {
    return StillFaces.SCALE[axis] * mps2 + StillFaces.OFFSET_MILLI_G[axis] * 1e-3 * G;
  }

  /** By time, of the second look. */
  private static Map<Long, Double> inclinations(Recording recording) throws IOException {
    Map<Long, Double> degrees = new HashMap<>();
    var unused = Reanalysis.analyze(
        recording, SessionSettings.UNKNOWN,
        row -> degrees.put(Math.round(row.timeNanos() * 1e-6), row.primary().sagittalInclinationDeg()));
    return degrees;
  }

  private static double rmse(Map<Long, Double> expected, Map<Long, Double> found) {
    double squares = 0;
    int count = 0;
    for (Map.Entry<Long, Double> one : found.entrySet()) {
      double off = one.getValue() - expected.getOrDefault(one.getKey(), Double.NaN);
      if (Double.isFinite(off)) {
        squares += off * off;
        count++;
      }
    }
    assertThat(count).isGreaterThan(1000);
    return Math.sqrt(squares / count);
  }
}

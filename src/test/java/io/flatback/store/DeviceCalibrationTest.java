package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.recording.RecordingNotes;
import io.flatback.signal.Calibration;
import io.flatback.signal.CalibrationText;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceCalibrationTest {
  @TempDir Path directory;

  private static Calibration calibration(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] matrix = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int i = 0; i < 9; i++) {
      matrix[i] += random.nextDouble(-0.01, 0.01);
    }
    return Calibration.ofAccelerometer(random.doubles(3, -0.5, 0.5).toArray(), matrix);
  }

  @Test
  void comesBackToTheLastBitAndGoesWhenItIsDeleted() {
    for (long seed = 1; seed <= 20; seed++) {
      try (Gym gym = Gym.in(directory)) {
        assertThat(gym.lumbar.calibration()).as("seed %d", seed).isNull();
        assertThat(gym.database.sensors().calibrate(gym.lumbar.id(), calibration(seed), 0.01 / seed)).isTrue();
      }
      try (Gym gym = Gym.in(directory)) {
        assertThat(gym.lumbar.calibration())
            .as("seed %d", seed)
            .isEqualTo(new DeviceCalibration(calibration(seed), Gym.MORNING, 0.01 / seed));
        assertThat(gym.database.sensors().forgetCalibration(gym.lumbar.id())).isTrue();
        assertThat(gym.database.sensors().forgetCalibration(gym.lumbar.id())).isFalse();
      }
    }
  }

  @Test
  void aResidualThatCouldNotBeJudgedStaysUnknown() {
    try (Gym gym = Gym.in(directory)) {
      assertThat(gym.database.sensors().calibrate(gym.lumbar.id(), calibration(1), Double.NaN)).isTrue();
      assertThat(gym.database.sensors().calibrate("nobody", calibration(1), 0.01)).isFalse();
      assertThat(gym.database.sensors().find(gym.lumbar.id()).orElseThrow().calibration().residualMps2()).isNaN();
    }
  }

  @Test
  void aSessionKeepsTheOneItBeganWith() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      TrainingSession none = gym.start(gym.lumbar);
      gym.end(none);
      gym.database.sensors().calibrate(gym.lumbar.id(), calibration(1), 0.01);
      TrainingSession first = gym.start(gym.lumbar);
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      gym.database.journal().append(stream.id(), 0, FakeSensor.HELLO, 1);
      gym.database.sensors().calibrate(gym.lumbar.id(), calibration(2), 0.01);
      // Worn elsewhere afterwards: what was recorded then does not move.
      gym.database.sensors().register(gym.lumbar.uri(), Placement.SACRUM, Gym.DRIVER);
      gym.end(first);

      assertThat(gym.database.sessions().deviceCalibrations(none.id())).isEmpty();
      assertThat(gym.database.sessions().deviceCalibrations(first.id()))
          .containsExactlyEntriesOf(Map.of(Placement.LUMBAR, calibration(1)));
      RecordingNotes notes = gym.database.recording(first.id(), FakeSensor::create).notes();
      assertThat(notes.deviceCalibration(Placement.LUMBAR)).contains(CalibrationText.write(calibration(1)));
      assertThat(notes.deviceCalibration(Placement.SACRUM)).isEmpty();
    }
  }
}

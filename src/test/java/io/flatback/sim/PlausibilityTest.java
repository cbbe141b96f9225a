package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated lifter moves within what real ones were measured to do. */
class PlausibilityTest {

  /** Ranges of angle, rate and force as seen in motion capture of lifts and in real sets. */
  @ParameterizedTest
  @CsvSource({
    "clean, 45, 65, 60, 150",
    "touch-and-go, 45, 65, 60, 150",
    "sumo, 30, 45, 40, 120",
    "stoop, 75, 95, 60, 150",
    "romanian, 60, 75, 60, 150",
    "squat, 28, 45, 50, 150"
  })
  void leansTurnsAndPushesLikeALifter(
      String name, double leastDeg, double mostDeg, double leastDps, double mostDps) {
    for (long seed = 1; seed <= 2; seed++) {
      SimulatedRecording recording = new SimulatedRecording(Scenarios.of(name), seed);
      for (Truth.RepTruth rep : recording.truth().reps()) {
        assertThat(rep.angles().peakTrunkPitchDeg()).as("%s seed %d", name, seed).isBetween(leastDeg, mostDeg);
        assertThat(rep.endSeconds() - rep.startSeconds()).as("%s seed %d", name, seed).isBetween(2.0, 6.0);
      }
      DoubleStream.Builder forces = DoubleStream.builder();
      double fastestDps = 0;
      SimulatedReader reader = recording.open();
      while (reader.next()) {
        SignalEvent event = reader.event();
        if (event instanceof Sample s) {
          double squares = s.accXMps2() * s.accXMps2() + s.accYMps2() * s.accYMps2() + s.accZMps2() * s.accZMps2();
          forces.add(Math.sqrt(squares) / Sample.STANDARD_GRAVITY_MPS2);
          fastestDps = Math.max(fastestDps, Math.toDegrees(Math.abs(s.gyroXRadPerSec())));
        }
      }
      double[] sorted = forces.build().sorted().toArray();
      assertThat(fastestDps).as("%s seed %d", name, seed).isBetween(leastDps, mostDps);
      assertThat(Arrays.stream(sorted).average().orElseThrow()).isBetween(0.97, 1.06);
      assertThat(sorted[sorted.length / 100]).as("%s seed %d, 1 in 100 below", name, seed).isGreaterThan(0.5);
      assertThat(sorted[sorted.length - 1 - sorted.length / 100]).as("1 in 100 above").isLessThan(1.5);
      assertThat(sorted[sorted.length - 1]).as("hardest landing").isLessThan(2.5);
    }
  }
}

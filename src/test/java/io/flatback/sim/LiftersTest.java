package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.Sample;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The population differs from lifter to lifter, is the same whenever it is drawn, and moves like people. */
class LiftersTest {

  @Test
  void theSameSeedIsTheSameLifterAndAnotherAnother() {
    Set<Physique> bodies = new HashSet<>();
    for (String name : Scenarios.names()) {
      for (long seed = 1; seed <= 4; seed++) {
        Scenario once = Lifters.vary(Scenarios.of(name), seed);
        assertThat(Lifters.vary(Scenarios.of(name), seed)).as("%s seed %d", name, seed).isEqualTo(once);
        bodies.add(once.physique());
      }
    }
    assertThat(bodies).hasSize(4 * Scenarios.names().size());
  }

  @Test
  void everyTraitStaysWithinItsBoundsAndUsesThem() {
    for (Trait trait : Trait.values()) {
      double[] drawn = new double[400];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = new Person(i).get(trait);
      }
      double low = DoubleStream.of(drawn).min().orElseThrow();
      double high = DoubleStream.of(drawn).max().orElseThrow();
      assertThat(low).as(trait.name()).isGreaterThanOrEqualTo(trait.spread().low());
      assertThat(high).as(trait.name()).isLessThanOrEqualTo(trait.spread().high());
      assertThat(high - low).as(trait.name()).isGreaterThan(0.5 * (trait.spread().high() - trait.spread().low()));
    }
  }

  @Test
  void whatAScenarioIsThereToShowStays() {
    for (long seed = 1; seed <= 6; seed++) {
      assertThat(sensors("slow-rate", seed).rateHz()).isEqualTo(25);
      assertThat(sensors("cheap-chip", seed).worn().getFirst().chip()).isEqualTo(Chip.MPU_6050);
      assertThat(sensors("random-mount", seed).worn().getFirst().mounting()).isInstanceOf(Mounting.Anyhow.class);
      assertThat(sensors("swapped-sensors", seed).swapped()).isTrue();
      assertThat(sensors("upside-down", seed).worn().getFirst().mounting())
          .isInstanceOfSatisfying(Mounting.Turned.class, t -> assertThat(t.aboutAnteriorDeg()).isEqualTo(180));
    }
  }

  @Test
  void aSensorSlipsBetweenTheSetsAndIsLostWithinOne() {
    for (long seed = 1; seed <= 6; seed++) {
      Truth slipped = SimulatedRecording.ofPopulation(Scenarios.of("slipped"), seed).truth();
      assertThat(sensors("slipped", seed).worn().getFirst().attachment())
          .as("seed %d", seed)
          .isInstanceOfSatisfying(
              Attachment.Slipping.class,
              s -> assertThat(s.atSeconds()).isBetween(
                  slipped.sets().get(0).endSeconds(), slipped.sets().get(1).startSeconds()));
      Truth lost = SimulatedRecording.ofPopulation(Scenarios.of("one-sensor-lost"), seed).truth();
      assertThat(sensors("one-sensor-lost", seed).loss().fromSeconds())
          .isBetween(lost.sets().getFirst().startSeconds(), lost.sets().getFirst().endSeconds());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clean, 30, 85",
    "touch-and-go-fast, 30, 85",
    "sumo, 18, 62",
    "stoop, 50, 115",
    "romanian, 38, 95",
    "squat, 16, 55",
    "deficit, 36, 95"
  })
  void movesAsPeopleCan(String name, double leastDeg, double mostDeg) {
    for (long seed = 1; seed <= 6; seed++) {
      SimulatedRecording recording = SimulatedRecording.ofPopulation(Scenarios.of(name), seed).withRateHz(50);
      for (Truth.RepTruth rep : recording.truth().reps()) {
        assertThat(rep.angles().peakTrunkPitchDeg()).as("%s seed %d", name, seed).isBetween(leastDeg, mostDeg);
        assertThat(rep.concentricSeconds()).as("%s seed %d", name, seed).isBetween(0.4, 4.5);
      }
      SimulatedReader reader = recording.open();
      double sumG = 0;
      int samples = 0;
      while (reader.next()) {
        if (reader.event() instanceof Sample s) {
          double g =
              new Vector3(s.accXMps2(), s.accYMps2(), s.accZMps2()).norm() / Sample.STANDARD_GRAVITY_MPS2;
          double rateRad = new Vector3(s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec()).norm();
          assertThat(g).as("%s seed %d, g", name, seed).isLessThan(3.5);
          assertThat(Math.toDegrees(rateRad)).as("%s seed %d, °/s", name, seed).isLessThan(350);
          sumG += g;
          samples++;
        }
      }
      assertThat(sumG / samples).as("%s seed %d, mean g", name, seed).isBetween(0.94, 1.08);
    }
  }

  private static SensorSetup sensors(String name, long seed) {
    return Lifters.vary(Scenarios.of(name), seed).sensors();
  }
}

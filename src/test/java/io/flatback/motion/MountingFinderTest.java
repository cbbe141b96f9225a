package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountingFinderTest {
  private static final long LATER_NANOS = 12_000_000_000L;

  @Test
  void saysTheSameHoweverOftenAndOfWhatItWasAskedBefore() {
    MountingFinder asked = found(0);
    MountingFinder fresh = found(0);

    asked.estimate().orElseThrow();
    asked.estimate(LATER_NANOS);
    asked.estimate().orElseThrow();

    assertThat(asked.estimate(LATER_NANOS)).isEqualTo(fresh.estimate(LATER_NANOS));
    assertThat(asked.estimate()).isEqualTo(found(0).estimate());
  }

  @Test
  void isNoLessSureForAHoleInTheRecord() {
    MountingFinder.Estimate whole = found(0).estimate().orElseThrow();
    MountingFinder.Estimate holed = found(600_000_000_000L).estimate().orElseThrow();

    assertThat(holed.mounting().confidence()).isCloseTo(whole.mounting().confidence(), within(0.06));
    assertThat(holed.travelM()).isCloseTo(whole.travelM(), within(0.05));
  }

  /** Before: the shaking of who strains at a paused bar was taken for turning, which only the upright do. */
  @ParameterizedTest
  @ValueSource(longs = {12, 14})
  void knowsWhichEndIsStandingThoughTheLifterShakesAtTheOther(long seed) {
    SimulatedRecording lifter = SimulatedRecording.ofPopulation(Scenarios.of("paused"), seed);
    MountingFinder finder = new MountingFinder();
    SensorMotion motion = new SensorMotion();
    try (RecordingReader reader = lifter.open()) {
      while (reader.next()) {
        motion.update(reader.event());
        if (reader.event() instanceof Sample s) {
          finder.update(motion, s);
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }

    Mounting mounting = finder.estimate().orElseThrow().mounting();

    assertThat(mounting.superior().getY()).as("worn upright").isGreaterThan(0.8);
    assertThat(mounting.confidence()).isGreaterThan(0.7);
  }

  /** @param holeNanos nothing is seen for as long after eighteen seconds */
  private static MountingFinder found(long holeNanos) {
    MountingFinder finder = new MountingFinder();
    SensorMotion motion = new SensorMotion();
    boolean holed = false;
    try (RecordingReader reader = new SimulatedRecording(Scenarios.of("clean"), 3).open()) {
      while (reader.next()) {
        SignalEvent event = reader.event();
        if (!(event instanceof Sample s)) {
          continue;
        }
        boolean late = s.timeNanos() > 18_000_000_000L;
        if (late && !holed && holeNanos > 0) {
          holed = true;
          motion.update(new Gap(s.timeNanos(), s.timeNanos() + holeNanos, Gap.Reason.HOLE, 0));
        }
        Sample moved = late ? at(s, s.timeNanos() + holeNanos) : s;
        motion.update(moved);
        finder.update(motion, moved);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return finder;
  }

  private static Sample at(Sample s, long timeNanos) {
    return new Sample(
        timeNanos, s.accXMps2(), s.accYMps2(), s.accZMps2(), s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(),
        s.clipped());
  }
}

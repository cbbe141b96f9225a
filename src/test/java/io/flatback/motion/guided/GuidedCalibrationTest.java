package io.flatback.motion.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.motion.guided.GuidedCalibration.Accepted;
import io.flatback.motion.guided.GuidedCalibration.Part;
import io.flatback.motion.guided.GuidedCalibration.Refused;
import io.flatback.motion.guided.Refusal.Reason;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.Attachment;
import io.flatback.sim.Chip;
import io.flatback.sim.Mounting;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guided calibration finds of a sensor, and each reason for which it is refused. */
class GuidedCalibrationTest {

  @ParameterizedTest
  @CsvSource({
    "moved, MOVED_WHILE_STANDING, You moved while standing",
    "walking, MOVED_WHILE_STANDING, You moved while standing",
    "two-hinges, TOO_FEW_HINGES, 2 of 3 hinges",
    "quick, HINGES_TOO_QUICK, Hinge 1 was too quick",
    "small, HINGES_TOO_SMALL, expected at least 30°",
    "unlike, HINGES_UNLIKE, repeat one and the same hinge",
    "twisted, HINGES_UNLIKE, bend straight forward",
    "loose, SENSOR_LOOSE, tighten the belt",
    "dropouts, GAP, bring it nearer"
  })
  void aBadOneIsRefusedWithTheReason(String scenario, Reason reason, String words) {
    for (long seed = 1; seed <= 3; seed++) {
      Refusal refusal = refusal(Scenarios.of("bad-calibration-" + scenario), seed, Function.identity());
      assertThat(refusal.reason()).as("%s, seed %d: %s", scenario, seed, refusal.text()).isEqualTo(reason);
      assertThat(refusal.text()).contains(words).containsPattern("^\\d+\\.\\d s in: ").doesNotContain("\n", "!");
    }
  }

  @Test
  void readingsThatCanNotBeRightAreRefused() {
    assertThat(refusal(s -> s.hasGyro() ? withGyro(s, Double.NaN) : s).reason()).isEqualTo(Reason.NO_GYROSCOPE);
    assertThat(refusal(s -> s.timeNanos() == 7_000_000_000L ? clipped(s) : s).reason()).isEqualTo(Reason.CLIPPED);
    assertThat(refusal(s -> withAccel(s, 1.15)).reason()).isEqualTo(Reason.READINGS_DISAGREE);
    assertThat(refusal(s -> slower(s, 4)).reason()).isEqualTo(Reason.HINGES_TOO_SLOW);
    assertThat(refusal(GuidedCalibrationTest::winding).reason()).isEqualTo(Reason.NOT_A_HINGE);
    assertThat(refusal(GuidedCalibrationTest::askew).reason()).isEqualTo(Reason.AXIS_NOT_LEVEL);
  }

  @Test
  void aSensorThatSaysNothingAndACalibrationThatIsTooShortAreRefused() {
    Map<Placement, Part> parts = parts(Scenarios.of("guided-calibration"), 1, Function.identity());
    parts.put(Placement.SACRUM, new Part(new Take(Calibration.NONE), Calibration.NONE));
    Refused missing = (Refused) GuidedCalibration.judge(parts);
    assertThat(missing.refusal().reason()).isEqualTo(Reason.SENSOR_MISSING);
    assertThat(missing.refusal().text()).contains("The sacrum sensor sent nothing");

    Map<Placement, Part> few =
        parts(Scenarios.of("guided-calibration"), 1, s -> s.timeNanos() < 6_000_000_000L ? s : null);
    assertThat(((Refused) GuidedCalibration.judge(few)).refusal().reason()).isEqualTo(Reason.TOO_SHORT);
  }

  @Test
  void findsTheOffsetOfTheAccelerometerAndTheScaleOfTheGyroscope() {
    Scenario still = Scenarios.of("guided-calibration");
    Scenario ideal =
        still.withSensors(
            still.sensors().withChip(Chip.IDEAL).withMounting(Mounting.STRAIGHT).withAttachment(Attachment.RIGID));
    for (long seed = 1; seed <= 4; seed++) {
      Map<Placement, Part> parts =
          parts(ideal, seed, s -> new Sample(
              s.timeNanos(), s.accXMps2(), s.accYMps2() + 0.20, s.accZMps2() - 0.12,
              0.99 * s.gyroXRadPerSec() + 0.01, s.gyroYRadPerSec() - 0.005, s.gyroZRadPerSec(), false));
      CalibratedSensor found =
          ((Accepted) GuidedCalibration.judge(parts)).sensors().get(Placement.LUMBAR);
      String where = "seed " + seed + " " + found;
      for (double tiltDeg : new double[] {0, 30, 60}) {
        double upwards = Sample.STANDARD_GRAVITY_MPS2 * Math.cos(Math.toRadians(tiltDeg));
        double backwards = Sample.STANDARD_GRAVITY_MPS2 * Math.sin(Math.toRadians(tiltDeg));
        double[] corrected = new double[3];
        found.calibration().accel(0.0, upwards + 0.20, backwards - 0.12, corrected);
        assertThat(Math.toDegrees(Math.atan2(corrected[2], corrected[1])))
            .as("%s at %s°: the offset alone turns it by up to 1.3°", where, tiltDeg)
            .isCloseTo(tiltDeg, within(0.2));
      }
      assertThat(found.calibration().gyroMatrix()[0]).as(where).isCloseTo(1.01, within(0.006));
      assertThat(found.gyroBiasRadPerSec().xRadPerSec()).as(where).isCloseTo(0.0101, within(0.001));
    }
  }

  @Test
  void findsUpRightAndTheWearersOwnHingeHoweverTheSensorIsTurned() {
    Scenario usual = Scenarios.of("guided-calibration-two-sensors");
    for (long seed = 1; seed <= 4; seed++) {
      Scenario anyhow = usual.withSensors(usual.sensors().withMounting(new Mounting.Anyhow()));
      Accepted found = (Accepted) GuidedCalibration.judge(parts(anyhow, seed, Function.identity()));
      assertThat(found.sensors()).as("seed %d", seed).containsOnlyKeys(Placement.LUMBAR, Placement.SACRUM);
      assertThat(Math.toDegrees(found.peakLumbarFlexionRad())).as("seed %d", seed).isCloseTo(26.0, within(1.5));
      assertThat(Math.toDegrees(found.sensors().get(Placement.LUMBAR).peakInclinationRad()))
          .as("seed %d", seed).isCloseTo(71.0, within(2.5));
    }
  }

  private static Refusal refusal(Function<Sample, Sample> change) {
    return refusal(Scenarios.of("guided-calibration"), 1, change);
  }

  private static Refusal refusal(Scenario scenario, long seed, Function<Sample, Sample> change) {
    GuidedCalibration.Verdict verdict = GuidedCalibration.judge(parts(scenario, seed, change));
    assertThat(verdict).as("%s, seed %d", scenario.name(), seed).isInstanceOf(Refused.class);
    return ((Refused) verdict).refusal();
  }

  private static Map<Placement, Part> parts(Scenario scenario, long seed, Function<Sample, Sample> change) {
    SimulatedRecording recording = new SimulatedRecording(scenario, seed);
    TimeStretch stretch = TimeStretch.parse(recording.notes().calibrations().orElseThrow()).getFirst();
    Map<Placement, Part> parts = new EnumMap<>(Placement.class);
    recording.placements().forEach(p -> parts.put(p, new Part(new Take(Calibration.NONE), Calibration.NONE)));
    try (SimulatedReader reader = recording.open()) {
      while (reader.next() && reader.event().timeNanos() < stretch.toNanos()) {
        SignalEvent event = reader.event() instanceof Sample sample ? change.apply(sample) : reader.event();
        if (event != null && stretch.contains(reader.event().timeNanos())) {
          parts.get(reader.placement()).take().add(event);
        }
      }
    }
    return parts;
  }

  private static Sample withGyro(Sample s, double value) {
    return new Sample(s.timeNanos(), s.accXMps2(), s.accYMps2(), s.accZMps2(), value, value, value, false);
  }

  private static Sample clipped(Sample s) {
    return new Sample(
        s.timeNanos(), s.accXMps2(), s.accYMps2(), s.accZMps2(),
        s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(), true);
  }

  private static Sample withAccel(Sample s, double scale) {
    return new Sample(
        s.timeNanos(), scale * s.accXMps2(), scale * s.accYMps2(), scale * s.accZMps2(),
        s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(), false);
  }

  private static Sample slower(Sample s, int times) {
    return new Sample(
        times * s.timeNanos(), s.accXMps2(), s.accYMps2(), s.accZMps2(),
        s.gyroXRadPerSec() / times, s.gyroYRadPerSec() / times, s.gyroZRadPerSec() / times, false);
  }

  /** Turns from side to side while hinging. */
  private static Sample winding(Sample s) {
    double seconds = s.timeNanos() * 1e-9;
    double turning = seconds > 3.6 && seconds < 20 ? Math.toRadians(30) * Math.sin(2 * Math.PI * 0.8 * seconds) : 0;
    return new Sample(
        s.timeNanos(), s.accXMps2(), s.accYMps2(), s.accZMps2(),
        s.gyroXRadPerSec(), s.gyroYRadPerSec() + turning, s.gyroZRadPerSec(), false);
  }

  /** The gyroscope turned by 16° against the accelerometer. */
  private static Sample askew(Sample s) {
    double c = Math.cos(Math.toRadians(16));
    double sin = Math.sin(Math.toRadians(16));
    return new Sample(
        s.timeNanos(), s.accXMps2(), s.accYMps2(), s.accZMps2(),
        c * s.gyroXRadPerSec() - sin * s.gyroYRadPerSec(), sin * s.gyroXRadPerSec() + c * s.gyroYRadPerSec(),
        s.gyroZRadPerSec(), false);
  }
}

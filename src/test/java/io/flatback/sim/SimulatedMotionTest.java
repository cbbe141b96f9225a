package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a perfect sensor reports fits the way the body truly goes. */
class SimulatedMotionTest {

  @ParameterizedTest
  @ValueSource(strings = {"squat", "touch-and-go", "walkout", "twists-and-shoes", "loose"})
  void integratingThePerfectGyroscopeGivesTheTrueAngles(String name) {
    Scenario scenario = Scenarios.of(name);
    Scenario perfect = scenario.withSensors(scenario.sensors().withChip(Chip.IDEAL).withClockPpm(0)).withRateHz(400);
    SimulatedReader reader = new SimulatedRecording(perfect, 3).open();
    reader.next();
    Vector3 up = up(reader.truth());
    Vector3 lastRate = rate((Sample) reader.event());
    double worstDeg = 0;
    while (reader.next()) {
      Vector3 rate = rate((Sample) reader.event());
      up = turned(up, lastRate.plus(rate).times(0.5 / 400));
      lastRate = rate;
      worstDeg = Math.max(worstDeg, Math.toDegrees(up.cross(up(reader.truth())).norm()));
    }
    assertThat(worstDeg).as("degrees between integrated and true up in %s", name).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "squat", "touch-and-go", "loose", "slipped", "random-mount"})
  void aPerfectAccelerometerFeelsTrueAccelerationAndGravity(String name) {
    Scenario scenario = Scenarios.of(name).withRateHz(50);
    Scenario perfect = scenario.withSensors(scenario.sensors().withChip(Chip.IDEAL).withClockPpm(0));
    SimulatedReader reader = new SimulatedRecording(perfect, 3).open();
    SimulatedSensor sensor = Simulation.of(perfect, 3).sensors().getFirst();
    double worstMps2 = 0;
    while (reader.next()) {
      Sample sample = (Sample) reader.event();
      Vector3 linear = sensor.linearAccelerationMps2(sample.timeNanos() * 1e-9);
      Vector3 gravity = up(reader.truth()).times(Sample.STANDARD_GRAVITY_MPS2);
      Vector3 rest = acceleration(sample).plus(linear.times(-1)).plus(gravity.times(-1));
      worstMps2 = Math.max(worstMps2, rest.norm());
    }
    assertThat(worstMps2).isLessThan(1e-9);
  }

  @Test
  void accelerationsAreThoseOfThePathAndRatesThoseOfTheTurning() {
    double h = 1e-4;
    for (String name : Scenarios.names()) {
      Simulation run = Simulation.of(Scenarios.of(name), 5);
      SplittableRandom random = new SplittableRandom(5);
      SensorMotion motion = motion(run);
      for (int i = 0; i < 200; i++) {
        double t = 0.1 + random.nextDouble() * (run.timeline().durationSeconds() - 0.2);
        Frame before = motion.at(run.body().at(t - h), t - h);
        Frame now = motion.at(run.body().at(t), t);
        Frame after = motion.at(run.body().at(t + h), t + h);
        Vector3 second =
            after.positionM().plus(before.positionM()).plus(now.positionM().times(-2)).times(1 / (h * h));
        String where = name + " seed 5 at " + t + " s";
        assertThat(second.plus(now.accelerationMps2().times(-1)).norm()).as(where).isLessThan(0.05);
        Vector3 up = Axis.SUPERIOR.unit();
        Vector3 turning = after.up().plus(before.up().times(-1)).times(1 / (2 * h));
        Vector3 expected = now.rotation().applyInverse(up).cross(now.rateRadPerSec());
        assertThat(turning.plus(expected.times(-1)).norm()).as(where).isLessThan(0.002);
      }
    }
  }

  @Test
  void whatTurnsBetweenTwoSensorsIsTheLumbarFlexion() {
    Scenario perfect = Scenarios.of("two-sensors").idealised().withVariability(Variability.NONE).withRateHz(400);
    SimulatedReader reader = new SimulatedRecording(perfect, 1).open();
    Rotation3 lumbar = Rotation3.IDENTITY;
    Rotation3 sacrum = Rotation3.IDENTITY;
    double worstDeg = 0;
    double mostDeg = 0;
    while (reader.next()) {
      Vector3 step = rate((Sample) reader.event()).times(1.0 / 400);
      TruthSample truth = reader.truth();
      if (reader.placement() == Placement.LUMBAR) {
        lumbar = lumbar.times(turn(step));
      } else {
        sacrum = sacrum.times(turn(step));
        double degrees = angleDeg(sacrum.inverse().times(lumbar));
        worstDeg = Math.max(worstDeg, Math.abs(degrees - Math.abs(truth.lumbarFlexionDeg())));
        mostDeg = Math.max(mostDeg, degrees);
      }
    }
    assertThat(worstDeg).isLessThan(0.2);
    assertThat(mostDeg).isCloseTo(Technique.DEADLIFT.bottom().lumbarFlexionDeg(), within(0.5));
  }

  @Test
  void anyMountingFeelsTheSameForce() {
    Scenario straight = Scenarios.of("clean").idealised();
    Scenario anyhow = straight.withSensors(straight.sensors().withMounting(new Mounting.Anyhow()));
    for (long seed = 1; seed <= 2; seed++) {
      SimulatedReader a = new SimulatedRecording(straight, seed).open();
      SimulatedReader b = new SimulatedRecording(anyhow, seed).open();
      double worst = 0;
      while (a.next() && b.next()) {
        Sample x = (Sample) a.event();
        Sample y = (Sample) b.event();
        worst = Math.max(worst, Math.abs(acceleration(x).norm() - acceleration(y).norm()));
        worst = Math.max(worst, Math.abs(rate(x).norm() - rate(y).norm()));
      }
      assertThat(worst).as("seed %d", seed).isLessThan(1e-9);
    }
  }

  @Test
  void aBadlyWornSensorDoesNotFollowTheBack() {
    assertThat(mostTiltDeg("clean")).isGreaterThan(50);
    assertThat(mostTiltDeg("loose")).isBetween(5.0, 25.0);
  }

  private static double mostTiltDeg(String name) {
    SimulatedReader reader = new SimulatedRecording(Scenarios.of(name), 1).open();
    reader.next();
    Vector3 first = up(reader.truth());
    double most = 0;
    while (reader.next()) {
      most = Math.max(most, Math.toDegrees(Math.acos(Math.min(1, first.dot(up(reader.truth()))))));
    }
    return most;
  }

  private static SensorMotion motion(Simulation run) {
    SensorSetup.Worn worn = run.scenario().sensors().worn().getFirst();
    return new SensorMotion(worn, run.scenario().physique(), run.timeline().jolts(), Rotation3.IDENTITY, new Noise(1));
  }

  private static Vector3 up(TruthSample truth) {
    return new Vector3(truth.upX(), truth.upY(), truth.upZ());
  }

  private static Vector3 rate(Sample s) {
    return new Vector3(s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec());
  }

  private static Vector3 acceleration(Sample s) {
    return new Vector3(s.accXMps2(), s.accYMps2(), s.accZMps2());
  }

  /** A direction fixed on earth as a turning sensor sees it. */
  private static Vector3 turned(Vector3 direction, Vector3 angleRad) {
    return turn(angleRad).applyInverse(direction);
  }

  private static Rotation3 turn(Vector3 angleRad) {
    double half = angleRad.norm() / 2;
    Vector3 axis = half == 0 ? Vector3.ZERO : angleRad.times(Math.sin(half) / (2 * half));
    return Rotation3.ofQuaternion(Math.cos(half), axis.x(), axis.y(), axis.z());
  }

  private static double angleDeg(Rotation3 r) {
    double trace = r.first().x() + r.second().y() + r.third().z();
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
  }
}

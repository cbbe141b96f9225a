package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sensor without a gyroscope tells: the direction of the acceleration, smoothed, at its own time. */
class AccelerometerOnlyTest {
  private static final double GRAVITY_MPS2 = Sample.STANDARD_GRAVITY_MPS2;

  private final SensorMotion motion = new SensorMotion();

  @ParameterizedTest
  @ValueSource(ints = {25, 50, 100, 400})
  void tellsTheAngleOfAHingeAtTheTimeItWasTaken(int hz) {
    int told = 0;
    for (int i = 0; i < 10 * hz; i++) {
      if (motion.update(sample(i, hz, hingeRad((double) i / hz), 0.0))) {
        told++;
        double seconds = motion.timeNanos() * 1e-9;
        assertThat((double) i / hz - seconds).as("held back by").isBetween(0.149, 0.151 + 1.0 / hz);
        if (seconds > 1.0) {
          assertThat(angleDeg()).as("at %s s", seconds).isCloseTo(Math.toDegrees(hingeRad(seconds)), within(2.0));
        }
      }
    }
    assertThat(told).isGreaterThan(9 * hz);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 200})
  void takesStepsForNoTilt(int hz) {
    for (int i = 0; i < 10 * hz; i++) {
      double seconds = (double) i / hz;
      double pushMps2 = 4.0 * Math.sin(2.0 * Math.PI * 3.6 * seconds);
      if (motion.update(sample(i, hz, 0.0, pushMps2)) && seconds > 1.0) {
        assertThat(angleDeg()).as("the push alone looks like 22°").isBetween(-6.0, 6.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 200})
  void startsAnewAfterAHole(int hz) {
    for (int i = 0; i < hz; i++) {
      motion.update(sample(i, hz, 0.0, 0.0));
    }
    motion.update(new Gap(1_000_000_000L, 3_000_000_000L, Gap.Reason.HOLE, 0));
    long before = motion.timeNanos();
    for (int i = 3 * hz; i < 4 * hz; i++) {
      boolean moved = motion.update(sample(i, hz, Math.toRadians(40), 0.0));
      assertThat(moved).isEqualTo(i >= 3 * hz + 0.15 * hz);
      if (moved) {
        assertThat(motion.timeNanos()).isGreaterThanOrEqualTo(3_000_000_000L).isGreaterThan(before);
        assertThat(angleDeg()).isCloseTo(40.0, within(0.5));
      }
    }
  }

  /** Sensor frame: x right, y up, z backwards, as worn. */
  private static Sample sample(int i, int hz, double angleRad, double forwardMps2) {
    double y = GRAVITY_MPS2 * Math.cos(angleRad) - forwardMps2 * Math.sin(angleRad);
    double z = GRAVITY_MPS2 * Math.sin(angleRad) + forwardMps2 * Math.cos(angleRad);
    return new Sample(1_000_000_000L * i / hz, 0, y, z, Double.NaN, Double.NaN, Double.NaN, false);
  }

  /** Down and up in two and a half seconds. */
  private static double hingeRad(double seconds) {
    return Math.toRadians(25.0) * (1.0 - Math.cos(2.0 * Math.PI * seconds / 2.5));
  }

  private double angleDeg() {
    return Math.toDegrees(Math.atan2(motion.upZ(), motion.upY()));
  }
}

package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;

/** Signs and size of the three angles, on a spine of two segments that moves as told. */
class LumbarRotationTest {
  private static final double STEP_SECONDS = 0.01;

  /** Body axes: x anterior, y superior, z right; so do the sensors lie. */
  private static final Mounting WORN = Mounting.of(Vector3D.PLUS_J, Vector3D.PLUS_K, 1.0);

  @Test
  void tellsFlexionLateralBendAndAxialRotationApart() {
    assertThat(after(1.0, 40, 0, 0)).containsExactly(new double[] {40, 0, 0}, within(0.3));
    assertThat(after(1.0, 0, 25, 0)).containsExactly(new double[] {0, 25, 0}, within(0.3));
    assertThat(after(1.0, 0, 0, 30)).containsExactly(new double[] {0, 0, 30}, within(1.5));
    assertThat(after(1.0, -15, -20, 0)).containsExactly(new double[] {-15, -20, 0}, within(1.5));
  }

  @Test
  void letsATurnIntoFlexionInSecondOrderOnly() {
    double[] found = after(1.0, 30, 10, 10);

    double product = Math.toDegrees(Math.pow(Math.sin(Math.toRadians(10)), 2));
    assertThat(found[0]).isCloseTo(30, within(product + 0.5));
    assertThat(found[1]).isCloseTo(10, within(1.0));
    assertThat(found[2]).isCloseTo(10, within(1.0));
  }

  @Test
  void doesNotMindHowThePelvisTips() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 50; i++) {
      double flexionDeg = random.nextDouble(-15, 45);
      double bendDeg = random.nextDouble(-15, 15);
      double pelvisDeg = random.nextDouble(-20, 60);

      double[] found = movedTogether(0.5, pelvisDeg, flexionDeg, bendDeg, 0.0);

      assertThat(found).as("pelvis %.0f, flexion %.0f, bend %.0f", pelvisDeg, flexionDeg, bendDeg)
          .containsExactly(new double[] {flexionDeg, bendDeg, 0.0}, within(1.0));
    }
  }

  @Test
  void forgetsATurnThatLastsAndKnowsNoneOverAGap() {
    Spine spine = new Spine();
    spine.move(1.0, 0, 0, 0, 30);
    spine.move(8.0, 0, 0, 0, 30);
    assertThat(Math.toDegrees(spine.rotation.axialRotationRad())).as("turned for long").isLessThan(2.0);

    spine.move(1.0, 0, 0, 0, 0);
    spine.seconds += 2.0;
    spine.move(0.1, 0, 0, 0, 0);
    assertThat(Math.toDegrees(spine.rotation.axialRotationRad())).as("after a gap").isCloseTo(0.0, within(0.1));
  }

  private static double[] after(double seconds, double flexionDeg, double bendDeg, double axialDeg) {
    return movedTogether(seconds, 0.0, flexionDeg, bendDeg, axialDeg);
  }

  private static double[] movedTogether(
      double seconds, double pelvisDeg, double flexionDeg, double bendDeg, double axialDeg) {
    Spine spine = new Spine();
    spine.move(0.1, 0, 0, 0, 0);
    spine.move(seconds, pelvisDeg, flexionDeg, bendDeg, axialDeg);
    return new double[] {
      Math.toDegrees(spine.rotation.flexionRad()),
      Math.toDegrees(spine.rotation.lateralBendRad()),
      Math.toDegrees(spine.rotation.axialRotationRad())
    };
  }

  /** Moves evenly from one posture to the next; a posture is the pelvis' tilt and the three angles, in degrees. */
  private static final class Spine {
    private final LumbarRotation rotation = new LumbarRotation();
    private final BackPosture first = new BackPosture();
    private final BackPosture second = new BackPosture();
    private final double[] posture = new double[4];
    private double seconds;
    private Rotation sacrum = Rotation.IDENTITY;
    private Rotation lumbar = Rotation.IDENTITY;

    void move(double lasting, double... toDeg) {
      double[] from = posture.clone();
      int steps = (int) Math.round(lasting / STEP_SECONDS);
      for (int i = 1; i <= steps; i++) {
        for (int k = 0; k < posture.length; k++) {
          posture[k] = from[k] + (toDeg[k] - from[k]) * i / steps;
        }
        Rotation newSacrum = about(Vector3D.PLUS_K, -posture[0]);
        Rotation newLumbar =
            newSacrum.applyTo(
                about(Vector3D.PLUS_K, -posture[1])
                    .applyTo(about(Vector3D.PLUS_I, posture[2]).applyTo(about(Vector3D.PLUS_J, posture[3]))));
        row(newLumbar, newSacrum);
        sacrum = newSacrum;
        lumbar = newLumbar;
      }
    }

    private void row(Rotation newLumbar, Rotation newSacrum) {
      seconds += STEP_SECONDS;
      MotionRow row = new MotionRow();
      row.timeNanos = (long) (seconds * 1e9);
      row.gyro = true;
      Vector3D up = newLumbar.applyInverseTo(Vector3D.PLUS_J);
      row.upX = up.getX();
      row.upY = up.getY();
      row.upZ = up.getZ();
      Vector3D rate = rate(lumbar, newLumbar);
      row.rateX = rate.getX();
      row.rateY = rate.getY();
      row.rateZ = rate.getZ();
      Vector3D secondUp = newSacrum.applyInverseTo(Vector3D.PLUS_J);
      row.secondUpX = secondUp.getX();
      row.secondUpY = secondUp.getY();
      row.secondUpZ = secondUp.getZ();
      Vector3D secondRate = rate(sacrum, newSacrum);
      row.secondRateX = secondRate.getX();
      row.secondRateY = secondRate.getY();
      row.secondRateZ = secondRate.getZ();
      first.update(row, WORN);
      second.updateSecond(row, WORN);
      rotation.update(row, first, second);
    }

    /** In the sensor frame. */
    private static Vector3D rate(Rotation before, Rotation after) {
      Rotation step = before.applyInverseTo(after);
      Vector3D axis = step.getAxis(RotationConvention.VECTOR_OPERATOR);
      return step.getAngle() == 0.0 ? Vector3D.ZERO : axis.scalarMultiply(step.getAngle() / STEP_SECONDS);
    }

    private static Rotation about(Vector3D axis, double deg) {
      return new Rotation(axis, Math.toRadians(deg), RotationConvention.VECTOR_OPERATOR);
    }
  }
}

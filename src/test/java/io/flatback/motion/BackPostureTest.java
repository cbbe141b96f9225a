package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signs and the range of the angles, with a sensor worn x right, y up, z out of the back. */
class BackPostureTest {
  private static final Mounting WORN = Mounting.of(Vector3D.PLUS_J, Vector3D.PLUS_I, 1.0);

  @Test
  void hasItsAxesRightHandedAsTheBodyHasThem() {
    assertThat(WORN.anterior().distance(Vector3D.MINUS_K)).isLessThan(1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-20, 0, 45, 89.9, 90, 120, 170})
  void leansForwardPositiveAndDoesNotWrapAtNinety(double deg) {
    double rad = Math.toRadians(deg);

    BackPosture posture = posture(row(0, Math.cos(rad), Math.sin(rad)));

    assertThat(Math.toDegrees(posture.sagittalInclinationRad())).isCloseTo(deg, within(1e-9));
    assertThat(Math.toDegrees(posture.inclinationRad())).isCloseTo(Math.abs(deg), within(1e-6));
  }

  @Test
  void leansToTheRightPositive() {
    double rad = Math.toRadians(12);

    BackPosture posture = posture(row(-Math.sin(rad), Math.cos(rad), 0));

    assertThat(Math.toDegrees(posture.lateralInclinationRad())).isCloseTo(12, within(1e-9));
    assertThat(Math.toDegrees(posture.sagittalInclinationRad())).isCloseTo(0, within(1e-9));
  }

  @Test
  void ratesHaveTheSignsOfTheirAngles() {
    MotionRow row = row(0, 1, 0);
    row.rateX = -1.0;
    row.rateY = 0.5;

    BackPosture posture = posture(row);

    assertThat(posture.sagittalRateRadPerSec()).as("bending forward turns about −right").isEqualTo(1.0);
    assertThat(posture.axialRateRadPerSec()).as("turning to the left").isEqualTo(0.5);
  }

  private static BackPosture posture(MotionRow row) {
    BackPosture posture = new BackPosture();
    posture.update(row, WORN);
    return posture;
  }

  private static MotionRow row(double upX, double upY, double upZ) {
    MotionRow row = new MotionRow();
    row.upX = upX;
    row.upY = upY;
    row.upZ = upZ;
    return row;
  }
}

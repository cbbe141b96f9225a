package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VQF against motions whose inclination is known in closed form. */
class VqfTest {
  private static final double G = 9.80665;

  @Test
  void takesTheDirectionOfTheFirstSampleAtOnce() {
    Vqf vqf = new Vqf(VqfParams.DEFAULTS);

    vqf.update(0.0, 0.6 * G, 0.8 * G, 0, 0, 0, 0.0);

    assertThat(vqf.upY()).isCloseTo(0.6, within(1e-9));
    assertThat(vqf.upZ()).isCloseTo(0.8, within(1e-9));
    assertThat(vqf.isSettling()).isTrue();
  }

  @Test
  void pointsUpEvenWhenWornUpsideDown() {
    Vqf vqf = new Vqf(VqfParams.DEFAULTS);

    vqf.update(0.0, -G, 0.0, 0, 0, 0, 0.0);

    assertThat(vqf.upY()).isCloseTo(-1.0, within(1e-9));
  }

  /** Tipping about x by 40° · sin(2πt/3 s), without any other acceleration. */
  @ParameterizedTest
  @ValueSource(ints = {25, 50, 100, 200, 400})
  void followsAHingeAtAnySampleRate(int hz) {
    Hinge hinge = new Hinge(hz, 0.0);

    double worst = 0.0;
    for (int i = 0; i < 20 * hz; i++) {
      hinge.step();
      worst = Math.max(worst, Math.abs(hinge.errorRad()));
    }

    assertThat(Math.toDegrees(worst)).as("worst error at %d Hz", hz).isLessThan(0.6);
  }

  @Test
  void learnsTheBiasAtRest() {
    Vqf vqf = new Vqf(VqfParams.DEFAULTS);
    double bias = Math.toRadians(0.8);
    for (int i = 0; i < 1500; i++) {
      vqf.update(0, G, 0, bias, -bias, bias / 2, i == 0 ? 0.0 : 0.01);
    }

    assertThat(vqf.isResting()).isTrue();
    assertThat(vqf.biasRadPerSec(0)).isCloseTo(bias, within(Math.toRadians(0.02)));
    assertThat(vqf.biasRadPerSec(1)).isCloseTo(-bias, within(Math.toRadians(0.02)));
    assertThat(vqf.biasRadPerSec(2)).isCloseTo(bias / 2, within(Math.toRadians(0.02)));
  }

  @Test
  void learnsTheHorizontalBiasInMotion() {
    Hinge hinge = new Hinge(100, Math.toRadians(0.6));
    for (int i = 0; i < 12_000; i++) {
      hinge.step();
    }

    assertThat(hinge.vqf.isResting()).isFalse();
    assertThat(Math.toDegrees(hinge.vqf.biasRadPerSec(0))).isCloseTo(0.6, within(0.15));
  }

  @Test
  void integratesNothingAcrossAGap() {
    Vqf vqf = new Vqf(VqfParams.DEFAULTS);
    for (int i = 0; i < 1000; i++) {
      vqf.update(0, G, 0, 0, 0, 0, i == 0 ? 0.0 : 0.01);
    }

    vqf.skip(2.0);
    vqf.update(0, G * Math.cos(1.0), -G * Math.sin(1.0), 0, 0, 0, 0.0);

    assertThat(vqf.upZ()).as("the inclination is found anew from the first sample").isCloseTo(-Math.sin(1.0), within(1e-6));
    assertThat(vqf.isSettling()).isTrue();
  }

  /** A sensor that tips about its x axis, with a constant gyroscope bias there. */
  private static final class Hinge {
    private final Vqf vqf = new Vqf(VqfParams.DEFAULTS);
    private final int hz;
    private final double biasRadPerSec;
    private int i;

    Hinge(int hz, double biasRadPerSec) {
      this.hz = hz;
      this.biasRadPerSec = biasRadPerSec;
      vqf.setSamplePeriodSeconds(1.0 / hz);
    }

    void step() {
      double angle = angleRad(i);
      double rate = (angle - angleRad(i - 1)) * hz + biasRadPerSec;
      vqf.update(0, G * Math.cos(angle), -G * Math.sin(angle), rate, 0, 0, i == 0 ? 0.0 : 1.0 / hz);
      i++;
    }

    double errorRad() {
      return Math.atan2(-vqf.upZ(), vqf.upY()) - angleRad(i - 1);
    }

    private double angleRad(int step) {
      return Math.toRadians(40.0) * Math.sin(2 * Math.PI * step / (3.0 * hz));
    }
  }
}

package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter against motions whose inclination is known in closed form. */
class InclinationFilterTest {
  private static final double G = 9.80665;

  @Test
  void takesTheDirectionOfTheFirstSampleAtOnceAndDoesNotTrustIt() {
    InclinationFilter filter = new InclinationFilter(InclinationParams.DEFAULTS);

    filter.update(0.0, 0.6 * G, 0.8 * G, 0, 0, 0, 0.0, false);

    assertThat(filter.upY()).isCloseTo(0.6, within(1e-9));
    assertThat(filter.upZ()).isCloseTo(0.8, within(1e-9));
    assertThat(Math.toDegrees(filter.inclinationSigmaRad())).isGreaterThan(10.0);
  }

  @Test
  void pointsUpEvenWhenWornUpsideDown() {
    InclinationFilter filter = new InclinationFilter(InclinationParams.DEFAULTS);
    for (int i = 0; i < 500; i++) {
      filter.update(0.0, -G, 0.0, 0, 0, 0, i == 0 ? 0.0 : 0.01, false);
    }

    assertThat(filter.upY()).isCloseTo(-1.0, within(1e-9));
  }

  /** From 25 Hz to 400: tipping by ±40° in three seconds, on an arm of 0.3 m. */
  @ParameterizedTest
  @ValueSource(doubles = {25, 50, 95.238, 100, 200, 400})
  void followsAHingeAtAnySampleRate(double hz) {
    Hinge hinge = new Hinge(hz);
    double worst = 0.0;
    for (int i = 0; i < 40 * hz; i++) {
      hinge.step(false);
      worst = i > 18 * hz ? Math.max(worst, hinge.errorDeg()) : 0.0;
    }

    assertThat(worst).as("worst error in degrees at %s Hz", hz).isLessThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 100, 400})
  void learnsTheBiasAtRest(double hz) {
    InclinationFilter filter = at(hz);
    double bias = Math.toRadians(0.8);
    for (int i = 0; i < 15 * hz; i++) {
      filter.update(0, G, 0, bias, -bias, bias / 2, i == 0 ? 0.0 : 1 / hz, false);
    }

    assertThat(filter.isResting()).isTrue();
    assertThat(Math.toDegrees(filter.biasRadPerSec(0))).isCloseTo(0.8, within(0.03));
    assertThat(Math.toDegrees(filter.biasRadPerSec(1))).isCloseTo(-0.8, within(0.03));
    assertThat(Math.toDegrees(filter.biasRadPerSec(2))).as("about up").isCloseTo(0.4, within(0.03));
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 100, 400})
  void learnsTheHorizontalBiasInMotion(double hz) {
    Hinge hinge = new Hinge(hz);
    hinge.biasDps = 0.6;
    for (int i = 0; i < 60 * hz; i++) {
      hinge.step(false);
    }

    assertThat(hinge.filter.isResting()).isFalse();
    assertThat(Math.toDegrees(hinge.filter.biasRadPerSec(0))).isCloseTo(0.6, within(0.1));
    assertThat(hinge.errorDeg()).isLessThan(0.5);
  }

  /** 0.01 °/s more each second, over two minutes without a rest; VQF as published is 1.95° wrong at worst. */
  @Test
  void followsABiasThatDriftsWithTemperature() {
    Hinge hinge = new Hinge(100);
    double worst = 0.0;
    for (int i = 0; i < 12_000; i++) {
      hinge.biasDps = 0.0001 * i;
      hinge.step(false);
      worst = i > 1_000 ? Math.max(worst, hinge.errorDeg()) : 0.0;
    }

    assertThat(Math.toDegrees(hinge.filter.biasRadPerSec(0))).as("lags by less than 0.4").isCloseTo(1.2, within(0.4));
    assertThat(worst).isLessThan(1.5);
  }

  @Test
  void keepsTheInclinationOverAShortGapAndDoubtsItByWhatMayHaveTurned() {
    Hinge hinge = new Hinge(100);
    hinge.run(1_000);
    double before = hinge.filter.inclinationSigmaRad();

    hinge.skip(5);
    hinge.step(false);

    assertThat(hinge.filter.inclinationSigmaRad()).isGreaterThan(1.5 * before);
    assertThat(hinge.errorDeg()).as("after a gap of 0.05 s").isLessThan(3.0);
    hinge.run(200);
    assertThat(hinge.errorDeg())
        .as("two seconds later")
        .isLessThan(2.45 * Math.toDegrees(hinge.filter.inclinationSigmaRad()));
    hinge.run(400);
    assertThat(hinge.errorDeg()).as("six seconds later").isLessThan(0.7);
  }

  /** Nothing is integrated over it, whatever the rate was before. */
  @Test
  void findsUpAnewAfterALongGapAndKeepsTheBias() {
    InclinationFilter filter = at(100);
    double bias = Math.toRadians(0.8);
    for (int i = 0; i < 1500; i++) {
      filter.update(0, G, 0, bias, 0, 0, i == 0 ? 0.0 : 0.01, false);
    }

    filter.skip(3.0);
    filter.update(0, G * Math.cos(1.0), -G * Math.sin(1.0), bias, 0, 0, 0.0, false);

    assertThat(filter.upZ()).isCloseTo(-Math.sin(1.0), within(0.02));
    assertThat(Math.toDegrees(filter.biasRadPerSec(0))).isCloseTo(0.8, within(0.03));
  }

  @Test
  void saysThatItIsNotSureAfterAClippedTurnAndFindsUpAgain() {
    Hinge hinge = new Hinge(100);
    hinge.run(1_000);
    double before = hinge.filter.inclinationSigmaRad();

    hinge.clip(20, 0.5);

    assertThat(hinge.filter.inclinationSigmaRad()).isGreaterThan(2 * before);
    hinge.run(300);
    assertThat(hinge.errorDeg()).isLessThan(1.0);
  }

  @Test
  void goesOnByTheGyroscopeWhereTheAccelerationIsAllZero() {
    InclinationFilter filter = at(100);
    for (int i = 0; i < 500; i++) {
      filter.update(0, G, 0, 0, 0, 0, i == 0 ? 0.0 : 0.01, false);
    }
    for (int i = 0; i < 100; i++) {
      filter.update(0, 0, 0, 0.5, 0, 0, 0.01, false);
    }

    assertThat(Math.atan2(-filter.upZ(), filter.upY())).isCloseTo(0.5, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e150, 1e300, Double.MAX_VALUE})
  void staysFiniteWhateverNumbersComeIn(double huge) {
    InclinationFilter filter = at(100);
    for (int i = 0; i < 600; i++) {
      double a = i % 50 == 20 ? huge : 0;
      double g = i % 50 == 30 ? -huge : 0;
      filter.update(a, G, 0, g, 0, g, i == 0 ? 0.0 : 0.01, false);
    }

    assertThat(filter.upY()).isCloseTo(1.0, within(1e-3));
    assertThat(filter.inclinationSigmaRad()).isFinite();
    assertThat(filter.biasRadPerSec(0)).isFinite();
  }

  @Test
  void refusesASamplePeriodThatIsNone() {
    assertThatThrownBy(() -> at(Double.POSITIVE_INFINITY)).hasMessageContaining("expected more than 0");
  }

  /** Shaking at 12 Hz, sampled at 25: less than half a period from Nyquist. */
  @Test
  void isNotLedAstrayByShakingNearNyquist() {
    InclinationFilter filter = at(25);
    double worst = 0.0;
    for (int i = 0; i < 1500; i++) {
      double shake = 4.0 * Math.sin(2 * Math.PI * 12.0 * i / 25);
      filter.update(shake, G, 0.5 * shake, 0.5 * shake, 0, 0, i == 0 ? 0.0 : 0.04, false);
      worst = i > 250 ? Math.max(worst, Math.toDegrees(Math.acos(Math.min(1.0, filter.upY())))) : 0.0;
    }

    assertThat(worst).isLessThan(5.0);
  }

  /** Any lift-like movement: the error is inside two standard deviations as often as it should be. */
  @Test
  void statesAnErrorThatCoversTheTrueOne() {
    int inside = 0;
    int all = 0;
    for (int seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Hinge hinge = new Hinge(new double[] {25, 50, 100, 200}[seed % 4]);
      hinge.phase = random.nextDouble();
      hinge.armM = random.nextDouble(0.1, 0.6);
      hinge.periodSeconds = random.nextDouble(1.5, 4.0);
      hinge.biasDps = 0.5 * random.nextGaussian();
      for (int i = 0; i < 8 * hinge.hz; i++) {
        hinge.step(false);
        inside += hinge.errorDeg() < 2.45 * Math.toDegrees(hinge.filter.inclinationSigmaRad()) ? 1 : 0;
        all++;
      }
    }

    assertThat((double) inside / all).as("share inside the 95 % circle, seeds 1 to 40").isGreaterThan(0.9);
  }

  private static InclinationFilter at(double hz) {
    InclinationFilter filter = new InclinationFilter(InclinationParams.DEFAULTS);
    filter.setSamplePeriodSeconds(1 / hz);
    return filter;
  }

  /** A sensor on an arm that tips about x by ±40°: rates are means over the step, as a chip gives them. */
  private static final class Hinge {
    private final InclinationFilter filter;
    private final double hz;
    private double phase;
    private double armM = 0.3;
    private double periodSeconds = 3.0;
    private double biasDps;
    private int i;
    private boolean afterGap = true;

    Hinge(double hz) {
      this.hz = hz;
      this.filter = at(hz);
    }

    void run(int steps) {
      for (int n = 0; n < steps; n++) {
        step(false);
      }
    }

    void skip(int steps) {
      i += steps;
      filter.skip(steps / hz);
      afterGap = true;
    }

    /** The gyroscope shows only a part of what it turns. */
    void clip(int steps, double shown) {
      for (int n = 0; n < steps; n++) {
        update(shown, true);
      }
    }

    void step(boolean clipped) {
      update(1.0, clipped);
    }

    private void update(double shown, boolean clipped) {
      double angle = angleRad(i);
      double h = 1e-3;
      double rate = (angle - angleRad(i - 1)) * hz;
      double now = (angleRad(i + h * hz) - angleRad(i - h * hz)) / (2 * h);
      double accel = (angleRad(i + h * hz) - 2 * angle + angleRad(i - h * hz)) / (h * h);
      double along = armM * accel;
      double inwards = armM * now * now;
      filter.update(
          0, G * Math.cos(angle) - inwards, -G * Math.sin(angle) + along,
          shown * rate + Math.toRadians(biasDps), 0, 0, afterGap ? 0.0 : 1 / hz, clipped);
      afterGap = false;
      i++;
    }

    double errorDeg() {
      return Math.abs(Math.toDegrees(Math.atan2(-filter.upZ(), filter.upY()) - angleRad(i - 1)));
    }

    private double angleRad(double step) {
      return Math.toRadians(40.0) * Math.sin(2 * Math.PI * (phase + step / (periodSeconds * hz)));
    }
  }
}

package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Test vector of evidence row smoothness_ldlj. */
class LdljTest {
  @Test
  void equalsThePublishedVector() {
    double[] speed = new double[200];
    Arrays.setAll(speed, i -> Math.exp(-5 * (-1 + 0.01 * i) * (-1 + 0.01 * i)));
    assertThat(Ldlj.of(speed, speed.length, 100).orElseThrow()).isCloseTo(-5.81636, within(5e-6));
  }

  /** A minimum-jerk reach: T³ ∫ v̈² dt / v_peak² = 720 · 64 / 225 at any duration and size. */
  @Test
  void isTheSameForAMinimumJerkMovementOfAnyDurationAndSize() {
    double exact = -Math.log(720 * 64 / 225.0);
    assertThat(Ldlj.of(minimumJerk(1600, 1), 1600, 100).orElseThrow()).isCloseTo(exact, within(.01));
    assertThat(Ldlj.of(minimumJerk(6400, 70), 6400, 100).orElseThrow()).isCloseTo(exact, within(.01));
  }

  @Test
  void saysNothingWhereNothingMovesOrLittleIsKnown() {
    assertThat(Ldlj.of(new double[20], 20, 100)).isEmpty();
    assertThat(Ldlj.of(minimumJerk(20, 1), 7, 100)).isEmpty();
    double[] broken = minimumJerk(20, 1);
    broken[10] = Double.NaN;
    assertThat(Ldlj.of(broken, 20, 100)).isEmpty();
  }

  private static double[] minimumJerk(int n, double size) {
    double[] speed = new double[n];
    Arrays.setAll(speed, i -> size * 30 * Math.pow((i + .5) / n, 2) * Math.pow(1 - (i + .5) / n, 2));
    return speed;
  }
}

package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Test vectors of evidence row smoothness_sparc. */
class SparcTest {
  @Test
  void equalsThePublishedVector() {
    double[] speed = new double[200];
    for (int i = 0; i < speed.length; i++) {
      double t = -1.0 + 0.01 * i;
      speed[i] = Math.exp(-5 * t * t);
    }

    assertThat(Sparc.of(speed, 100.0).orElseThrow()).isCloseTo(-1.41403, within(5e-6));
  }

  @Test
  void isTheSameForAMinimumJerkMovementOfAnyDuration() {
    assertThat(Sparc.of(minimumJerk(60), 100.0).orElseThrow()).isCloseTo(-1.41, within(0.02));
    assertThat(Sparc.of(minimumJerk(300), 100.0).orElseThrow()).isCloseTo(-1.41, within(0.02));
  }

  @Test
  void saysNothingOfTooFewSamples() {
    assertThat(Sparc.of(new double[] {1, 2, 1}, 100.0)).isEmpty();
  }

  private static double[] minimumJerk(int n) {
    double[] speed = new double[n];
    for (int i = 0; i < n; i++) {
      double t = i / (n - 1.0);
      speed[i] = 30 * t * t * (1 - t) * (1 - t);
    }
    return speed;
  }
}

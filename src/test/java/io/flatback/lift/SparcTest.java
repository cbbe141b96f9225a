package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
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

    assertThat(sparc(speed, 100.0).orElseThrow()).isCloseTo(-1.41403, within(5e-6));
  }

  @Test
  void isTheSameForAMinimumJerkMovementOfAnyDuration() {
    assertThat(sparc(minimumJerk(60), 100.0).orElseThrow()).isCloseTo(-1.41, within(0.02));
    assertThat(sparc(minimumJerk(300), 100.0).orElseThrow()).isCloseTo(-1.41, within(0.02));
  }

  @Test
  void isTheSameAfterAnotherMovement() {
    double[] even = minimumJerk(150);
    double[] odd = minimumJerk(61);
    Sparc sparc = new Sparc();
    double evenAlone = sparc(even, 100.0).orElseThrow();
    double oddAlone = sparc(odd, 25.0).orElseThrow();

    assertThat(of(sparc, even, 100.0)).isEqualTo(evenAlone);
    assertThat(of(sparc, odd, 25.0)).isEqualTo(oddAlone);
    assertThat(of(sparc, even, 100.0)).isEqualTo(evenAlone);
  }

  @Test
  void isTheSameBackwardsAndWithARowOfNothingBeforeIt() {
    double[] speed = new double[121];
    double[] backwards = new double[121];
    double[] later = new double[122];
    for (int i = 0; i < speed.length; i++) {
      speed[i] = Math.sin(Math.PI * i / 120) * (1 + 0.3 * Math.sin(0.2 * i));
      backwards[120 - i] = speed[i];
      later[i + 1] = speed[i];
    }

    double forwards = sparc(speed, 100.0).orElseThrow();
    assertThat(sparc(backwards, 100.0).orElseThrow()).isCloseTo(forwards, within(1e-12));
    assertThat(sparc(later, 100.0).orElseThrow()).isCloseTo(forwards, within(1e-12));
  }

  @Test
  void saysNothingOfTooFewSamples() {
    assertThat(sparc(new double[] {1, 2, 1}, 100.0)).isEmpty();
  }

  private static OptionalDouble sparc(double[] speed, double rateHz) {
    Sparc sparc = new Sparc();
    System.arraycopy(speed, 0, sparc.speed(speed.length), 0, speed.length);
    return sparc.of(speed.length, rateHz);
  }

  private static double of(Sparc sparc, double[] speed, double rateHz) {
    System.arraycopy(speed, 0, sparc.speed(speed.length), 0, speed.length);
    return sparc.of(speed.length, rateHz).orElseThrow();
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

package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LowPassTest {
  @Test
  void givesTheMeanFirstAndGoesOnFromItWithoutAJump() {
    LowPass lowPass = new LowPass(1, 1.0);
    lowPass.setSamplePeriodSeconds(0.01);
    for (int i = 0; i < 100; i++) {
      lowPass.update(new double[] {i % 2 == 0 ? 4.0 : 6.0});
    }
    assertThat(lowPass.isAveraging()).isFalse();
    assertThat(lowPass.output(0)).isCloseTo(5.0, within(1e-12));

    lowPass.update(new double[] {5.0});

    assertThat(lowPass.output(0)).isCloseTo(5.0, within(1e-9));
  }

  /** Of a second-order Butterworth at its cut-off √2/(2πτ): half the power. */
  @Test
  void halvesThePowerAtItsCutOff() {
    double cutOffHz = Math.sqrt(2.0) / (2.0 * Math.PI);
    LowPass lowPass = new LowPass(1, 1.0);
    lowPass.setSamplePeriodSeconds(0.005);
    double largest = 0.0;
    for (int i = 0; i < 20_000; i++) {
      lowPass.update(new double[] {Math.sin(2 * Math.PI * cutOffHz * i * 0.005)});
      largest = i > 10_000 ? Math.max(largest, lowPass.output(0)) : 0.0;
    }

    assertThat(largest).isCloseTo(Math.sqrt(0.5), within(0.005));
  }

  @Test
  void passesThroughWhatIsSlowerThanItsSamples() {
    LowPass lowPass = new LowPass(1, 0.12);
    lowPass.setSamplePeriodSeconds(1.0);

    lowPass.update(new double[] {3.0});
    lowPass.update(new double[] {7.0});

    assertThat(lowPass.output(0)).isEqualTo(7.0);
  }
}

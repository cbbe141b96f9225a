package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArcTangentTest {
  private static final double EXACT = 1e-15;

  @Test
  void isTheAngleOfEveryDirection() {
    for (int i = -36_000; i <= 36_000; i++) {
      double rad = Math.toRadians(i * 0.005);
      double y = Math.sin(rad);
      double x = Math.cos(rad);
      assertThat(ArcTangent.of(y, x)).as("%.4f°", i * 0.005).isCloseTo(Math.atan2(y, x), within(EXACT));
    }
  }

  @Test
  void doesNotMindTheLength() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 50_000; i++) {
      double y = (random.nextDouble() - 0.5) * Math.pow(10.0, random.nextInt(-35, 35));
      double x = (random.nextDouble() - 0.5) * Math.pow(10.0, random.nextInt(-35, 35));
      assertThat(ArcTangent.of(y, x)).as("seed 7: %s, %s", y, x).isCloseTo(Math.atan2(y, x), within(EXACT));
    }
  }

  @Test
  void saysWhatAtan2SaysOfTheOddOnes() {
    double[] odd = {0.0, -0.0, 1.0, -1.0, 1e-320, 1e-30, 1e30, 1e308, -1e308, Double.POSITIVE_INFINITY, Double.NaN};
    for (double y : odd) {
      for (double x : odd) {
        assertThat(ArcTangent.of(y, x)).as("%s, %s", y, x).isCloseTo(Math.atan2(y, x), within(EXACT));
      }
    }
  }
}

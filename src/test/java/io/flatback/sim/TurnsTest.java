package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void sineAndCosineAreThoseOfStrictMath() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      double turns = random.nextDouble(-3, 3);
      assertThat(Turns.sin(turns)).isCloseTo(StrictMath.sin(2 * Math.PI * turns), within(1e-12));
      assertThat(Turns.cos(turns)).isCloseTo(StrictMath.cos(2 * Math.PI * turns), within(1e-12));
    }
  }
}

package io.flatback.form.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TheilSenTest {
  @Test
  void isTheSlopeOfALine() {
    assertThat(TheilSen.slope(new double[] {1, 2, 4, 7}, new double[] {3, 5, 9, 15})).isEqualTo(2, within(1e-12));
  }

  @Test
  void aWildPointDoesNotMoveIt() {
    double[] x = {1, 2, 3, 4, 5, 6, 7};
    assertThat(TheilSen.slope(x, new double[] {1, 2, 3, 400, 5, 6, 7})).isEqualTo(1, within(1e-12));
  }

  @Test
  void isTheMedianOfAllPairs() {
    // slopes: 1/1, 1/2, 4/3, 0/1, 3/2, 3/1
    assertThat(TheilSen.slope(new double[] {0, 1, 2, 3}, new double[] {0, 1, 1, 4}))
        .isEqualTo((1 + 4 / 3.0) / 2, within(1e-12));
  }

  @Test
  void refusesWhatHasNoSlope() {
    assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.slope(new double[] {1}, new double[] {1}));
    assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.slope(new double[] {1, 1}, new double[] {1, 2}));
    assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.slope(new double[] {1, 2}, new double[] {1}));
  }
}

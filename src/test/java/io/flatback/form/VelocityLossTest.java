package io.flatback.form;

import static io.flatback.lift.Metric.CONCENTRIC_DURATION_S;
import static io.flatback.lift.Metric.VELOCITY_LOSS_BY_DURATION_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VelocityLossTest {
  @Test
  void isAgainstTheFastestOfTheFirstThree() {
    List<Rep> filled = VelocityLoss.fill(Reps.of(CONCENTRIC_DURATION_S, 1.3, 1.0, 1.1, 0.8, 1.25));
    assertThat(loss(filled.get(0))).hasValueCloseTo(1 - 1 / 1.3, within(1e-12));
    assertThat(loss(filled.get(1))).hasValue(0);
    assertThat(loss(filled.get(3))).hasValueCloseTo(-.25, within(1e-12));
    assertThat(loss(filled.get(4))).hasValueCloseTo(.2, within(1e-12));
  }

  @Test
  void isToldLiveFromTheThirdCleanRepOn() {
    VelocityLoss live = new VelocityLoss();
    List<Rep> reps = Reps.of(CONCENTRIC_DURATION_S, 1.3, 1.0, 1.1, 1.25);
    List<Rep> filled = VelocityLoss.fill(reps);
    assertThat(loss(live.update(reps.get(0)))).isEmpty();
    assertThat(loss(live.update(reps.get(1)))).isEmpty();
    assertThat(live.update(reps.get(2))).isEqualTo(filled.get(2));
    assertThat(live.update(reps.get(3))).isEqualTo(filled.get(3));
  }

  @Test
  void flawedRepsAreNoReferenceAndHaveNone() {
    List<Rep> reps = Reps.flawed(Reps.of(CONCENTRIC_DURATION_S, .5, 1.0, 1.0, 1.25, 1.25), 1, RepQuality.GAP);
    List<Rep> filled = VelocityLoss.fill(reps);
    assertThat(filled.getFirst()).isEqualTo(reps.getFirst());
    assertThat(loss(filled.get(3))).hasValueCloseTo(.2, within(1e-12));
  }

  @Test
  void isAbsentWithoutThreeCleanRepsOrWithoutADuration() {
    List<Rep> two = Reps.of(CONCENTRIC_DURATION_S, 1, 1.1);
    assertThat(VelocityLoss.fill(two)).isEqualTo(two);
    List<Rep> filled = VelocityLoss.fill(Reps.of(CONCENTRIC_DURATION_S, 1, 1.1, 1.2, Double.NaN, 0));
    assertThat(loss(filled.get(2))).isPresent();
    assertThat(loss(filled.get(3))).isEmpty();
    assertThat(loss(filled.get(4))).isEmpty();
  }

  private static OptionalDouble loss(Rep rep) {
    return rep.metrics().get(VELOCITY_LOSS_BY_DURATION_RATIO);
  }
}

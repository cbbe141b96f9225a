package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.LiftEvent;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.lift.RepQuality;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of a rep that was not seen by both sensors, or by none that follows the back. */
class PartialViewTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Metric[] TIMES = {
    Metric.CONCENTRIC_DURATION_S, Metric.ECCENTRIC_DURATION_S, Metric.TIME_UNDER_TENSION_S, Metric.REST_BEFORE_S,
    Metric.VELOCITY_LOSS_BY_DURATION_RATIO
  };

  @Test
  void leavesARepThatWasSeenAsItIs() {
    LiftEvent rep = completed(Set.of());
    assertThat(new PartialView().of(rep)).isSameAs(rep);
  }

  @Test
  void leavesTheTimesOfARepDuringWhichTheSensorDidNotFollowTheBack() {
    LiftEvent unsure = completed(Set.of(RepQuality.MOUNTING_UNSURE));
    LiftEvent.Completed left = (LiftEvent.Completed) new PartialView().of(unsure);
    assertThat(left.rep().metrics().values()).containsOnlyKeys(TIMES);
    assertThat(left.rep().quality()).containsExactly(RepQuality.MOUNTING_UNSURE);
    assertThat(left.travelM()).isZero();
  }

  @Test
  void leavesTheTimesWhereTheSacralSensorStoodIn() {
    PartialView view = new PartialView();
    view.note(2 * SECOND, true, true);
    view.note(3 * SECOND, true, true);
    LiftEvent.Completed left = (LiftEvent.Completed) view.of(completed(Set.of()));
    assertThat(left.rep().metrics().values()).containsOnlyKeys(TIMES);
  }

  @Test
  void takesOnlyWhatTwoSensorsAreNeededForWhereOneWasSilent() {
    PartialView view = new PartialView();
    view.note(2 * SECOND, false, true);
    view.note(3 * SECOND, false, true);
    LiftEvent.Completed left = (LiftEvent.Completed) view.of(completed(Set.of()));
    assertThat(left.rep().metrics().values().keySet())
        .doesNotContainAnyElementsOf(Metric.lumbar())
        .hasSize(Metric.values().length - Metric.lumbar().size());
  }

  private static LiftEvent completed(Set<RepQuality> quality) {
    Map<Metric, Double> all = new EnumMap<>(Metric.class);
    Arrays.stream(Metric.values()).forEach(metric -> all.put(metric, 1.0));
    Rep rep =
        new Rep(
            1, SECOND, 2 * SECOND, 3 * SECOND, 4 * SECOND, 5 * SECOND, 5 * SECOND, quality, new RepMetrics(all));
    return new LiftEvent.Completed(6 * SECOND, rep, 0.5);
  }
}

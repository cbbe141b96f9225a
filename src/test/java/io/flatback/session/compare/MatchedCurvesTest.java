package io.flatback.session.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.compare.AscentPoint;
import io.flatback.form.compare.RepCurve;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import io.flatback.session.AngleTrace;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchedCurvesTest {

  /** Ten angles a second are enough, and eight are what 24.5 samples a second leave of them. */
  @ParameterizedTest
  @ValueSource(doubles = {8.17, 10, 9.3, 20})
  void readsThePointsBetweenOffTheThinnedAnglesToHalfADegree(double traceHz) {
    WorkSet set = DrawnSets.set(8, 50, traceHz, 100.0, "deadlift", false);
    List<RepCurve> curves = MatchedCurves.of(set);

    assertThat(curves).hasSize(8);
    for (RepCurve curve : curves) {
      for (AscentPoint point : AscentPoint.values()) {
        double truth = DrawnSets.inclinationDeg(point.phase() * DrawnSets.ASCENT_SECONDS, curve.rangeDeg());
        assertThat(curve.inclinationDeg(point)).as(point.key()).isEqualTo(truth, within(0.5));
      }
    }
  }

  @Test
  void takesOnlyCleanReps() {
    WorkSet set = DrawnSets.set(6, 50);
    List<Rep> reps = new ArrayList<>(set.reps());
    reps.set(2, DrawnSets.rep(3, 50, Set.of(RepQuality.PARTIAL)));

    assertThat(MatchedCurves.of(with(set, reps, set.trace()))).hasSize(5);
  }

  @Test
  void knowsNothingOfWhatFellIntoAHole() {
    WorkSet set = DrawnSets.set(6, 50);
    AngleTrace trace = set.trace();
    float[] angles = new float[trace.size()];
    long[] times = new long[trace.size()];
    for (int i = 0; i < trace.size(); i++) {
      times[i] = trace.timeNanos(i);
      boolean inHole = times[i] > DrawnSets.nanos(8.3) && times[i] < DrawnSets.nanos(8.6);
      angles[i] = inHole ? Float.NaN : trace.inclinationDeg(i);
    }
    List<RepCurve> curves = MatchedCurves.of(with(set, set.reps(), new AngleTrace(times, angles, angles)));

    assertThat(curves.get(1).inclinationDeg(AscentPoint.AT_60)).isNaN();
    assertThat(curves.get(1).inclinationDeg(AscentPoint.AT_40)).isNotNaN();
    assertThat(curves.get(0).inclinationDeg().values()).doesNotContain(Double.NaN);
  }

  private static WorkSet with(WorkSet set, List<Rep> reps, AngleTrace trace) {
    return new WorkSet(
        set.index(), set.exercise(), set.exerciseGuessed(), set.startNanos(), set.endNanos(), set.loadKg(), reps,
        set.rejected(), set.warnings(), set.drift(), set.bands(), trace);
  }
}

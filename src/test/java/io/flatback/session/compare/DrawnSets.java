package io.flatback.session.compare;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.lift.RepQuality;
import io.flatback.session.AngleTrace;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.MountingFacts;
import io.flatback.session.SessionResult.RecordingFacts;
import io.flatback.session.SessionResult.SensorMounting;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Sets of which every angle is known: a rise without jerk from the range to standing in 1.2 s, every four seconds. */
final class DrawnSets {
  static final double ASCENT_SECONDS = 1.2;
  private static final double PERIOD_SECONDS = 4.0;

  private DrawnSets() {}

  /** Down in the 1.2 s before the onset, up in those after it. */
  static double inclinationDeg(double sinceOnsetSeconds, double rangeDeg) {
    double phase = Math.min(1, Math.abs(sinceOnsetSeconds) / ASCENT_SECONDS);
    return rangeDeg * (1 - phase * phase * phase * (10 - 15 * phase + 6 * phase * phase));
  }

  static WorkSet set(int reps, double rangeDeg, double traceHz, @Nullable Double loadKg, String exercise,
      boolean guessed) {
    SplittableRandom random = new SplittableRandom(7);
    List<Rep> all = new ArrayList<>();
    double[] ranges = new double[reps];
    for (int i = 0; i < reps; i++) {
      ranges[i] = rangeDeg + random.nextGaussian();
      all.add(rep(i + 1, ranges[i], Set.of()));
    }
    return new WorkSet(
        1, exercise, guessed, nanos(2), nanos(PERIOD_SECONDS * (reps + 1)), loadKg, all, List.of(), List.of(),
        List.of(), List.of(), trace(ranges, traceHz));
  }

  static WorkSet set(int reps, double rangeDeg) {
    return set(reps, rangeDeg, 10, 100.0, "deadlift", false);
  }

  static Rep rep(int index, double rangeDeg, Set<RepQuality> quality) {
    double onset = PERIOD_SECONDS * index;
    Map<Metric, Double> metrics =
        Map.of(
            Metric.RANGE_OF_MOTION_DEG, rangeDeg, Metric.CONCENTRIC_DURATION_S, ASCENT_SECONDS,
            Metric.INCLINATION_AT_ONSET_DEG, rangeDeg, Metric.INCLINATION_AT_MID_ASCENT_DEG,
            inclinationDeg(0.4 * ASCENT_SECONDS, rangeDeg), Metric.INCLINATION_AT_LOCKOUT_DEG, 0.0);
    return new Rep(
        index, nanos(onset - ASCENT_SECONDS), nanos(onset), nanos(onset), nanos(onset + 1.1),
        nanos(onset + ASCENT_SECONDS), nanos(onset + 2), quality, new RepMetrics(metrics));
  }

  private static AngleTrace trace(double[] ranges, double hz) {
    int size = (int) (PERIOD_SECONDS * (ranges.length + 1) * hz);
    long[] times = new long[size];
    float[] angles = new float[size];
    float[] none = new float[size];
    for (int i = 0; i < size; i++) {
      double seconds = i / hz;
      int rep = (int) Math.max(1, Math.min(ranges.length, Math.round(seconds / PERIOD_SECONDS)));
      times[i] = nanos(seconds);
      angles[i] = (float) inclinationDeg(seconds - PERIOD_SECONDS * rep, ranges[rep - 1]);
      none[i] = Float.NaN;
    }
    return new AngleTrace(times, angles, none);
  }

  static ComparedSet worn(WorkSet set, @Nullable Instant startedAt, double confidence, boolean followsBack,
      Placement placement) {
    SessionResult result =
        new SessionResult(
            new RecordingFacts(60, List.of()), SessionResult.Mode.ONE_SENSOR,
            new MountingFacts(
                confidence, followsBack, Map.of(placement, new SensorMounting(confidence, followsBack)), List.of()),
            List.of(set), List.of());
    return new ComparedSet("a.csv", startedAt, result, set);
  }

  static ComparedSet worn(WorkSet set) {
    return worn(set, Instant.parse("2026-11-22T10:00:00Z"), 0.9, true, Placement.LUMBAR);
  }

  static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}

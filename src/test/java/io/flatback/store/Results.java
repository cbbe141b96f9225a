package io.flatback.store;

import io.flatback.form.Drift;
import io.flatback.form.Level;
import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.lift.RepQuality;
import io.flatback.session.AngleTrace;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results to keep. */
final class Results {
  private static final long SECOND = 1_000_000_000L;

  private Results() {}

  static Rep rep(int index, double concentricSeconds, RepQuality... quality) {
    long start = index * 4 * SECOND;
    return new Rep(
        index,
        start,
        start + SECOND,
        start + SECOND + 1,
        start + 2 * SECOND - 1,
        start + 2 * SECOND,
        start + 3 * SECOND,
        Set.of(quality),
        new RepMetrics(
            Map.of(
                Metric.CONCENTRIC_DURATION_S, concentricSeconds,
                Metric.INCLINATION_AT_ONSET_DEG, 40 + 0.1 * index,
                Metric.LUMBAR_FLEXION_PEAK_DEG, Double.NaN)));
  }

  static Warning warning(int rep) {
    return new Warning(
        rep,
        Level.WARN,
        Metric.VELOCITY_LOSS_BY_DURATION_RATIO,
        0,
        0.31,
        0.31,
        0.3,
        "two_consecutive",
        "Reps 7 and 8 took 28 % longer than your fastest early rep.",
        "sanchez-medina-2011");
  }

  static RejectedCandidate rejected() {
    return new RejectedCandidate(90 * SECOND, 91 * SECOND, RejectedCandidate.Reason.NO_LOCKOUT);
  }

  static WorkSet set(int index, List<Rep> reps, List<Warning> warnings) {
    return new WorkSet(
        index,
        "deadlift",
        true,
        SECOND,
        100 * SECOND,
        142.5,
        reps,
        List.of(rejected()),
        warnings,
        List.of(new Drift(Metric.INCLINATION_AT_ONSET_DEG, 0.4, 3.6, 0.03, false)),
        List.of(new NoiseBand(Metric.INCLINATION_AT_ONSET_DEG, 41, 38, 44, Double.NaN, 0)),
        new AngleTrace(new long[] {1, 2, 3}, new float[] {1.5f, Float.NaN, 90.25f}, new float[] {0, 1, 2}));
  }

  static WorkSet set(int index, double... concentricSeconds) {
    List<Rep> reps = new ArrayList<>();
    for (double seconds : concentricSeconds) {
      reps.add(rep(reps.size() + 1, seconds));
    }
    return set(index, reps, List.of());
  }

  static SessionResult result(WorkSet... sets) {
    return new SessionResult(
        new SessionResult.RecordingFacts(
            120.5,
            List.of(
                new SessionResult.SensorFacts(Placement.LUMBAR, 99.8, true, 12_000, 2, 0.4),
                new SessionResult.SensorFacts(Placement.SACRUM, Double.NaN, false, 0, 0, 0))),
        SessionResult.Mode.TWO_SENSORS,
        new SessionResult.MountingFacts(
            0.91,
            true,
            Map.of(
                Placement.LUMBAR, new SessionResult.SensorMounting(0.97, true),
                Placement.SACRUM, new SessionResult.SensorMounting(0.91, false)),
            List.of("The sacrum sensor moved.")),
        List.of(sets),
        List.of("First note.", "Second \"note\"."));
  }
}

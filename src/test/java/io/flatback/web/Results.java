package io.flatback.web;

import io.flatback.form.Level;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.session.AngleTrace;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small results, made by hand. */
final class Results {
  private static final long SECOND = 1_000_000_000L;

  private Results() {}

  static Rep rep(int index, long startSeconds) {
    long start = startSeconds * SECOND;
    return new Rep(
        index,
        start,
        start + SECOND,
        start + SECOND + SECOND / 4,
        start + 2 * SECOND - SECOND / 8,
        start + 2 * SECOND,
        start + 3 * SECOND,
        Set.of(),
        new RepMetrics(Map.of(Metric.CONCENTRIC_DURATION_S, 0.75, Metric.INCLINATION_PEAK_DEG, 62.0)));
  }

  static RejectedCandidate candidate(long startSeconds) {
    return new RejectedCandidate(startSeconds * SECOND, (startSeconds + 2) * SECOND, RejectedCandidate.Reason.NO_LOCKOUT);
  }

  static Warning warning(int rep) {
    return new Warning(
        rep,
        Level.WATCH,
        Metric.VELOCITY_LOSS_BY_DURATION_RATIO,
        0,
        0.22,
        0.22,
        0.20,
        "two_consecutive",
        "Reps 7 and 8 took 28 % longer than your fastest early rep.",
        "sanchez-medina-2011");
  }

  static WorkSet set(int index, long startSeconds) {
    return new WorkSet(
        index,
        "deadlift",
        true,
        startSeconds * SECOND,
        (startSeconds + 20) * SECOND,
        100.0,
        List.of(rep(1, startSeconds), rep(2, startSeconds + 4), rep(3, startSeconds + 8)),
        List.of(candidate(startSeconds + 14)),
        List.of(warning(3)),
        List.of(),
        List.of(),
        AngleTrace.EMPTY);
  }

  static SessionResult twoSets() {
    return new SessionResult(
        new SessionResult.RecordingFacts(
            160, List.of(new SessionResult.SensorFacts(Placement.LUMBAR, 100, true, 16_000, 0, 0))),
        SessionResult.Mode.ONE_SENSOR,
        new SessionResult.MountingFacts(
            0.97, true, Map.of(Placement.LUMBAR, new SessionResult.SensorMounting(0.97, true)), List.of()),
        List.of(set(1, 10), set(2, 100)),
        List.of());
  }
}

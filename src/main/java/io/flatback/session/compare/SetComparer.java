package io.flatback.session.compare;

import io.flatback.form.compare.CurveShift;
import io.flatback.form.compare.Loads;
import io.flatback.form.compare.MetricShift;
import io.flatback.lift.Metric;
import io.flatback.session.compare.SetComparison.Apart;
import io.flatback.session.compare.SetComparison.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares two sets, or says why not: a sensor that hung free, a mounting that never became sure, another place on the
 * body, another exercise or too few clean reps give a reason and no number. A set whose exercise was only guessed may
 * be compared with any.
 */
public final class SetComparer {
  /** own: as low as a mounting is taken for real at all. */
  private static final double LEAST_CONFIDENCE = 0.55;

  private static final List<Metric> BESIDES =
      List.of(Metric.CONCENTRIC_DURATION_S, Metric.LUMBAR_FLEXION_AT_ONSET_DEG, Metric.LUMBAR_FLEXION_PEAK_DEG);

  private SetComparer() {}

  public static SetComparison compare(ComparedSet from, ComparedSet to) {
    Apart apart = apart(from, to);
    Optional<Reason> reason = reason(from, to);
    if (reason.isPresent()) {
      return new SetComparison.NotCompared(from, to, apart, reason.get());
    }
    Optional<CurveShift> shift =
        CurveShift.between(MatchedCurves.of(from.set()), MatchedCurves.of(to.set()), apart != Apart.SAME_RECORD);
    if (shift.isEmpty()) {
      return new SetComparison.NotCompared(from, to, apart, Reason.TOO_FEW_REPS);
    }
    List<MetricShift> besides =
        BESIDES.stream().flatMap(m -> MetricShift.between(m, from.set().reps(), to.set().reps()).stream()).toList();
    Loads loads = Loads.of(from.set().loadKg(), to.set().loadKg());
    return new SetComparison.Compared(from, to, apart, loads, shift.get(), besides);
  }

  private static Optional<Reason> reason(ComparedSet from, ComparedSet to) {
    if (any(from, to, one -> !one.result().mounting().followsBack())) {
      return Optional.of(Reason.LOOSE);
    }
    if (any(from, to, one -> !(one.result().mounting().confidence() >= LEAST_CONFIDENCE))) {
      return Optional.of(Reason.MOUNTING_UNSURE);
    }
    boolean said = !from.set().exerciseGuessed() && !to.set().exerciseGuessed();
    if (said && !from.set().exercise().equals(to.set().exercise())) {
      return Optional.of(Reason.OTHER_EXERCISE);
    }
    return from.hasPlacementsOf(to) ? Optional.empty() : Optional.of(Reason.OTHER_PLACEMENT);
  }

  private static boolean any(ComparedSet from, ComparedSet to, Predicate<ComparedSet> what) {
    return what.test(from) || what.test(to);
  }

  private static Apart apart(ComparedSet from, ComparedSet to) {
    if (from.isOfTheRecordOf(to)) {
      return Apart.SAME_RECORD;
    }
    if (from.startedAt() == null || to.startedAt() == null) {
      return Apart.UNKNOWN;
    }
    return isSameDay(from.startedAt(), to.startedAt()) ? Apart.SAME_DAY : Apart.OTHER_DAY;
  }

  private static boolean isSameDay(Instant one, Instant other) {
    return one.atOffset(ZoneOffset.UTC).toLocalDate().equals(other.atOffset(ZoneOffset.UTC).toLocalDate());
  }
}

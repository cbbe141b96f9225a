package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.form.compare.Loads;
import io.flatback.form.summary.EarlierDays;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.compare.ComparedRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * One session among others: means over the clean reps of one exercise.
 *
 * @param sigmaDeg scatter of the posture metric over all these reps; NaN for fewer than two
 * @param pullSeconds only of sets at the load asked for; where that is not known, none
 * @param driftDeg largest trend of posture within a set that is beyond noise
 * @param firstOutside earliest rep at which a set left its band
 */
public record SessionPoint(
    String session,
    @Nullable Instant startedAt,
    int reps,
    OptionalDouble postureDeg,
    double sigmaDeg,
    OptionalDouble rangeDeg,
    OptionalDouble pullSeconds,
    OptionalDouble driftDeg,
    OptionalInt firstOutside) {

  /** Empty where the exercise was not lifted, or the sensor hung free. */
  static Optional<SessionPoint> of(ComparedRecord session, String exercise, @Nullable Double loadKg) {
    SessionResult result = session.result();
    Metric posture = Focus.posture(result.mode());
    List<SetReport> sets =
        SetReport.allOf(result, EarlierDays.NONE).stream()
            .filter(set -> set.set().exercise().equals(exercise) && !set.reps().isEmpty())
            .toList();
    if (sets.isEmpty() || !result.mounting().followsBack()) {
      return Optional.empty();
    }
    SummaryStatistics angles = new SummaryStatistics();
    values(sets.stream(), posture).forEach(angles::addValue);
    Stream<SetReport> atLoad = sets.stream().filter(set -> Loads.of(set.set().loadKg(), loadKg) == Loads.SAME);
    return Optional.of(
        new SessionPoint(
            session.name(), session.startedAt(), sets.stream().mapToInt(set -> set.reps().size()).sum(),
            angles.getN() == 0 ? OptionalDouble.empty() : OptionalDouble.of(angles.getMean()),
            angles.getN() < 2 ? Double.NaN : angles.getStandardDeviation(),
            values(sets.stream(), Metric.RANGE_OF_MOTION_DEG).average(),
            values(atLoad, Metric.CONCENTRIC_DURATION_S).average(),
            drift(sets, posture),
            sets.stream().flatMapToInt(set -> set.firstOutside().stream()).min()));
  }

  private static DoubleStream values(Stream<SetReport> sets, Metric metric) {
    return sets.flatMap(set -> set.cleanReps().stream()).flatMapToDouble(rep -> rep.metrics().get(metric).stream());
  }

  private static OptionalDouble drift(List<SetReport> sets, Metric posture) {
    Optional<Drift> largest =
        sets.stream()
            .flatMap(set -> set.set().drift().stream())
            .filter(drift -> drift.metric() == posture && drift.beyondNoise())
            .max(Comparator.comparingDouble(drift -> Math.abs(drift.total())));
    return largest.map(drift -> OptionalDouble.of(drift.total())).orElse(OptionalDouble.empty());
  }
}

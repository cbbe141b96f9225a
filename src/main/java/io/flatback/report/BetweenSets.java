package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.form.compare.Loads;
import io.flatback.form.compare.MetricShift;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a later set compares with the first one of the same exercise at the same load, or where there is none with the
 * first one of the exercise: means over clean reps.
 *
 * @param plusMinus half-width of a 95 % interval from the scatter within sets; absent where that is not known.
 *     What differs between sets as a whole, such as how you stood, is not in it
 * @param loads a different load alone changes posture and tempo, and is never told as fatigue
 */
public record BetweenSets(
    Metric metric,
    WorkSet fromSet,
    WorkSet toSet,
    double from,
    double to,
    OptionalDouble plusMinus,
    Loads loads) {
  private static final int MIN_REPS = 3;

  public double change() {
    return to - from;
  }

  /** False also where the noise is not known. */
  public boolean beyondNoise() {
    return plusMinus.isPresent() && Math.abs(change()) > plusMinus.getAsDouble();
  }

  static List<BetweenSets> of(List<SetReport> sets, SessionResult result) {
    List<BetweenSets> found = new ArrayList<>();
    List<SetReport> usable = usable(sets, result);
    for (Metric metric : metrics(result)) {
      for (SetReport to : usable) {
        SetReport from = reference(to, usable);
        if (from.index() != to.index()) {
          compare(metric, from, to).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Those of which a mean says something. */
  static List<SetReport> usable(List<SetReport> sets, SessionResult result) {
    return result.mounting().followsBack()
        ? sets.stream().filter(set -> set.cleanReps().size() >= MIN_REPS).toList()
        : List.of();
  }

  /** What is told against standing is left out where standing is not the same in all sets. */
  static List<Metric> metrics(SessionResult result) {
    List<Metric> metrics = new ArrayList<>(Focus.charted(result.mode()));
    metrics.removeIf(metric -> !result.comparesAngles() && metric.isOfTheBack());
    metrics.add(Metric.RANGE_OF_MOTION_DEG);
    return metrics;
  }

  private static SetReport reference(SetReport to, List<SetReport> sets) {
    List<SetReport> alike =
        sets.stream().filter(set -> set.set().exercise().equals(to.set().exercise())).toList();
    return alike.stream()
        .filter(set -> set.index() < to.index() && Loads.of(set.set().loadKg(), to.set().loadKg()) == Loads.SAME)
        .findFirst()
        .orElseGet(alike::getFirst);
  }

  static Optional<BetweenSets> compare(Metric metric, SetReport from, SetReport to) {
    OptionalDouble before = KeyNumbers.mean(from.cleanReps(), metric);
    OptionalDouble after = KeyNumbers.mean(to.cleanReps(), metric);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BetweenSets(
            metric, from.set(), to.set(), before.getAsDouble(), after.getAsDouble(), plusMinus(metric, from, to),
            Loads.of(from.set().loadKg(), to.set().loadKg())));
  }

  /** By the noise that is reckoned with; where none is known, by the scatter of the two sets. */
  private static OptionalDouble plusMinus(Metric metric, SetReport from, SetReport to) {
    Optional<NoiseBand> band = from.band(metric).or(() -> to.band(metric));
    if (band.isPresent()) {
      return OptionalDouble.of(Uncertainty.ofDifference(band.get(), count(from, metric), count(to, metric)));
    }
    return MetricShift.between(metric, from.set().reps(), to.set().reps())
        .map(shift -> OptionalDouble.of(shift.shift().plusMinus()))
        .orElse(OptionalDouble.empty());
  }

  private static int count(SetReport set, Metric metric) {
    return (int) set.cleanReps().stream().map(Rep::metrics).filter(m -> m.get(metric).isPresent()).count();
  }
}

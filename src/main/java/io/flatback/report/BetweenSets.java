package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a later set compares with the first one of the same exercise: means over clean reps.
 *
 * @param plusMinus half-width of a 95 % interval from the scatter within sets; absent where that is not known.
 *     What differs between sets as a whole, such as how you stood, is not in it
 * @param loadDiffers null where a load is not known
 */
public record BetweenSets(
    Metric metric,
    int fromSet,
    int toSet,
    double from,
    double to,
    OptionalDouble plusMinus,
    @Nullable Boolean loadDiffers) {
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
    if (!result.mounting().followsBack()) {
      return found;
    }
    List<SetReport> usable = sets.stream().filter(set -> set.cleanReps().size() >= MIN_REPS).toList();
    for (Metric metric : Focus.charted(result.mode())) {
      for (SetReport to : usable) {
        SetReport from = firstOf(to.set().exercise(), usable);
        if (from.index() != to.index()) {
          compare(metric, from, to).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static SetReport firstOf(String exercise, List<SetReport> sets) {
    return sets.stream().filter(set -> set.set().exercise().equals(exercise)).findFirst().orElseThrow();
  }

  private static Optional<BetweenSets> compare(Metric metric, SetReport from, SetReport to) {
    OptionalDouble before = KeyNumbers.mean(from.cleanReps(), metric);
    OptionalDouble after = KeyNumbers.mean(to.cleanReps(), metric);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Optional<NoiseBand> band = from.band(metric).or(() -> to.band(metric));
    OptionalDouble plusMinus =
        band.map(b -> OptionalDouble.of(Uncertainty.ofDifference(b, count(from, metric), count(to, metric))))
            .orElse(OptionalDouble.empty());
    return Optional.of(
        new BetweenSets(
            metric, from.index(), to.index(), before.getAsDouble(), after.getAsDouble(), plusMinus,
            loadDiffers(from.set().loadKg(), to.set().loadKg())));
  }

  private static int count(SetReport set, Metric metric) {
    return (int) set.cleanReps().stream().map(Rep::metrics).filter(m -> m.get(metric).isPresent()).count();
  }

  private static @Nullable Boolean loadDiffers(@Nullable Double from, @Nullable Double to) {
    return (from == null || to == null) ? null : !Objects.equals(from, to);
  }
}

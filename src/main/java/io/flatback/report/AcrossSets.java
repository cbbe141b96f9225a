package io.flatback.report;

import io.flatback.form.compare.Loads;
import io.flatback.form.stats.TheilSen;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The trend of a metric's mean over three or more sets of one exercise at one load: an effect beside its noise. It is
 * not tested: across three sets no test of order can reach a p of .05.
 *
 * @param loadKg of the first; null where none is known for any
 * @param sets their indices, in order
 * @param slopePerSet Theil–Sen, the metric's unit per set
 * @param plusMinus of the last set against the first, half of a 95 % interval; absent where the noise is not known
 */
public record AcrossSets(
    Metric metric,
    String exercise,
    @Nullable Double loadKg,
    List<Integer> sets,
    double slopePerSet,
    OptionalDouble plusMinus) {
  private static final int FEWEST_SETS = 3;

  public AcrossSets {
    sets = List.copyOf(sets);
  }

  /** Slope times the number of steps. */
  public double total() {
    return slopePerSet * (sets.size() - 1);
  }

  public boolean beyondNoise() {
    return plusMinus.isPresent() && Math.abs(total()) > plusMinus.getAsDouble();
  }

  static List<AcrossSets> of(List<SetReport> sets, SessionResult result) {
    List<AcrossSets> found = new ArrayList<>();
    for (List<SetReport> alike : alike(BetweenSets.usable(sets, result))) {
      for (Metric metric : BetweenSets.metrics(result)) {
        List<SetReport> measured =
            alike.stream().filter(set -> KeyNumbers.mean(set.cleanReps(), metric).isPresent()).toList();
        if (measured.size() >= FEWEST_SETS) {
          found.add(trend(metric, measured));
        }
      }
    }
    return found;
  }

  /** Sets of one exercise at one load, by the first of them. Where no load is known they are not known to be alike. */
  private static List<List<SetReport>> alike(List<SetReport> sets) {
    Map<SetReport, List<SetReport>> byFirst = new LinkedHashMap<>();
    for (SetReport set : sets) {
      SetReport first = byFirst.keySet().stream().filter(one -> isAlike(one, set)).findFirst().orElse(set);
      byFirst.computeIfAbsent(first, one -> new ArrayList<>()).add(set);
    }
    return List.copyOf(byFirst.values());
  }

  private static boolean isAlike(SetReport one, SetReport other) {
    return one.set().exercise().equals(other.set().exercise())
        && Loads.of(one.set().loadKg(), other.set().loadKg()) == Loads.SAME;
  }

  private static AcrossSets trend(Metric metric, List<SetReport> sets) {
    double[] index = sets.stream().mapToDouble(SetReport::index).toArray();
    double[] means = sets.stream().mapToDouble(s -> KeyNumbers.mean(s.cleanReps(), metric).orElseThrow()).toArray();
    SetReport first = sets.getFirst();
    OptionalDouble plusMinus =
        BetweenSets.compare(metric, first, sets.getLast()).map(BetweenSets::plusMinus).orElse(OptionalDouble.empty());
    return new AcrossSets(
        metric, first.set().exercise(), first.set().loadKg(), sets.stream().map(SetReport::index).toList(),
        TheilSen.slope(index, means), plusMinus);
  }
}

package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earlier sets of one wearer in one exercise taught, each at its load. In: sets with their loads. Out: the noise
 * to reckon with at a load, from sets at comparable loads as far as they are enough.
 *
 * <p>Comparable is a load within a tenth of this one, a ratio, because a kilogram means less the heavier the bar. Where
 * such sets are too few for a metric, those of the bands on either side are added, then all. Only scatter is pooled;
 * means of different loads are never compared, because a set's reference is its own first reps.
 */
public record LoadedHistory(List<Taught> sets) {
  public static final LoadedHistory NONE = new LoadedHistory(List.of());

  /** The band of a load and the next on either side, each as wide as the first: from its middle, in half bands. */
  private static final int WITH_NEIGHBOURS = 3;

  /** @param loadKg null when nobody said: a band of its own */
  public record Taught(@Nullable Double loadKg, AthleteHistory noise) {}

  public LoadedHistory {
    sets = List.copyOf(sets);
  }

  public static LoadedHistory of(@Nullable Double loadKg, AthleteHistory noise) {
    return new LoadedHistory(List.of(new Taught(loadKg, noise)));
  }

  /** Both taken together. */
  public LoadedHistory and(LoadedHistory other) {
    List<Taught> all = new ArrayList<>(sets);
    all.addAll(other.sets);
    return new LoadedHistory(all);
  }

  /** @param loadKg that is lifted now; null when nobody said */
  public AthleteHistory at(@Nullable Double loadKg) {
    int enough = Evidence.CATALOGUE.count(ThresholdKey.HISTORY_DEGREES_OF_FREEDOM);
    return within(1, loadKg)
        .orIfNot(enough, within(WITH_NEIGHBOURS, loadKg))
        .orIfNot(enough, within(Double.POSITIVE_INFINITY, loadKg));
  }

  private AthleteHistory within(double halfBands, @Nullable Double loadKg) {
    AthleteHistory pooled = AthleteHistory.NONE;
    for (Taught set : sets) {
      if (halfBandsBetween(set.loadKg(), loadKg) <= halfBands) {
        pooled = pooled.pooledWith(set.noise());
      }
    }
    return pooled;
  }

  private static double halfBandsBetween(@Nullable Double one, @Nullable Double other) {
    if (one == null || other == null) {
      return one == null && other == null ? 0 : Double.POSITIVE_INFINITY;
    }
    double halfBand = Math.log(Evidence.CATALOGUE.value(ThresholdKey.LOAD_BAND_RATIO));
    double least = Math.min(one, other);
    double most = Math.max(one, other);
    return most <= least ? 0 : Math.log(most / least) / halfBand - 1e-9;
  }
}

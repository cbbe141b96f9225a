package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.lift.RepQuality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reps by hand. */
final class Reps {
  private Reps() {}

  static Builder rep(int index) {
    return new Builder(index);
  }

  /** Clean reps from 1 on, each with one value of the metric; NaN for one that lacks it. */
  static List<Rep> of(Metric metric, double... values) {
    List<Rep> reps = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      reps.add(rep(i + 1).with(metric, values[i]).build());
    }
    return reps;
  }

  /** The reps with that quality on the one with this index. */
  static List<Rep> flawed(List<Rep> reps, int index, RepQuality quality) {
    List<Rep> changed = new ArrayList<>(reps);
    changed.replaceAll(rep -> rep.index() == index ? withQuality(rep, quality) : rep);
    return changed;
  }

  private static Rep withQuality(Rep rep, RepQuality quality) {
    return new Rep(
        rep.index(), rep.startNanos(), rep.bottomNanos(), rep.ascentOnsetNanos(), rep.uprightNanos(), rep.lockoutNanos(),
        rep.endNanos(), Set.of(quality), rep.metrics());
  }

  /** One rep. */
  static final class Builder {
    private final int index;
    private final Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    private final Set<RepQuality> quality = new HashSet<>();

    private Builder(int index) {
      this.index = index;
    }

    Builder with(Metric metric, double value) {
      metrics.put(metric, value);
      return this;
    }

    Builder with(RepQuality flaw) {
      quality.add(flaw);
      return this;
    }

    Rep build() {
      long start = index * 4_000_000_000L;
      return new Rep(
          index, start, start + 1_000_000_000L, start + 1_200_000_000L, start + 2_300_000_000L, start + 2_400_000_000L,
          start + 3_000_000_000L, quality, new RepMetrics(metrics));
    }
  }
}

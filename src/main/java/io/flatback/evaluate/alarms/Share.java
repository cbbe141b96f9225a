package io.flatback.evaluate.alarms;

import java.util.Locale;
import org.apache.commons.math3.distribution.BetaDistribution;

/** So many of so many sets, with the upper end of a one-sided 95 % interval after Clopper and Pearson. */
record Share(int hits, int of) {
  private static final double CONFIDENCE = .95;

  double ratio() {
    return (double) hits / of;
  }

  double upperBound() {
    return hits == of ? 1 : new BetaDistribution(null, hits + 1, of - hits).inverseCumulativeProbability(CONFIDENCE);
  }

  boolean isAtMost(double bar) {
    return upperBound() <= bar;
  }

  String percent() {
    return String.format(Locale.ROOT, "%.2f %%", 100 * ratio());
  }

  String percentWithBound() {
    return String.format(Locale.ROOT, "%.2f %% (≤ %.2f)", 100 * ratio(), 100 * upperBound());
  }
}

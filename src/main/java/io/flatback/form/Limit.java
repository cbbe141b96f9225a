package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;

/**
 * The change from which a level speaks, and what that rests on.
 *
 * @param source key in the catalogue of evidence
 */
record Limit(double change, String source) {

  static Limit of(ThresholdKey key) {
    return new Limit(Evidence.CATALOGUE.value(key), Evidence.CATALOGUE.threshold(key).source());
  }

  /** @param change at which a chart would be at its limit */
  static Limit ofChart(double change) {
    return new Limit(change, Evidence.CATALOGUE.chartLimits().source());
  }

  Limit orLarger(Limit other) {
    return other.change > change ? other : this;
  }
}

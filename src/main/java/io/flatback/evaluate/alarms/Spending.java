package io.flatback.evaluate.alarms;

/**
 * What share of a set's false alarms is spent up to each rep. Own: much at the fifth, because half of all sets end
 * there and nobody says which; all by the twelfth, the longest usual set; and the same pace further on, because a
 * set that goes on must not become deaf.
 */
enum Spending {
  SHIPPED;

  private static final int LONGEST_USUAL = 12;
  private static final double[] UP_TO = {.10, .40, .50, .60, .70, .78, .85, .93, 1.0};
  private static final double LATER_EACH = .06;

  /** @param rep from {@link io.flatback.form.stats.TrendChart#FEWEST} on */
  double share(int rep) {
    return rep <= LONGEST_USUAL
        ? UP_TO[rep - io.flatback.form.stats.TrendChart.FEWEST]
        : 1 + LATER_EACH * (rep - LONGEST_USUAL);
  }
}

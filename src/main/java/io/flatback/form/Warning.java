package io.flatback.form;

import io.flatback.lift.Metric;

/**
 * One alarm, with everything needed to check it by hand.
 *
 * @param rep index within the set of the rep that decided it
 * @param baseline what the value is compared with, in the metric's unit
 * @param change value minus baseline
 * @param limit the change from which this level speaks
 * @param rule name of the rule that fired, e.g. {@code two_consecutive}
 * @param text one sentence in the second person, with its numbers
 * @param evidence key of the source that the limit rests on
 */
public record Warning(
    int rep,
    Level level,
    Metric metric,
    double baseline,
    double value,
    double change,
    double limit,
    String rule,
    String text,
    String evidence) {}

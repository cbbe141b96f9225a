package io.flatback.form;

import io.flatback.lift.Metric;

/**
 * Trend of one metric over the reps of a set.
 *
 * @param slopePerRep Theil–Sen estimate, metric's unit per rep
 * @param total slope times the number of steps
 * @param p exact Mann–Kendall, one-sided towards what fatigue does; doubled where either direction is a change
 * @param beyondNoise p ≤ .05 and the total is at least the practical minimum
 */
public record Drift(Metric metric, double slopePerRep, double total, double p, boolean beyondNoise) {}

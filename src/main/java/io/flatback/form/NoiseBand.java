package io.flatback.form;

import io.flatback.lift.Metric;

/**
 * What a metric's values in this set are judged by: drawn behind them.
 *
 * @param reference centre of the band, in the metric's unit
 * @param low lower edge of what is within noise
 * @param high upper edge
 * @param sigma within-set, rep-to-rep standard deviation that the band rests on
 * @param degreesOfFreedom of {@code sigma}; 0 for the population's value at cold start
 */
public record NoiseBand(Metric metric, double reference, double low, double high, double sigma, int degreesOfFreedom) {}

package io.flatback.session;

import org.jspecify.annotations.Nullable;

/**
 * What is measured of one sensor's link and device; NaN or null until it is known, or where it can't be had.
 *
 * @param rateHz readings per second of device time
 * @param jitterMs standard deviation of arrival against device time
 * @param lossRatio share of readings lost since the stream began
 * @param roundTripMs there and back, as the latest ping took it
 * @param clockAheadMs how far the device's clock has run ahead of the host's since the stream began
 * @param clockDriftPpm how fast the device's clock is, in millionths
 * @param batteryPercent 0 to 100
 * @param signalDbm of a radio link
 */
public record LinkFigures(
    double rateHz,
    double jitterMs,
    double lossRatio,
    double roundTripMs,
    double clockAheadMs,
    double clockDriftPpm,
    @Nullable Integer batteryPercent,
    @Nullable Integer signalDbm) {
  public static final LinkFigures UNKNOWN =
      new LinkFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null, null);
}

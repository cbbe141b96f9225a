package io.flatback.sim;

import io.flatback.sim.SensorSetup.Dropouts;

/** Tells which moments are lost on the way; asked in order of time. */
final class Dropping {
  /** Nobody loses the first readings: there would be no record of them. */
  private static final double SAFE_SECONDS = 1;

  private final Dropouts dropouts;
  private final Noise noise;
  private double fromSeconds = SAFE_SECONDS;
  private double toSeconds = SAFE_SECONDS;

  Dropping(Dropouts dropouts, Noise noise) {
    this.dropouts = dropouts;
    this.noise = noise;
    draw();
  }

  boolean isLost(double seconds) {
    while (seconds >= toSeconds) {
      draw();
    }
    return seconds >= fromSeconds;
  }

  private void draw() {
    if (dropouts.perMinute() <= 0) {
      fromSeconds = Double.POSITIVE_INFINITY;
      toSeconds = Double.POSITIVE_INFINITY;
      return;
    }
    fromSeconds = toSeconds + exponential(60 / dropouts.perMinute());
    toSeconds = fromSeconds + exponential(dropouts.meanSeconds());
  }

  private double exponential(double mean) {
    return -mean * StrictMath.log(1 - noise.uniform(0, 1));
  }
}

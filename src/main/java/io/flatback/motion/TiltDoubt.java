package io.flatback.motion;

import io.flatback.signal.Sample;

/**
 * Gathers what makes an inclination doubtful: time nobody saw, readings at the end of their scale, and
 * movement harder than the filter takes for granted. One instance, one thread.
 */
final class TiltDoubt {
  /** own: who starts or ends a movement inside a gap turns about this fast; replaced by lifts cut open. */
  private static final double UNSEEN_RATE_RAD_PER_SEC = Math.toRadians(15.0);
  /** own: a clipped rate may have been half as much again. */
  private static final double CLIPPED_SHARE = 0.5;
  /** own: longer than a rep, so that a hard one is not forgotten at its top. */
  private static final double MEMORY_SECONDS = 5.0;
  /** own: what is expected before anything was seen weighs as much as so long a time of seeing. */
  private static final double START_SECONDS = 0.3;
  /** When within its sample period a reading was true is not known: half of it. */
  private static final double TIMING_SHARE = 0.5;

  private final double correlationSeconds;
  private double timingSeconds;
  private double seenSeconds;
  private double accelVariance;
  private double rateVariance;
  private double surprise = 1.0;

  private double rateBeforeRadPerSec;
  private double unseenSeconds;
  private double clippedRad;
  private double pendingVariance;

  TiltDoubt(InclinationParams params) {
    this.correlationSeconds = params.accelCorrelationSeconds();
    this.accelVariance = square(params.startAccelMps2());
  }

  void setSamplePeriodSeconds(double periodSeconds) {
    timingSeconds = TIMING_SHARE * periodSeconds;
  }

  void skip(double seconds) {
    unseenSeconds += seconds;
  }

  /** @return true when there is a doubt to be taken */
  boolean update(double rateRadPerSec, double stepSeconds, boolean clipped) {
    double before = pendingVariance;
    if (unseenSeconds > 0.0) {
      double rate = Math.max(rateBeforeRadPerSec, rateRadPerSec) + UNSEEN_RATE_RAD_PER_SEC;
      pendingVariance += square(rate * unseenSeconds);
      unseenSeconds = 0.0;
    }
    double clippedNow = clipped ? clippedRad + CLIPPED_SHARE * rateRadPerSec * stepSeconds : 0.0;
    pendingVariance += Math.max(0.0, square(clippedNow) - square(clippedRad));
    clippedRad = clippedNow;
    rateBeforeRadPerSec = rateRadPerSec;
    return pendingVariance > before;
  }

  double takeVariance() {
    double taken = pendingVariance;
    pendingVariance = 0.0;
    return taken;
  }

  /** How hard the sensor is moved: horizontal acceleration, and rate. */
  void spread(double accXMps2, double accYMps2, double rateRadPerSec, double stepSeconds) {
    seenSeconds = Math.min(MEMORY_SECONDS, seenSeconds + stepSeconds);
    double share = stepSeconds / (START_SECONDS + seenSeconds);
    accelVariance += share * (0.5 * (square(accXMps2) + square(accYMps2)) - accelVariance);
    rateVariance += share * (square(rateRadPerSec) - rateVariance);
  }

  /** The velocity that had to be taken back, against the variance it was expected to have. */
  void surprise(double velocityX, double velocityY, double variance, double seconds) {
    double ratio = 0.5 * (square(velocityX) + square(velocityY)) / variance;
    surprise += seconds / (MEMORY_SECONDS + seconds) * (ratio - surprise);
  }

  /** By how much the filter's own variance falls short, at least 1. */
  double surpriseFactor() {
    return Math.max(1.0, surprise);
  }

  /** Of the direction of the mean acceleration over so many seconds, one axis, rad². */
  double meanVariance(double seconds) {
    return tiltVariance() * square(correlationSeconds / (correlationSeconds + seconds));
  }

  /** Over how many seconds a mean is as sure as this. */
  double worthSeconds(double variance) {
    return Math.max(0.0, correlationSeconds * (Math.sqrt(tiltVariance() / variance) - 1.0));
  }

  /** What the filter's own variance does not hold: turning and pushing at once, read at different times. */
  double variance() {
    return tiltVariance() * rateVariance * square(timingSeconds);
  }

  private double tiltVariance() {
    return accelVariance / square(Sample.STANDARD_GRAVITY_MPS2);
  }

  private static double square(double value) {
    return value * value;
  }
}

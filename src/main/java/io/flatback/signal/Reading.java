package io.flatback.signal;

/** A sample that has no place on the time line yet. SI units as in {@link Sample}. */
record Reading(
    long arrivalNanos,
    double accXMps2,
    double accYMps2,
    double accZMps2,
    double gyroXRadPerSec,
    double gyroYRadPerSec,
    double gyroZRadPerSec,
    boolean clipped) {

  Sample at(long timeNanos) {
    return new Sample(
        timeNanos, accXMps2, accYMps2, accZMps2, gyroXRadPerSec, gyroYRadPerSec, gyroZRadPerSec, clipped);
  }
}

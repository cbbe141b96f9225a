package io.flatback.sim;

/**
 * How the body truly is at one reading. Degrees, forward and right positive, 0 in the lifter's standing
 * posture. The trunk is the segment that carries the lumbar sensor.
 *
 * @param lumbarFlexionDeg trunk minus pelvis
 * @param upX the earth's up-direction in the axes of the reading's sensor
 */
public record TruthSample(
    long timeNanos,
    double trunkPitchDeg,
    double trunkLateralDeg,
    double pelvisPitchDeg,
    double pelvisLateralDeg,
    double lumbarFlexionDeg,
    double upX,
    double upY,
    double upZ) {}

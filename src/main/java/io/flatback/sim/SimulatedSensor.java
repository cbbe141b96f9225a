package io.flatback.sim;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;

/** One worn sensor: feels the body's motion where it sits and reports it through its chip. */
final class SimulatedSensor {
  /** Inner rate of the averaging that stands for the chip's own low-pass filter. */
  private static final double INNER_HZ = 400;

  private final Body body;
  private final SensorMotion motion;
  private final Placement told;
  private final ChipModel chip;
  private final double periodSeconds;
  private final int steps;
  /** A filter knows only what was: the middle of what it averages lies half a period back. */
  private final double delaySeconds;

  SimulatedSensor(Body body, SensorMotion motion, Chip chip, double rateHz, Noise noise, Placement told) {
    this.body = body;
    this.motion = motion;
    this.told = told;
    this.chip = new ChipModel(chip, rateHz, noise);
    periodSeconds = 1 / rateHz;
    steps = chip.lowPass() ? (int) Math.max(1, Math.round(INNER_HZ / rateHz)) : 1;
    delaySeconds = chip.lowPass() ? periodSeconds / 2 : 0;
  }

  /** Where it says it is. */
  Placement placement() {
    return told;
  }

  Sample read(long timeNanos, double seconds) {
    Vector3 forceG = Vector3.ZERO;
    Vector3 rateDps = Vector3.ZERO;
    for (int i = 0; i < steps; i++) {
      double t = seconds + ((i + 0.5) / steps - 0.5) * periodSeconds - delaySeconds;
      Frame frame = motion.at(body.at(t), t);
      forceG = forceG.plus(specificForceG(frame));
      rateDps = rateDps.plus(frame.rateRadPerSec());
    }
    Rotation3 mounting = motion.mounting();
    return chip.read(
        timeNanos,
        mounting.applyInverse(forceG.times(1.0 / steps)),
        mounting.applyInverse(rateDps.times(180 / StrictMath.PI / steps)));
  }

  private static Vector3 specificForceG(Frame frame) {
    Vector3 gravity = Axis.SUPERIOR.unit().times(Sample.STANDARD_GRAVITY_MPS2);
    Vector3 force = frame.accelerationMps2().plus(gravity);
    return frame.rotation().applyInverse(force).times(1 / Sample.STANDARD_GRAVITY_MPS2);
  }

  /** The earth's up-direction in sensor axes, without any error of the chip. */
  Vector3 up(double seconds) {
    Frame frame = motion.at(body.at(seconds), seconds);
    return motion.mounting().applyInverse(frame.up());
  }

  /** Acceleration of the sensor without gravity, in sensor axes. */
  Vector3 linearAccelerationMps2(double seconds) {
    Frame frame = motion.at(body.at(seconds), seconds);
    return motion.mounting().applyInverse(frame.rotation().applyInverse(frame.accelerationMps2()));
  }
}

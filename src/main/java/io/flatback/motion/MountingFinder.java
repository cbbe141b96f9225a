package io.flatback.motion;

import io.flatback.signal.Sample;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Finds how a sensor sits on the body, from its motion alone.
 *
 * <p>In: motion, sample by sample. Out, when asked: an estimate from the latest {@value
 * MotionTrace#SPAN_SECONDS} s, with its confidence and whether the sensor follows the back; empty while no
 * hinge has been seen. The hinge gives the axis, height says which end is standing, and standing gives up.
 */
public final class MountingFinder {
  /** A hinge must be at least this wide to tell anything (own; half the smallest hinge of a real set). */
  private static final double LEAST_RANGE_RAD = Math.toRadians(10.0);

  private static final double LEAST_PATH_RAD = Math.toRadians(25.0);

  private final MotionTrace trace = new MotionTrace();
  private boolean gyro;

  /**
   * What one stretch of motion says.
   *
   * @param pathRad how much hinging it rests on: the weight of this estimate beside others
   * @param looseness log odds that the sensor does not follow the back; see {@link Looseness}. Without a
   *     gyroscope it can't be told, and the sensor is taken at its word
   * @param travelM rise of the sensor from the bent to the upright end
   */
  public record Estimate(
      Mounting mounting, double pathRad, double rangeRad, double travelM, double hingeShare, double looseness) {}

  public void update(SensorMotion motion, Sample sample) {
    gyro = sample.hasGyro();
    trace.add(motion, motion.accelMps2(0), motion.accelMps2(1), motion.accelMps2(2));
  }

  /** What was seen before is no longer about this mounting. */
  public void forget() {
    trace.clear();
  }

  public Optional<Estimate> estimate() {
    if (trace.size() < 25) {
      return Optional.empty();
    }
    HingeAxis hinge = HingeAxis.of(trace);
    if (hinge.pathRad() < LEAST_PATH_RAD) {
      return Optional.empty();
    }
    HingeArc arc = new HingeArc(trace, hinge.axis());
    if (arc.rangeRad() < LEAST_RANGE_RAD) {
      return Optional.empty();
    }
    return Optional.of(estimate(hinge, arc));
  }

  private Estimate estimate(HingeAxis hinge, HingeArc arc) {
    double logOdds = arc.logOddsThatLowIsStanding();
    boolean low = logOdds >= 0.0;
    Vector3D up = arc.standingUp(trace, low);
    // The angle grows as up turns about +axis. Bending forward turns the body about −right, and so up,
    // seen from the body, about +right.
    Vector3D right = low ? hinge.axis() : hinge.axis().negate();
    double upright = Math.abs(up.dotProduct(hinge.axis()));
    double confidence =
        1.0 / (1.0 + Math.exp(-Math.abs(logOdds)))
            * ramp(hinge.share(), 0.6, 0.9)
            * ramp(upright, Math.sin(Math.toRadians(45.0)), Math.sin(Math.toRadians(20.0)));
    return new Estimate(
        Mounting.of(up, right, confidence),
        hinge.pathRad(),
        arc.rangeRad(),
        arc.travelM(),
        hinge.share(),
        gyro ? Looseness.logOdds(trace, hinge, arc) : Double.NEGATIVE_INFINITY);
  }

  /** 0 at {@code none}, 1 at {@code full}, straight between. */
  private static double ramp(double value, double none, double full) {
    return Math.max(0.0, Math.min(1.0, (value - none) / (full - none)));
  }
}

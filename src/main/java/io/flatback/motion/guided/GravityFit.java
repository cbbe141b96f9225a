package io.flatback.motion.guided;

import io.flatback.motion.guided.Strapdown.Errors;
import io.flatback.motion.guided.Take.Span;
import io.flatback.signal.Sample;
import java.util.List;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * What the sensor does wrong, from standing still and slow hinges: bias and, about the hinge axis, scale of
 * the gyroscope, offset and scale of the accelerometer, and where up was at the start.
 *
 * <p>Whoever stands, bends and stands again has the same velocity at both ends: none. So the specific force
 * over that time, turned by the gyroscope into the frame at the start, must sum to gravity times the time.
 * Least squares over all such stretches, with what is usual of such chips as prior knowledge: what the
 * hinges do not show stays as it was. Standard gravity is assumed; where the true one differs by 0.2 %, the
 * offset along the spine is wrong by 2 mg, 0.1° at a right angle.
 *
 * <p>Own; after zero-velocity updates of pedestrian navigation and the classic in-field calibrations.
 */
final class GravityFit {
  /**
   * Gyroscope bias 0–2, accelerometer offset across the hinge axis 3–4, gyroscope scale 5, accelerometer scale,
   * sensor axis by sensor axis, 6–8, two tilts of up at the start 9–10. An offset along the hinge axis looks like a
   * tilt to the side throughout, and stays one.
   */
  private static final int PARAMETERS = 11;

  private static final int PRIORS = 9;

  private static final double[] STEPS = {1e-5, 1e-5, 1e-5, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-5, 1e-5};
  /** own: of chips before calibration; sway makes standing a rest of some tenths of a degree per second. */
  private static final double GYRO_BIAS_SIGMA_RAD_PER_SEC = Math.toRadians(0.5);

  private static final double ACCEL_OFFSET_SIGMA_MPS2 = 0.2;
  private static final double GYRO_SCALE_SIGMA = 0.01;
  /** Within the .3 to 1 % that the makers of such chips promise (own). */
  private static final double ACCEL_SCALE_SIGMA = 0.007;
  /** own: what is left of velocity in who stands: sway of a quarter of a degree, a metre above the ankle. */
  private static final double VELOCITY_SIGMA_MPS = 0.015;

  private final Take take;
  private final List<Span> stretches;
  private final Vector3D restingGyro;
  private final Vector3D hingeAxis;
  private final double[] acrossA;
  private final double[] acrossB;
  private final double[] up;
  private final double[] sideA;
  private final double[] sideB;

  /** @param stretches each begins where the one before ends, and begins and ends standing */
  GravityFit(Take take, List<Span> stretches, Vector3D restingGyro, Vector3D restingAccel, Vector3D axis) {
    this.take = take;
    this.stretches = stretches;
    this.restingGyro = restingGyro;
    this.hingeAxis = axis;
    this.acrossA = axis.orthogonal().toArray();
    this.acrossB = Vector3D.crossProduct(axis, axis.orthogonal()).toArray();
    Vector3D direction = restingAccel.normalize();
    this.up = direction.toArray();
    this.sideA = direction.orthogonal().toArray();
    this.sideB = Vector3D.crossProduct(direction, direction.orthogonal()).toArray();
  }

  /**
   * @param upAtStart in the sensor's frame at the beginning of the first stretch
   * @param velocityErrorMps root mean square of the velocity that is left over
   */
  record Result(Errors errors, Vector3D upAtStart, double velocityErrorMps) {}

  Result solve() {
    int size = 3 * stretches.size() + PRIORS;
    Optimum optimum =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .start(new double[PARAMETERS])
                    .target(new double[size])
                    .model(model())
                    .lazyEvaluation(false)
                    .maxEvaluations(60)
                    .maxIterations(60)
                    .build());
    double[] p = optimum.getPoint().toArray();
    double[] left = residuals(p);
    double squares = 0.0;
    for (int i = 0; i < 3 * stretches.size(); i++) {
      squares += left[i] * left[i];
    }
    return new Result(
        errors(p), new Vector3D(upAtStart(p)), VELOCITY_SIGMA_MPS * Math.sqrt(squares / (3 * stretches.size())));
  }

  private MultivariateJacobianFunction model() {
    return point -> {
      double[] p = point.toArray();
      double[] at = residuals(p);
      double[][] jacobian = new double[at.length][PARAMETERS];
      for (int c = 0; c < PARAMETERS; c++) {
        double[] moved = p.clone();
        moved[c] += STEPS[c];
        double[] there = residuals(moved);
        for (int r = 0; r < at.length; r++) {
          jacobian[r][c] = (there[r] - at[r]) / STEPS[c];
        }
      }
      return new Pair<RealVector, org.apache.commons.math3.linear.RealMatrix>(
          new ArrayRealVector(at, false), new Array2DRowRealMatrix(jacobian, false));
    };
  }

  private Errors errors(double[] p) {
    double[] bias = restingGyro.toArray();
    for (int i = 0; i < 3; i++) {
      bias[i] += p[i];
    }
    double[] offset = new double[3];
    for (int i = 0; i < 3; i++) {
      offset[i] = p[3] * acrossA[i] + p[4] * acrossB[i];
    }
    return new Errors(
        new Vector3D(bias), new Vector3D(offset), new Vector3D(p[6], p[7], p[8]), p[5], hingeAxis);
  }

  private double[] upAtStart(double[] p) {
    double[] tilted = new double[3];
    for (int i = 0; i < 3; i++) {
      tilted[i] = up[i] + p[9] * sideA[i] + p[10] * sideB[i];
    }
    return new Vector3D(tilted).normalize().toArray();
  }

  /** Each in units of its own standard deviation. */
  private double[] residuals(double[] p) {
    double[] out = new double[3 * stretches.size() + PRIORS];
    double[] upAtStart = upAtStart(p);
    Strapdown strapdown = new Strapdown(take, errors(p));
    int next = 0;
    for (Span stretch : stretches) {
      double[] sum = new double[3];
      for (int i = stretch.from() + 1; i <= stretch.to(); i++) {
        strapdown.turn(i);
        strapdown.addForce(i, (take.timeNanos(i) - take.timeNanos(i - 1)) * 1e-9, sum);
      }
      double gravity = Sample.STANDARD_GRAVITY_MPS2 * (take.seconds(stretch.to()) - take.seconds(stretch.from()));
      for (int c = 0; c < 3; c++) {
        out[next++] = (sum[c] - gravity * upAtStart[c]) / VELOCITY_SIGMA_MPS;
      }
    }
    for (int c = 0; c < 3; c++) {
      out[next++] = p[c] / GYRO_BIAS_SIGMA_RAD_PER_SEC;
    }
    out[next++] = p[3] / ACCEL_OFFSET_SIGMA_MPS2;
    out[next++] = p[4] / ACCEL_OFFSET_SIGMA_MPS2;
    out[next++] = p[5] / GYRO_SCALE_SIGMA;
    for (int c = 6; c < 9; c++) {
      out[next++] = p[c] / ACCEL_SCALE_SIGMA;
    }
    return out;
  }
}

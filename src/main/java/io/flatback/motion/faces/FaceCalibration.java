package io.flatback.motion.faces;

import io.flatback.signal.Calibration;
import io.flatback.signal.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Offset and scale of an accelerometer, from poses in which it lay still: however it lies, it must feel one
 * gravity. Least squares on |A (a − o)| − g; from nine poses on with the cross-axis terms of A, which is
 * upper triangular, since a turn of the whole can't show.
 *
 * <p>Standard gravity is assumed. Where the true one is 0.2 % less, all three scales are 0.2 % too large
 * together: no angle changes by that, for angles come from the direction alone; a rise of 0.5 m reads 1 mm
 * too long.
 */
public final class FaceCalibration {
  /** own: a face counts when gravity is within this of it. */
  private static final double FACE_RAD = Math.toRadians(30.0);

  private static final int POSES_FOR_CROSS_AXES = 9;
  /** own: five times what 1.5 s of the noisiest common chip leave; a hand that holds it leaves ten. */
  private static final double LARGEST_RESIDUAL_MPS2 = 0.05;

  /** own: five times what chips leave the factory with. */
  private static final double LARGEST_OFFSET_MPS2 = 1.5;

  private static final double LARGEST_SCALE_ERROR = 0.1;
  private static final String[] FACES = {"+x", "−x", "+y", "−y", "+z", "−z"};

  private FaceCalibration() {}

  /** What became of it. */
  public sealed interface Verdict {}

  /**
   * Good to use.
   *
   * @param residualMps2 root mean square of what is left of |a| − g; with six poses and six unknowns it
   *     says nothing, and is NaN
   * @param poses it rests on
   */
  public record Accepted(Calibration calibration, double residualMps2, int poses) implements Verdict {}

  /** Why a calibration by faces is not used. */
  public enum Reason {
    FACE_MISSING,
    RESIDUAL_TOO_LARGE,
    NOT_PLAUSIBLE;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** @param text one line: what, what was expected, what to do */
  public record Refused(Reason reason, String text) implements Verdict {}

  /** Faces that gravity has not come through yet, in the sensor's own axes: {@code +x} and so on. */
  public static List<String> missingFaces(List<Vector3D> poses) {
    Vector3D[] axes = {
      Vector3D.PLUS_I, Vector3D.MINUS_I, Vector3D.PLUS_J, Vector3D.MINUS_J, Vector3D.PLUS_K, Vector3D.MINUS_K
    };
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      Vector3D axis = axes[i];
      if (poses.stream().noneMatch(pose -> Vector3D.angle(pose, axis) < FACE_RAD)) {
        missing.add(FACES[i]);
      }
    }
    return missing;
  }

  /** @param poses mean accelerations while lying still, m/s² */
  public static Verdict judge(List<Vector3D> poses) {
    List<String> missing = missingFaces(poses);
    if (!missing.isEmpty()) {
      return new Refused(
          Reason.FACE_MISSING,
          String.format(
              Locale.ROOT,
              "%d of 6 faces were seen, missing with this side up: %s. Lay the sensor still on each face for %.0f s.",
              6 - missing.size(), String.join(", ", missing), Math.ceil(StillPoses.HOLD_SECONDS)));
    }
    int unknowns = poses.size() >= POSES_FOR_CROSS_AXES ? 9 : 6;
    double[] p;
    try {
      p = solve(poses, unknowns);
    } catch (MathIllegalStateException e) {
      return new Refused(Reason.NOT_PLAUSIBLE, "No offset and scale fit these poses: lay the sensor down and repeat.");
    }
    return judge(poses, p, unknowns);
  }

  private static Verdict judge(List<Vector3D> poses, double[] p, int unknowns) {
    double offset = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
    double scale = Math.max(Math.abs(p[3]), Math.max(Math.abs(p[4]), Math.abs(p[5])));
    if (offset > LARGEST_OFFSET_MPS2 || scale > LARGEST_SCALE_ERROR) {
      return new Refused(
          Reason.NOT_PLAUSIBLE,
          String.format(
              Locale.ROOT,
              "The fit gives an offset of %.2f m/s² and a scale off by %.0f %%, expected at most %.1f m/s² and %.0f %%:"
                  + " the sensor was not lying still, or it is broken. Repeat on a firm table.",
              offset, 100 * scale, LARGEST_OFFSET_MPS2, 100 * LARGEST_SCALE_ERROR));
    }
    double squares = 0.0;
    for (double left : residuals(poses, p)) {
      squares += left * left;
    }
    double residual = Math.sqrt(squares / Math.max(1, poses.size() - unknowns));
    if (poses.size() > unknowns && residual > LARGEST_RESIDUAL_MPS2) {
      return new Refused(
          Reason.RESIDUAL_TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The poses disagree by %.3f m/s², expected at most %.3f: lay the sensor down instead of holding it.",
              residual, LARGEST_RESIDUAL_MPS2));
    }
    return new Accepted(calibration(p), poses.size() > unknowns ? residual : Double.NaN, poses.size());
  }

  private static Calibration calibration(double[] p) {
    return Calibration.ofAccelerometer(
        new double[] {p[0], p[1], p[2]},
        new double[] {1 + p[3], p[6], p[7], 0, 1 + p[4], p[8], 0, 0, 1 + p[5]});
  }

  /** Offset 0–2, scales less one 3–5, cross-axis terms 6–8, which stay 0 with fewer poses. */
  private static double[] solve(List<Vector3D> poses, int unknowns) {
    MultivariateJacobianFunction model = point -> {
      double[] at = residuals(poses, filled(point.toArray()));
      double[][] jacobian = new double[at.length][unknowns];
      for (int c = 0; c < unknowns; c++) {
        double[] moved = point.toArray();
        moved[c] += 1e-6;
        double[] there = residuals(poses, filled(moved));
        for (int r = 0; r < at.length; r++) {
          jacobian[r][c] = (there[r] - at[r]) / 1e-6;
        }
      }
      return new Pair<RealVector, RealMatrix>(
          new ArrayRealVector(at, false), new Array2DRowRealMatrix(jacobian, false));
    };
    return filled(
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .start(new double[unknowns])
                    .target(new double[poses.size()])
                    .model(model)
                    .lazyEvaluation(false)
                    .maxEvaluations(200)
                    .maxIterations(200)
                    .build())
            .getPoint()
            .toArray());
  }

  private static double[] filled(double[] p) {
    return java.util.Arrays.copyOf(p, 9);
  }

  private static double[] residuals(List<Vector3D> poses, double[] p) {
    Calibration calibration = calibration(p);
    double[] out = new double[poses.size()];
    double[] a = new double[3];
    for (int i = 0; i < out.length; i++) {
      Vector3D pose = poses.get(i);
      calibration.accel(pose.getX(), pose.getY(), pose.getZ(), a);
      out[i] = Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]) - Sample.STANDARD_GRAVITY_MPS2;
    }
    return out;
  }
}

package io.flatback.cli;

import io.flatback.motion.faces.FaceCalibration;
import io.flatback.motion.faces.FaceCalibration.Accepted;
import io.flatback.signal.Calibration;
import io.flatback.signal.Sample;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** A calibration by faces as text: each pose with what is left of it, then offset and scale. */
final class FaceTable {
  private static final double MILLI_G_PER_MPS2 = 1000.0 / Sample.STANDARD_GRAVITY_MPS2;
  private static final String[] AXES = {"x", "y", "z"};

  private FaceTable() {}

  /** Of poses that gave no calibration. */
  static String of(List<Vector3D> poses) {
    Formatter text = new Formatter(Locale.ROOT).format("pose   side up   felt mg\n");
    for (int i = 0; i < poses.size(); i++) {
      text.format("%4d   %7s %9.1f\n", i + 1, face(poses.get(i)), milliG(poses.get(i)));
    }
    return text.toString();
  }

  static String of(List<Vector3D> poses, Accepted accepted) {
    Formatter text = new Formatter(Locale.ROOT).format("pose   side up   felt mg   corrected mg   left over mg\n");
    double[] a = new double[3];
    for (int i = 0; i < poses.size(); i++) {
      Vector3D pose = poses.get(i);
      accepted.calibration().accel(pose.getX(), pose.getY(), pose.getZ(), a);
      double corrected = milliG(new Vector3D(a));
      text.format("%4d   %7s %9.1f %14.1f %14.1f\n", i + 1, face(pose), milliG(pose), corrected, corrected - 1000.0);
    }
    axes(text, accepted.calibration());
    return text.format("\n%s\n", residual(accepted)).toString();
  }

  private static void axes(Formatter text, Calibration found) {
    text.format("\naxis   offset mg   multiplied by\n");
    double[] offset = found.accelOffsetMps2();
    double[] matrix = found.accelMatrix();
    for (int i = 0; i < 3; i++) {
      text.format("%4s   %9.1f %15.4f\n", AXES[i], offset[i] * MILLI_G_PER_MPS2, matrix[4 * i]);
    }
    if (matrix[1] != 0 || matrix[2] != 0 || matrix[5] != 0) {
      text.format("cross-axis terms: xy %.4f, xz %.4f, yz %.4f\n", matrix[1], matrix[2], matrix[5]);
    }
  }

  private static String residual(Accepted accepted) {
    return Double.isNaN(accepted.residualMps2())
        ? String.format(
            Locale.ROOT,
            "Residual: none to judge by, %d poses give just as many figures. For one, lay the sensor on its edges too.",
            accepted.poses())
        : String.format(
            Locale.ROOT,
            "Residual: %.1f mg over %d poses.", accepted.residualMps2() * MILLI_G_PER_MPS2, accepted.poses());
  }

  /** The side that lies up; an edge where none does. */
  private static String face(Vector3D pose) {
    List<String> missing = FaceCalibration.missingFaces(List.of(pose));
    return FaceCalibration.missingFaces(List.of()).stream()
        .filter(face -> !missing.contains(face))
        .findFirst()
        .orElse("edge");
  }

  private static double milliG(Vector3D pose) {
    return pose.getNorm() * MILLI_G_PER_MPS2;
  }
}

package io.flatback.motion;

import java.util.function.IntPredicate;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The axis about which a sensor mostly tips over: first eigenvector of Σωωᵀ, over rates above 20 °/s, with
 * the part about the vertical taken out, so that walking in a circle or twisting does not count.
 *
 * @param axis unit length, sensor frame; its sign says nothing yet
 * @param share λ1 / Σλ: 1 for a pure hinge
 * @param pathRad how far the sensor tipped in all
 */
record HingeAxis(Vector3D axis, double share, double pathRad) {
  /** Of the evidence for alignment: slow hinges with |ω| above 20 °/s. */
  static final double SLOWEST_RAD_PER_SEC = Math.toRadians(20.0);

  /** @param counts the positions that take part */
  static HingeAxis of(MotionWindow window, IntPredicate counts) {
    double[][] sum = new double[3][3];
    double[] tipping = new double[3];
    double pathRad = 0.0;
    for (int i = 0; i < window.size(); i++) {
      if (counts.test(i) && window.tippingRadPerSec(i) > SLOWEST_RAD_PER_SEC) {
        pathRad += window.tippingRadPerSec(i) * window.stepSeconds;
        window.tipping(i, tipping);
        addOuterProduct(sum, tipping);
      }
    }
    double trace3 = sum[0][0] + sum[1][1] + sum[2][2];
    if (trace3 <= 0.0) {
      return new HingeAxis(Vector3D.PLUS_K, 0.0, 0.0);
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(sum, false));
    return new HingeAxis(
        new Vector3D(eigen.getEigenvector(0).toArray()), eigen.getRealEigenvalue(0) / trace3, pathRad);
  }

  private static void addOuterProduct(double[][] sum, double[] w) {
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        sum[r][c] += w[r] * w[c];
      }
    }
  }
}

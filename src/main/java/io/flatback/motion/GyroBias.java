package io.flatback.motion;

/**
 * Kalman filter for the gyroscope's bias [laidig-2023, sec. 3.3]: state b, covariance P, in rad/s.
 *
 * <p>At rest the gyroscope itself is the measurement; in motion the inclination corrections are, which
 * observe the two horizontal axes; a weak pull towards zero keeps the vertical one from drifting.
 */
final class GyroBias {
  private final VqfParams params;
  private final double[] bias = new double[3];
  /** Symmetric: xx, xy, xz, yy, yz, zz. */
  private final double[] p = new double[6];

  private final double initialVariance;
  private double forgettingPerSecond;
  private double motionVariance;
  private double verticalVariance;
  private double restVariance;
  private double stepVariance;

  private final double[] gain = new double[9];
  private final double[] hp = new double[9];

  GyroBias(VqfParams params) {
    this.params = params;
    this.initialVariance = square(params.biasSigmaInitRadPerSec());
    p[0] = initialVariance;
    p[3] = initialVariance;
    p[5] = initialVariance;
  }

  void setSamplePeriodSeconds(double periodSeconds) {
    forgettingPerSecond = square(Math.toRadians(0.1)) / params.biasForgettingSeconds();
    stepVariance = forgettingPerSecond * periodSeconds;
    motionVariance = steadyStateVariance(params.biasSigmaMotionRadPerSec());
    verticalVariance = motionVariance / params.biasVerticalForgetting();
    restVariance = steadyStateVariance(params.biasSigmaRestRadPerSec());
  }

  double get(int axis) {
    return bias[axis];
  }

  /** Uncertainty grows while nothing is seen. */
  void elapse(double seconds) {
    addVariance(forgettingPerSecond * seconds);
  }

  /** The sensor is at rest: what the gyroscope says is its bias. */
  void updateAtRest(double errorX, double errorY, double errorZ) {
    addVariance(stepVariance);
    hp[0] = p[0];
    hp[1] = p[1];
    hp[2] = p[2];
    hp[3] = p[1];
    hp[4] = p[3];
    hp[5] = p[4];
    hp[6] = p[2];
    hp[7] = p[4];
    hp[8] = p[5];
    solveGain(
        p[0] + restVariance, p[1], p[2], p[3] + restVariance, p[4], p[5] + restVariance);
    correct(errorX, errorY, errorZ);
  }

  /** In motion, with H the low-passed rotation matrix of the orientation (row-major). */
  void updateInMotion(double[] h, double errorX, double errorY, double errorZ) {
    addVariance(stepVariance);
    for (int row = 0; row < 3; row++) {
      double h0 = h[3 * row];
      double h1 = h[3 * row + 1];
      double h2 = h[3 * row + 2];
      hp[3 * row] = h0 * p[0] + h1 * p[1] + h2 * p[2];
      hp[3 * row + 1] = h0 * p[1] + h1 * p[3] + h2 * p[4];
      hp[3 * row + 2] = h0 * p[2] + h1 * p[4] + h2 * p[5];
    }
    solveGain(
        dot(hp, 0, h, 0) + motionVariance,
        dot(hp, 0, h, 3),
        dot(hp, 0, h, 6),
        dot(hp, 3, h, 3) + motionVariance,
        dot(hp, 3, h, 6),
        dot(hp, 6, h, 6) + verticalVariance);
    correct(errorX, errorY, errorZ);
  }

  /** K = (HP)ᵀ S⁻¹ with S symmetric, by cofactors. */
  private void solveGain(double sxx, double sxy, double sxz, double syy, double syz, double szz) {
    double ixx = syy * szz - syz * syz;
    double ixy = sxz * syz - sxy * szz;
    double ixz = sxy * syz - sxz * syy;
    double scale = 1.0 / (sxx * ixx + sxy * ixy + sxz * ixz);
    double iyy = (sxx * szz - sxz * sxz) * scale;
    double iyz = (sxy * sxz - sxx * syz) * scale;
    double izz = (sxx * syy - sxy * sxy) * scale;
    ixx *= scale;
    ixy *= scale;
    ixz *= scale;
    for (int i = 0; i < 3; i++) {
      gain[3 * i] = hp[i] * ixx + hp[3 + i] * ixy + hp[6 + i] * ixz;
      gain[3 * i + 1] = hp[i] * ixy + hp[3 + i] * iyy + hp[6 + i] * iyz;
      gain[3 * i + 2] = hp[i] * ixz + hp[3 + i] * iyz + hp[6 + i] * izz;
    }
  }

  private void correct(double errorX, double errorY, double errorZ) {
    double clip = params.biasClipRadPerSec();
    double ex = clip(errorX, clip);
    double ey = clip(errorY, clip);
    double ez = clip(errorZ, clip);
    for (int i = 0; i < 3; i++) {
      bias[i] = clip(bias[i] + gain[3 * i] * ex + gain[3 * i + 1] * ey + gain[3 * i + 2] * ez, clip);
    }
    p[0] -= dot(gain, 0, hp, 0, 3);
    p[1] -= dot(gain, 0, hp, 1, 3);
    p[2] -= dot(gain, 0, hp, 2, 3);
    p[3] -= dot(gain, 3, hp, 1, 3);
    p[4] -= dot(gain, 3, hp, 2, 3);
    p[5] -= dot(gain, 6, hp, 2, 3);
  }

  private void addVariance(double variance) {
    for (int i = 0; i < 6; i += i == 0 ? 3 : 2) {
      if (p[i] < initialVariance) {
        p[i] += variance;
      }
    }
  }

  private double steadyStateVariance(double sigma) {
    double variance = square(sigma);
    return variance * variance / stepVariance + variance;
  }

  private static double dot(double[] a, int rowA, double[] b, int rowB) {
    return a[rowA] * b[rowB] + a[rowA + 1] * b[rowB + 1] + a[rowA + 2] * b[rowB + 2];
  }

  private static double dot(double[] a, int row, double[] b, int column, int stride) {
    return a[row] * b[column] + a[row + 1] * b[column + stride] + a[row + 2] * b[column + 2 * stride];
  }

  private static double clip(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  private static double square(double value) {
    return value * value;
  }
}

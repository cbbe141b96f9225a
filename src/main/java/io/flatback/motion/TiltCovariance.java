package io.flatback.motion;

import java.util.Arrays;

/**
 * Covariance of what {@link InclinationFilter} does not know, and the Kalman gains from it.
 *
 * <p>Errors, in this order: horizontal parts of the up-direction as it is thought to lie in the earth frame
 * (2, rad), horizontal velocity (2, m/s), bias of the gyroscope in the sensor frame (3, rad/s). An error of
 * the up-direction lets gravity leak into the velocity; an error of the bias turns the up-direction.
 */
final class TiltCovariance {
  static final int VELOCITY = 2;
  static final int BIAS = 4;
  private static final int N = 7;

  /** Row-major and symmetric. */
  private final double[] p = new double[N * N];

  private final double[] gain = new double[N];
  /** The square root of what a measurement takes away: as symmetric as what it is taken from. */
  private final double[] known = new double[N];

  void reset(double tiltVariance, double velocityVariance, double biasVariance) {
    Arrays.fill(p, 0.0);
    for (int i = 0; i < N; i++) {
      p[i * N + i] = i < VELOCITY ? tiltVariance : i < BIAS ? velocityVariance : biasVariance;
    }
  }

  /** Up comes from the mean acceleration over the last T seconds, through which a wrong bias has turned it by T/2. */
  void settle(double tiltVariance, double velocityVariance, double[] turnOfTilt) {
    for (int i = 0; i < BIAS; i++) {
      for (int j = 0; j < N; j++) {
        put(i, j, 0.0);
      }
      put(i, i, i < VELOCITY ? tiltVariance : velocityVariance);
    }
    addRows(turnOfTilt, 0.5);
    addColumns(turnOfTilt, 0.5);
  }

  /** What was known of the velocity is lost; of the tilt a little. */
  void doubt(double tiltVariance, double velocityVariance) {
    p[0] += tiltVariance;
    p[N + 1] += tiltVariance;
    for (int i = VELOCITY; i < BIAS; i++) {
      for (int j = 0; j < N; j++) {
        put(i, j, 0.0);
      }
      put(i, i, velocityVariance);
    }
  }

  /**
   * Time goes on.
   *
   * @param turnOfTilt ∫ of how the bias turns the tilt, 2 × 3, row-major, s
   * @param fallPerTilt ∫ of gravity, m/s
   */
  void predict(double[] turnOfTilt, double fallPerTilt) {
    for (int j = 0; j < N; j++) {
      p[2 * N + j] += fallPerTilt * p[j];
      p[3 * N + j] += fallPerTilt * p[N + j];
    }
    addRows(turnOfTilt, 1.0);
    for (int i = 0; i < N; i++) {
      p[i * N + 2] += fallPerTilt * p[i * N];
      p[i * N + 3] += fallPerTilt * p[i * N + 1];
    }
    addColumns(turnOfTilt, 1.0);
    mirror();
  }

  /** What lies above the diagonal counts. */
  private void mirror() {
    for (int i = 1; i < N; i++) {
      for (int j = 0; j < i; j++) {
        p[i * N + j] = p[j * N + i];
      }
    }
  }

  private void addRows(double[] m, double share) {
    for (int j = 0; j < N; j++) {
      double bx = share * p[4 * N + j];
      double by = share * p[5 * N + j];
      double bz = share * p[6 * N + j];
      p[j] += m[0] * bx + m[1] * by + m[2] * bz;
      p[N + j] += m[3] * bx + m[4] * by + m[5] * bz;
    }
  }

  private void addColumns(double[] m, double share) {
    for (int i = 0; i < N; i++) {
      double bx = share * p[i * N + 4];
      double by = share * p[i * N + 5];
      double bz = share * p[i * N + 6];
      p[i * N] += m[0] * bx + m[1] * by + m[2] * bz;
      p[i * N + 1] += m[3] * bx + m[4] * by + m[5] * bz;
    }
  }

  void addTilt(double variance) {
    p[0] += variance;
    p[N + 1] += variance;
  }

  /** Told from outside, whatever the tilt may be. */
  void knowBias(double variance) {
    for (int i = BIAS; i < N; i++) {
      for (int j = 0; j < N; j++) {
        put(i, j, 0.0);
      }
      put(i, i, variance);
    }
  }

  /** Bias wanders, but is never less known than at the start. */
  void addBias(double variance, double limit) {
    for (int i = BIAS; i < N; i++) {
      if (p[i * N + i] < limit) {
        p[i * N + i] += variance;
      }
    }
  }

  /** One state was measured, with this variance: works out the gains and what is still not known. */
  void measure(int state, double variance) {
    double root = 1.0 / Math.sqrt(p[state * N + state] + variance);
    for (int i = 0; i < N; i++) {
      known[i] = p[state * N + i] * root;
      gain[i] = known[i] * root;
    }
    for (int i = 0; i < N; i++) {
      double own = known[i];
      int row = i * N;
      for (int j = 0; j < N; j++) {
        p[row + j] -= own * known[j];
      }
    }
  }

  /** Of the latest measurement. */
  double gain(int state) {
    return gain[state];
  }

  double variance(int state) {
    return p[state * N + state];
  }

  /** Mean of both horizontal axes. */
  double tiltVariance() {
    return 0.5 * (p[0] + p[N + 1]);
  }

  /** Mean of the three axes. */
  double biasVariance() {
    return (p[4 * N + 4] + p[5 * N + 5] + p[6 * N + 6]) / 3.0;
  }

  private void put(int i, int j, double value) {
    p[i * N + j] = value;
    p[j * N + i] = value;
  }
}

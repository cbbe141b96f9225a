package io.flatback.motion;

/**
 * The angle of a direction in a plane, as {@link Math#atan2} tells it, to 1e-15 rad and several times as fast: for
 * what is asked of every sample or of every position of a look.
 *
 * <p>The angle of the nearest entry of a table, and what remains by three terms of its power series.
 */
final class ArcTangent {
  private static final int STEPS = 128;
  /** atan(i / STEPS). */
  private static final double[] TABLE_RAD = table();

  /** What lies beyond is left to the library. */
  private static final double LEAST_LENGTH = 1e-30;

  private static final double MOST_LENGTH = 1e30;
  private static final double QUARTER_RAD = 0.5 * Math.PI;

  private ArcTangent() {}

  private static double[] table() {
    double[] table = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      table[i] = Math.atan((double) i / STEPS);
    }
    return table;
  }

  /** @return from −π to π; NaN where either is NaN */
  static double of(double y, double x) {
    double up = Math.abs(y);
    double along = Math.abs(x);
    if (!(up + along > LEAST_LENGTH && up + along < MOST_LENGTH)) {
      return Math.atan2(y, x);
    }
    double rad = up <= along ? ofEighth(up, along) : QUARTER_RAD - ofEighth(along, up);
    double left = x < 0.0 ? Math.PI - rad : rad;
    return Math.copySign(left, y);
  }

  /** @param small at most {@code large} */
  private static double ofEighth(double small, double large) {
    int i = (int) (STEPS * ((float) small / (float) large) + 0.5f);
    double nearest = i * (1.0 / STEPS);
    double t = (small - nearest * large) / (large + nearest * small);
    double square = t * t;
    return TABLE_RAD[i] + t * (1.0 - square * (1.0 / 3.0 - square * (1.0 / 5.0)));
  }
}

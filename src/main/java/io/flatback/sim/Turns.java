package io.flatback.sim;

/**
 * Sine and cosine of whole turns from plain arithmetic: the same bits on every machine, as with StrictMath,
 * in less time. Taylor series to the 17th power over a quarter turn, error below 1e-12.
 */
final class Turns {
  private static final double TWO_PI = 2 * StrictMath.PI;

  private Turns() {}

  static double sin(double turns) {
    double t = turns - Math.rint(turns);
    double folded = Math.abs(t) > 0.25 ? Math.copySign(0.5, t) - t : t;
    double x = TWO_PI * folded;
    double q = x * x;
    double high = 1 - q * (1.0 / 110) * (1 - q * (1.0 / 156) * (1 - q * (1.0 / 210) * (1 - q * (1.0 / 272))));
    return x * (1 - q * (1.0 / 6) * (1 - q * (1.0 / 20) * (1 - q * (1.0 / 42) * (1 - q * (1.0 / 72) * high))));
  }

  static double cos(double turns) {
    return sin(turns + 0.25);
  }
}

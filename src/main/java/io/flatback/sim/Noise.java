package io.flatback.sim;

import java.util.SplittableRandom;

/** Random numbers that are the same on every machine: normal ones by Marsaglia's polar method. */
final class Noise {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  Noise(long seed) {
    this(new SplittableRandom(seed));
  }

  private Noise(SplittableRandom random) {
    this.random = random;
  }

  /** A source of its own, so that more draws here do not change what is drawn there. */
  Noise split() {
    return new Noise(random.split());
  }

  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  double gaussian() {
    if (!Double.isNaN(spare)) {
      double result = spare;
      spare = Double.NaN;
      return result;
    }
    double u;
    double v;
    double s;
    do {
      u = uniform(-1, 1);
      v = uniform(-1, 1);
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * scale;
    return u * scale;
  }

  /** Normal, but never further than 2.5 standard deviations: a lifter is not a lottery. */
  double human(double standardDeviation) {
    return standardDeviation * Math.max(-2.5, Math.min(2.5, gaussian()));
  }

  Vector3 gaussianVector(double standardDeviation) {
    return new Vector3(gaussian(), gaussian(), gaussian()).times(standardDeviation);
  }
}

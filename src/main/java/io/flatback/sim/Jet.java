package io.flatback.sim;

/**
 * A quantity at one moment together with its first and second time derivative, so that rates and
 * accelerations are exact and not differences of positions.
 */
record Jet(double value, double rate, double acceleration) {
  static final Jet ZERO = new Jet(0, 0, 0);

  /** amplitude · sin(2π (hertz · t + phase)). */
  static Jet sine(double amplitude, double hertz, double phaseTurns, double seconds) {
    double omega = 2 * StrictMath.PI * hertz;
    double sin = amplitude * Turns.sin(hertz * seconds + phaseTurns);
    double cos = amplitude * Turns.cos(hertz * seconds + phaseTurns);
    return new Jet(sin, omega * cos, -omega * omega * sin);
  }

  /**
   * A smooth pulse of height 1 over [0, duration], zero outside: (4x(1−x))⁴ with x = t / duration. Its
   * first three derivatives vanish at both ends.
   */
  static Jet pulse(double seconds, double durationSeconds) {
    if (seconds <= 0 || seconds >= durationSeconds) {
      return ZERO;
    }
    double x = seconds / durationSeconds;
    Jet g = new Jet(4 * x * (1 - x), (4 - 8 * x) / durationSeconds, -8 / (durationSeconds * durationSeconds));
    Jet squared = g.times(g);
    return squared.times(squared);
  }

  Jet plus(Jet other) {
    return new Jet(value + other.value, rate + other.rate, acceleration + other.acceleration);
  }

  Jet plus(double constant) {
    return new Jet(value + constant, rate, acceleration);
  }

  Jet minus(Jet other) {
    return new Jet(value - other.value, rate - other.rate, acceleration - other.acceleration);
  }

  Jet times(double factor) {
    return new Jet(factor * value, factor * rate, factor * acceleration);
  }

  Jet times(Jet other) {
    return new Jet(
        value * other.value,
        rate * other.value + value * other.rate,
        acceleration * other.value + 2 * rate * other.rate + value * other.acceleration);
  }
}

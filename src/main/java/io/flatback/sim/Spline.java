package io.flatback.sim;

import java.util.Arrays;

/**
 * A quantity over time, given by knots of value, rate and acceleration and joined by quintic polynomials:
 * twice continuously differentiable, and minimum-jerk between knots at rest (Flash and Hogan 1985). Before
 * the first and after the last knot it rests at their values.
 */
final class Spline {
  private final double[] times;
  private final double[] values;
  private final double[] rates;
  private final double[] accelerations;

  private Spline(Builder builder) {
    times = Arrays.copyOf(builder.times, builder.size);
    values = Arrays.copyOf(builder.values, builder.size);
    rates = Arrays.copyOf(builder.rates, builder.size);
    accelerations = Arrays.copyOf(builder.accelerations, builder.size);
  }

  Jet at(double seconds) {
    int last = times.length - 1;
    if (seconds < times[0]) {
      return new Jet(values[0], 0, 0);
    }
    if (seconds >= times[last]) {
      return new Jet(values[last], 0, 0);
    }
    int found = Arrays.binarySearch(times, seconds);
    return between(found >= 0 ? found : -found - 2, seconds);
  }

  private Jet between(int i, double seconds) {
    double h = times[i + 1] - times[i];
    double u = (seconds - times[i]) / h;
    double rise = values[i + 1] - values[i];
    double v0 = rates[i] * h;
    double v1 = rates[i + 1] * h;
    double a0 = accelerations[i] * h * h;
    double a1 = accelerations[i + 1] * h * h;
    double c3 = 10 * rise - 6 * v0 - 4 * v1 - 1.5 * a0 + 0.5 * a1;
    double c4 = -15 * rise + 8 * v0 + 7 * v1 + 1.5 * a0 - a1;
    double c5 = 6 * rise - 3 * v0 - 3 * v1 - 0.5 * a0 + 0.5 * a1;
    double value = values[i] + u * (v0 + u * (a0 / 2 + u * (c3 + u * (c4 + u * c5))));
    double rate = v0 + u * (a0 + u * (3 * c3 + u * (4 * c4 + u * 5 * c5)));
    double acceleration = a0 + u * (6 * c3 + u * (12 * c4 + u * 20 * c5));
    return new Jet(value, rate / h, acceleration / (h * h));
  }

  /** Takes knots in order of time. */
  static final class Builder {
    private double[] times = new double[16];
    private double[] values = new double[16];
    private double[] rates = new double[16];
    private double[] accelerations = new double[16];
    private int size;

    Builder(double value) {
      rest(0, value);
    }

    /** Begins on the way. */
    static Builder moving(double value, double rate) {
      Builder builder = new Builder(value);
      builder.rates[0] = rate;
      return builder;
    }

    Builder rest(double seconds, double value) {
      return knot(seconds, value, 0, 0);
    }

    /** Rests at the value it had until then. */
    Builder hold(double untilSeconds) {
      return rest(untilSeconds, values[size - 1]);
    }

    Builder knot(double seconds, double value, double rate, double acceleration) {
      if (size > 0 && seconds == times[size - 1] && value == values[size - 1] && rate == 0 && acceleration == 0) {
        return this;
      }
      if (size > 0 && seconds <= times[size - 1]) {
        throw new IllegalArgumentException("knot at " + seconds + " s does not follow the one at " + times[size - 1]);
      }
      grow();
      times[size] = seconds;
      values[size] = value;
      rates[size] = rate;
      accelerations[size] = acceleration;
      size++;
      return this;
    }

    double value() {
      return values[size - 1];
    }

    private void grow() {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        rates = Arrays.copyOf(rates, 2 * size);
        accelerations = Arrays.copyOf(accelerations, 2 * size);
      }
    }

    Spline build() {
      return new Spline(this);
    }
  }
}

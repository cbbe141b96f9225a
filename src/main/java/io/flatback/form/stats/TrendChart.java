package io.flatback.form.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Asks after every rep whether values have begun to rise, and since when. In: values by rising index. Out: the
 * likeliest ramp, a level that holds up to one rep and a straight rise from there on, with its size in standard errors.
 *
 * <p>It is a likelihood ratio over the rep at which the rise began: for each, least squares of a level and a slope
 * on all values so far, so that the error of the level is in it. Noise is a prior of so many degrees of freedom,
 * pooled with the scatter about the ramp itself, so that a wearer noisier than was known widens what the rise is
 * measured by. The newest two values must both lie at least half way up the ramp: a wild one alone is no rise. A
 * rise that began later than the first rep has a handicap, and so has one seen in only {@value #FEWEST} reps,
 * because chance has more ways to make them. Limits are found by simulation, not by tables of t.
 *
 * <p>Source: own; the likelihood ratio for a change point with a linear rise after Siegmund, Sequential Analysis
 * (1985), chapter 3. One instance per metric and set, one thread.
 */
public final class TrendChart {
  public static final int FEWEST = 4;
  /** Of a rise that began later than the first value, in standard errors. */
  static final double LATE_HANDICAP = 0.3;
  /** Of a rise seen in the fewest values, in standard errors. */
  static final double EARLY_HANDICAP = 0.3;
  /** How far up the ramp the newest two values must be. */
  private static final double HELD = 0.5;
  /** own: longer than any set; so that endless ones stay quick. */
  private static final int LONGEST_RISE = 60;
  /** Values that a rise must rest on. */
  private static final int RISING = 2;

  private final double sigma;
  private final double degreesOfFreedom;
  private int[] at = new int[16];
  private double[] values = new double[16];
  private int count;
  private double sum;
  private double sumOfSquares;

  /** @param degreesOfFreedom of {@code sigma}; infinite when it is known */
  public TrendChart(double sigma, double degreesOfFreedom) {
    if (!(sigma >= 0) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "sigma " + sigma + " with " + degreesOfFreedom + " degrees of freedom: expected one from 0 and some");
    }
    this.sigma = sigma;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /**
   * A rise.
   *
   * @param statistic in standard errors, less the handicaps: what is held against a limit
   * @param onset index of the last value before the rise
   * @param level fitted, up to the onset
   * @param change fitted, from the level to the newest value
   * @param standardError of the change
   * @param handicap that was taken off
   */
  public record Rise(
      double statistic, int onset, double level, double change, double standardError, double handicap) {

    /** The change at which the statistic would be at the limit, all else as it is. */
    public double changeAt(double limit) {
      return (limit + handicap) * standardError;
    }
  }

  public void add(int index, double value) {
    if (count > 0 && index <= at[count - 1]) {
      throw new IllegalArgumentException("index " + index + " after " + at[count - 1] + ": values come in order");
    }
    if (count == at.length) {
      at = Arrays.copyOf(at, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    at[count] = index;
    values[count++] = value;
    double fromFirst = value - values[0];
    sum += fromFirst;
    sumOfSquares += fromFirst * fromFirst;
  }

  /** The likeliest rise up to the newest value; empty while there are too few, or the newest two bear none out. */
  public Optional<Rise> rise() {
    if (count < FEWEST) {
      return Optional.empty();
    }
    Ramp ramp = new Ramp();
    double best = Double.NEGATIVE_INFINITY;
    int onset = -1;
    int earliest = Math.max(0, count - 1 - LONGEST_RISE);
    for (int i = count - 2; i >= earliest; i--) {
      ramp.beginAt(i);
      double statistic = i < count - RISING ? ramp.statistic() : best;
      if (statistic > best && ramp.holdsInTheNewestTwo()) {
        best = statistic;
        onset = at[i];
      }
    }
    return onset < 0 ? Optional.empty() : Optional.of(riseSince(onset));
  }

  /** What least squares finds for a rise that began at an index that was added, before the newest. */
  public Rise riseSince(int onset) {
    Ramp ramp = new Ramp();
    for (int i = count - 2; i >= 0 && at[i] >= onset; i--) {
      ramp.beginAt(i);
    }
    return ramp.rise();
  }

  /** Sums over a ramp that begins ever earlier: a step earlier raises all later reps by the step. */
  private final class Ramp {
    private int onset = count - 1;
    private int later;
    private double laterSum;
    private double rampSum;
    private double rampSquares;
    private double product;

    void beginAt(int earlier) {
      int step = at[onset] - at[earlier];
      later++;
      laterSum += values[onset] - values[0];
      product += step * laterSum;
      rampSquares += 2 * step * rampSum + (double) step * step * later;
      rampSum += (double) step * later;
      onset = earlier;
    }

    double slope() {
      return (product - rampSum * sum / count) / spread();
    }

    private double spread() {
      return rampSquares - rampSum * rampSum / count;
    }

    private double span() {
      return at[count - 1] - at[onset];
    }

    /** From the first value. */
    private double level() {
      return (sum - slope() * rampSum) / count;
    }

    double statistic() {
      double change = slope() * span();
      return (change == 0 ? 0 : change / error()) - handicap();
    }

    private double handicap() {
      return (onset > 0 ? LATE_HANDICAP : 0) + (count == FEWEST ? EARLY_HANDICAP : 0);
    }

    private double error() {
      double spread = spread();
      double around = Math.max(0, sumOfSquares - sum * sum / count - slope() * slope() * spread);
      double noise =
          Double.isInfinite(degreesOfFreedom)
              ? sigma
              : Math.sqrt((degreesOfFreedom * sigma * sigma + around) / (degreesOfFreedom + count - 2));
      return noise * span() / Math.sqrt(spread);
    }

    boolean holdsInTheNewestTwo() {
      return holdsIn(count - 1) && holdsIn(count - 2);
    }

    private boolean holdsIn(int i) {
      double up = slope() * (at[i] - at[onset]);
      return values[i] - values[0] - level() >= HELD * up;
    }

    Rise rise() {
      return new Rise(statistic(), at[onset], values[0] + level(), slope() * span(), error(), handicap());
    }
  }
}

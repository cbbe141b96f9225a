package io.flatback.evaluate.alarms;

import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** What is known of a wearer's scatter before a set, when it is truly 1. */
enum Knowledge {
  /** All. */
  KNOWN {
    @Override
    Prior draw(SplittableRandom random, RepNoise noise) {
      return new Prior(1, Double.POSITIVE_INFINITY);
    }
  },
  /** An estimate with 20 degrees of freedom and no bias. */
  TWENTY_DEGREES {
    @Override
    Prior draw(SplittableRandom random, RepNoise noise) {
      double squares = 0;
      for (int i = 0; i < LIMITS.historyDegreesOfFreedom(); i++) {
        double value = random.nextGaussian();
        squares += value * value;
      }
      return new Prior(Math.sqrt(squares / LIMITS.historyDegreesOfFreedom()), LIMITS.historyDegreesOfFreedom());
    }
  },
  /** 20 degrees of freedom as the product learns them: scatter about a line through earlier sets. */
  LEARNT {
    @Override
    Prior draw(SplittableRandom random, RepNoise noise) {
      double[] set = new double[LIMITS.historySetReps()];
      double squares = 0;
      int degrees = 0;
      while (degrees < LIMITS.historyDegreesOfFreedom()) {
        noise.fill(random, set);
        squares += aroundLine(set);
        degrees += set.length - 2;
      }
      return new Prior(Math.sqrt(squares / degrees), degrees);
    }
  },
  /** As learnt from so many sets that only the bias is left: correlated reps lie close to their own line. */
  LEARNT_LONG {
    @Override
    Prior draw(SplittableRandom random, RepNoise noise) {
      return new Prior(learntShare(LIMITS.historySetReps(), noise.autocorrelation()), MANY_DEGREES);
    }
  },
  /** Only what others are like, in a wearer as noisy as limits are still to hold for. */
  POPULATION {
    @Override
    Prior draw(SplittableRandom random, RepNoise noise) {
      return new Prior(1 / LIMITS.noisiestWearer(), LIMITS.populationDegreesOfFreedom());
    }
  };

  private static final ChartLimits LIMITS = Evidence.CATALOGUE.chartLimits();
  private static final double MANY_DEGREES = 1e6;

  /** A scatter and how much it counts. */
  record Prior(double sigma, double degreesOfFreedom) {}

  abstract Prior draw(SplittableRandom random, RepNoise noise);

  private static double aroundLine(double[] set) {
    double mean = 0;
    double product = 0;
    double squares = 0;
    double middle = (set.length - 1) / 2.0;
    double spread = 0;
    for (int i = 0; i < set.length; i++) {
      mean += set[i] / set.length;
      product += (i - middle) * set[i];
      squares += set[i] * set[i];
      spread += (i - middle) * (i - middle);
    }
    return squares - set.length * mean * mean - product * product / spread;
  }

  /** Expected root mean square about the own line, by the trace of what the line leaves of the covariance. */
  static double learntShare(int reps, double autocorrelation) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < reps; i++) {
      line.addData(i, 0);
    }
    double middle = (reps - 1) / 2.0;
    double trace = 0;
    for (int i = 0; i < reps; i++) {
      for (int j = 0; j < reps; j++) {
        double fitted = 1.0 / reps + (i - middle) * (j - middle) / line.getXSumSquares();
        trace += ((i == j ? 1 : 0) - fitted) * Math.pow(autocorrelation, Math.abs(i - j));
      }
    }
    return Math.sqrt(trace / (reps - 2));
  }
}

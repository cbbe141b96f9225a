package io.flatback.form.summary;

import io.flatback.form.summary.PatternFinding.Kind;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * One way in which posture may change over the sets of a session: a common level, and for each shape an unknown amount
 * of it. Every set has an offset of its own besides, for nobody stands twice alike; it and the amounts are normal, so
 * the evidence is exact (Bayesian linear regression, the set offsets summed out by Sherman and Morrison).
 *
 * @param prior weight before the sets are seen
 */
record ChangeModel(double prior, List<Part> parts) {
  /** The level may be anywhere; the same in every model, so that it cancels. */
  private static final double LEVEL_VARIANCE = 1e4;

  /** One kind of change, in one of its shapes. */
  record Part(Kind kind, Shape shape) {}

  /** How much of its whole amount a rep shows, 0 to 1. */
  interface Shape {
    double at(SetSeries set, int rep);
  }

  /**
   * @param logEvidence up to a term that is the same for every model of the same sets
   * @param amounts posterior means, in standard deviations
   */
  record Fit(ChangeModel model, double logEvidence, List<Double> amounts) {
    Fit {
      amounts = List.copyOf(amounts);
    }

    /** The kind of change that matters: none where all are smaller, none to be named where several matter. */
    Kind told(double leastSigmas) {
      Kind told = Kind.NO_CHANGE;
      for (int i = 0; i < amounts.size(); i++) {
        if (Math.abs(amounts.get(i)) >= leastSigmas) {
          told = told == Kind.NO_CHANGE && amounts.get(i) > 0 ? model.parts().get(i).kind() : Kind.NOT_ENOUGH;
        }
      }
      return told;
    }

    double largestAmount() {
      return amounts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }

  /**
   * @param offsetVariance of a set's own offset, in variances from rep to rep
   * @param amountVariance of a shape's whole amount, likewise
   */
  Fit fit(List<SetSeries> sets, double offsetVariance, double amountVariance) {
    int size = parts.size() + 1;
    RealMatrix precision = new Array2DRowRealMatrix(size, size);
    precision.setEntry(0, 0, 1 / LEVEL_VARIANCE);
    double logPrior = 0;
    for (int i = 1; i < size; i++) {
      precision.setEntry(i, i, 1 / amountVariance);
      logPrior -= Math.log(amountVariance);
    }
    RealVector weighted = new ArrayRealVector(size);
    double level = sets.getFirst().value(0);
    for (SetSeries set : sets) {
      add(set, level, offsetVariance, precision, weighted);
    }
    CholeskyDecomposition cholesky = new CholeskyDecomposition(precision);
    RealVector mean = cholesky.getSolver().solve(weighted);
    double log = Math.log(prior) + .5 * (weighted.dotProduct(mean) + logPrior - Math.log(cholesky.getDeterminant()));
    return new Fit(this, log, Arrays.stream(mean.getSubVector(1, size - 1).toArray()).boxed().toList());
  }

  private void add(SetSeries set, double level, double offsetVariance, RealMatrix precision, RealVector weighted) {
    int size = parts.size() + 1;
    double shared = offsetVariance / (1 + set.size() * offsetVariance);
    double[] sums = new double[size];
    double total = 0;
    for (int rep = 0; rep < set.size(); rep++) {
      double[] row = row(set, rep);
      double value = set.value(rep) - level;
      total += value;
      for (int i = 0; i < size; i++) {
        sums[i] += row[i];
        weighted.addToEntry(i, row[i] * value);
        for (int j = 0; j < size; j++) {
          precision.addToEntry(i, j, row[i] * row[j]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      weighted.addToEntry(i, -shared * sums[i] * total);
      for (int j = 0; j < size; j++) {
        precision.addToEntry(i, j, -shared * sums[i] * sums[j]);
      }
    }
  }

  private double[] row(SetSeries set, int rep) {
    double[] row = new double[parts.size() + 1];
    row[0] = 1;
    for (int i = 0; i < parts.size(); i++) {
      row[i + 1] = parts.get(i).shape().at(set, rep);
    }
    return row;
  }
}

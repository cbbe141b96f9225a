package io.flatback.evaluate;

import java.util.Arrays;
import java.util.List;

/** Sizes of errors, unsigned, in the unit that the owner names. */
record Errors(List<Double> sizes) {
  static final Errors NONE = new Errors(List.of());

  Errors {
    sizes = List.copyOf(sizes);
  }

  int count() {
    return sizes.size();
  }

  boolean isEmpty() {
    return sizes.isEmpty();
  }

  /** NaN of none. */
  double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** That which 95 of 100 do not exceed; NaN of none. */
  double percentile95() {
    double[] sorted = sorted();
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  double worst() {
    return sizes.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  private double[] sorted() {
    double[] sorted = sizes.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  static Errors together(List<Errors> parts) {
    return new Errors(parts.stream().flatMap(part -> part.sizes.stream()).toList());
  }
}

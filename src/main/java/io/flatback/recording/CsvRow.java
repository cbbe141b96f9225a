package io.flatback.recording;

import java.util.Arrays;

/** The numbers of one line; reused from row to row. NaN stands for whatever is not there. */
final class CsvRow {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The time, then per sensor acceleration in g and rate in °/s. */
  final double[] numbers;

  CsvRow(int sensors) {
    numbers = new double[1 + sensors * CsvHeader.NUMBERS_PER_SENSOR];
  }

  void clear() {
    Arrays.fill(numbers, Double.NaN);
  }

  boolean hasTime() {
    return !Double.isNaN(numbers[0]);
  }

  long timeNanos() {
    return Math.round(numbers[0] * NANOS_PER_SECOND);
  }
}

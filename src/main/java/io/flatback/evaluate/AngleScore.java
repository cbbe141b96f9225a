package io.flatback.evaluate;

import java.util.List;

/**
 * Error of an angle against truth.
 *
 * @param squares sum of the squared errors in degrees
 * @param worstDeg largest
 * @param samples how many it rests on
 * @param peaksDeg error of each rep's peak
 */
record AngleScore(double squares, double worstDeg, long samples, Errors peaksDeg) {
  static final AngleScore NONE = new AngleScore(0, 0, 0, Errors.NONE);

  double rmseDeg() {
    return samples == 0 ? Double.NaN : Math.sqrt(squares / samples);
  }

  boolean isEmpty() {
    return samples == 0;
  }

  static AngleScore together(List<AngleScore> parts) {
    return new AngleScore(
        parts.stream().mapToDouble(AngleScore::squares).sum(),
        parts.stream().mapToDouble(AngleScore::worstDeg).max().orElse(0),
        parts.stream().mapToLong(AngleScore::samples).sum(),
        Errors.together(parts.stream().map(AngleScore::peaksDeg).toList()));
  }

  /** Gathers errors one by one. */
  static final class Sum {
    private double squares;
    private double worst;
    private long count;

    void add(double errorDeg) {
      if (!Double.isNaN(errorDeg)) {
        squares += errorDeg * errorDeg;
        worst = Math.max(worst, Math.abs(errorDeg));
        count++;
      }
    }

    AngleScore score(Errors peaksDeg) {
      return new AngleScore(squares, worst, count, peaksDeg);
    }
  }
}

package io.flatback.evaluate;

/**
 * Error of an angle against truth.
 *
 * @param rmseDeg root mean square
 * @param worstDeg largest
 * @param samples how many it rests on
 */
record AngleScore(double rmseDeg, double worstDeg, long samples) {

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

    AngleScore score() {
      return new AngleScore(count == 0 ? Double.NaN : Math.sqrt(squares / count), worst, count);
    }
  }
}

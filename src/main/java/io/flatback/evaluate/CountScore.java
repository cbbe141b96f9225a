package io.flatback.evaluate;

/**
 * Reps found against reps that were.
 *
 * @param found how many were counted
 * @param matched how many of them lie where a true rep's bottom lies, one to one
 * @param expected how many there were
 */
record CountScore(int found, int matched, int expected) {
  static final CountScore NONE = new CountScore(0, 0, 0);

  /** Where only the number is known, as many match as there can be. */
  static CountScore of(Matching matching, TrueReps truth) {
    int expected = truth.count().orElse(truth.reps().size());
    int matched = truth.reps().isEmpty() ? Math.min(matching.found(), expected) : matching.pairs().size();
    return new CountScore(matching.found(), matched, expected);
  }

  boolean isExact() {
    return found == expected && matched == expected;
  }

  /** Of what was counted, how much was a rep. */
  double precision() {
    return found == 0 ? 1.0 : (double) matched / found;
  }

  /** Of what was a rep, how much was counted. */
  double recall() {
    return expected == 0 ? 1.0 : (double) matched / expected;
  }

  double f1() {
    return found + expected == 0 ? 1.0 : 2.0 * matched / (found + expected);
  }

  CountScore plus(CountScore other) {
    return new CountScore(found + other.found, matched + other.matched, expected + other.expected);
  }
}

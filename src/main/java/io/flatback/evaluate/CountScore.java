package io.flatback.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reps found against reps that were.
 *
 * @param found how many were counted
 * @param matched how many of them lie where a true rep's bottom lies, one to one
 * @param expected how many there were
 */
record CountScore(int found, int matched, int expected) {

  static CountScore of(List<Double> bottomsSeconds, TrueReps truth) {
    int expected = truth.count().orElse(truth.reps().size());
    if (truth.reps().isEmpty()) {
      return new CountScore(bottomsSeconds.size(), Math.min(bottomsSeconds.size(), expected), expected);
    }
    List<TrueReps.TrueRep> open = new ArrayList<>(truth.reps());
    int matched = 0;
    for (double bottom : bottomsSeconds) {
      TrueReps.TrueRep hit = null;
      for (TrueReps.TrueRep rep : open) {
        if (hit == null && bottom >= rep.bottomFromSeconds() && bottom <= rep.bottomToSeconds()) {
          hit = rep;
        }
      }
      if (hit != null) {
        open.remove(hit);
        matched++;
      }
    }
    return new CountScore(bottomsSeconds.size(), matched, expected);
  }

  boolean isExact() {
    return found == expected && matched == expected;
  }

  double f1() {
    return found + expected == 0 ? 1.0 : 2.0 * matched / (found + expected);
  }

  CountScore plus(CountScore other) {
    return new CountScore(found + other.found, matched + other.matched, expected + other.expected);
  }
}

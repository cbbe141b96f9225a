package io.flatback.evaluate;

import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.List;

/**
 * Which found rep is which true one: one to one, in order of time, by where the bottom lies.
 *
 * @param found how many reps were found in all
 */
record Matching(int found, List<Pair> pairs) {

  record Pair(Rep found, TrueRep truth) {}

  Matching {
    pairs = List.copyOf(pairs);
  }

  static Matching of(List<Rep> found, List<TrueRep> truth) {
    List<TrueRep> open = new ArrayList<>(truth);
    List<Pair> pairs = new ArrayList<>();
    for (Rep rep : found) {
      for (TrueRep candidate : open) {
        if (candidate.bottom().holds(RepMoment.BOTTOM.seconds(rep))) {
          pairs.add(new Pair(rep, candidate));
          open.remove(candidate);
          break;
        }
      }
    }
    return new Matching(found.size(), pairs);
  }
}

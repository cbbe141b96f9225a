package io.flatback.report;

import java.util.stream.Collectors;

/** What a set came to, in one sentence. */
final class SetSentence {
  private SetSentence() {}

  static String of(SetReport set, boolean followsBack) {
    if (set.reps().isEmpty()) {
      return "No rep was counted.";
    }
    if (!followsBack) {
      return "Not judged: the sensor did not follow your back.";
    }
    if (!set.isJudged()) {
      return "Not judged: too few reps with a clean signal to compare with each other.";
    }
    return set.departures().isEmpty() ? held(set) : left(set);
  }

  private static String left(SetReport set) {
    return set.departures().stream()
        .map(departure -> reps(departure) + ": " + ChangeSentence.of(departure))
        .collect(Collectors.joining(". ", "", "."));
  }

  /** {@code From rep 4 on}, {@code Reps 4 to 6}, {@code Rep 4}. */
  static String reps(Departure departure) {
    if (departure.firstRep() == departure.lastRep()) {
      return "Rep " + departure.firstRep();
    }
    return departure.toTheEnd()
        ? "From rep " + departure.firstRep() + " on"
        : "Reps " + departure.firstRep() + " to " + departure.lastRep();
  }

  private static String held(SetReport set) {
    int unsure = set.count(RepState.UNSURE);
    String rest = unsure == 0 ? "." : "; " + Figures.count(unsure, "rep", "reps") + " could not be judged.";
    return judgedPart(set.postureJudged(), set.tempoJudged()) + " held" + rest;
  }

  /** What may be spoken of: both together are form. */
  static String judgedPart(boolean posture, boolean tempo) {
    if (posture && tempo) {
      return "Form";
    }
    return posture ? "Posture" : "Tempo";
  }
}

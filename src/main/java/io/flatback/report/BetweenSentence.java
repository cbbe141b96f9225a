package io.flatback.report;

/** A later set against the first, in words. */
final class BetweenSentence {
  static final String CAVEAT =
      "Means over clean reps. The \u00b1 holds the scatter from rep to rep; how you stood between sets is not in it.";

  private BetweenSentence() {}

  static String of(BetweenSets comparison) {
    MetricView view = MetricView.of(comparison.metric());
    String plusMinus =
        comparison.plusMinus().isPresent()
            ? " " + view.plusMinus(comparison.plusMinus().getAsDouble())
            : " (\u00b1 not known)";
    return view.name() + ", set " + comparison.toSet() + " against set " + comparison.fromSet() + ": "
        + view.change(comparison.change()) + plusMinus + verdict(comparison) + load(comparison) + ".";
  }

  private static String verdict(BetweenSets comparison) {
    if (comparison.plusMinus().isEmpty()) {
      return "";
    }
    return comparison.beyondNoise() ? "" : ", inside what chance explains";
  }

  private static String load(BetweenSets comparison) {
    if (comparison.loadDiffers() == null) {
      return "; load not known";
    }
    return comparison.loadDiffers() ? "; at a different load, which alone changes posture" : "";
  }
}

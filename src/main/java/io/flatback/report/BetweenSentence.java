package io.flatback.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A later set against the first, in words. */
final class BetweenSentence {
  static final String CAVEAT =
      "Means over clean reps. The \u00b1 holds the scatter from rep to rep; how you stood between sets is not in it.";

  private BetweenSentence() {}

  /** Everything that is said of sets against each other. */
  static List<String> all(ReportModel model) {
    List<String> lines = new ArrayList<>();
    model.betweenSets().forEach(one -> lines.add(of(one)));
    model.acrossSets().forEach(one -> lines.add(of(one)));
    return lines;
  }

  static String of(BetweenSets comparison) {
    MetricView view = MetricView.of(comparison.metric());
    String plusMinus =
        comparison.plusMinus().isPresent()
            ? " " + view.plusMinus(comparison.plusMinus().getAsDouble())
            : " (\u00b1 not known)";
    return view.name() + ", set " + comparison.toSet().index() + " against set " + comparison.fromSet().index() + ": "
        + view.change(comparison.change()) + plusMinus + verdict(comparison) + load(comparison) + ".";
  }

  private static String verdict(BetweenSets comparison) {
    if (comparison.plusMinus().isEmpty()) {
      return "";
    }
    return comparison.beyondNoise() ? "" : ", inside what chance explains";
  }

  private static String load(BetweenSets comparison) {
    return switch (comparison.loads()) {
      case SAME -> "";
      case UNKNOWN -> "; load not known";
      case DIFFERENT ->
          "; at " + SetTitle.load(comparison.toSet()) + " instead of " + SetTitle.load(comparison.fromSet())
              + ", which alone changes posture and tempo";
    };
  }

  /** A trend over sets, as an effect beside its noise. */
  static String of(AcrossSets trend) {
    MetricView view = MetricView.of(trend.metric());
    String plusMinus =
        trend.plusMinus().isPresent() ? " " + view.plusMinus(trend.plusMinus().getAsDouble()) : " (\u00b1 not known)";
    String verdict =
        trend.plusMinus().isEmpty() || trend.beyondNoise() ? "" : ", inside what chance explains";
    return view.name() + " over sets " + numbers(trend) + " at one load: " + view.change(trend.slopePerSet())
        + " a set, " + view.change(trend.total()) + plusMinus + " in all" + verdict
        + ". So few sets are not tested for a trend.";
  }

  private static String numbers(AcrossSets trend) {
    return trend.sets().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}

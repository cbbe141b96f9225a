package io.flatback.report;

import io.flatback.form.compare.AscentPoint;
import io.flatback.form.compare.DaysApart;
import io.flatback.form.compare.MetricShift;
import io.flatback.form.compare.Shift;
import io.flatback.lift.Metric;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.SetComparison;
import io.flatback.session.compare.SetComparison.Compared;
import io.flatback.session.compare.SetComparison.NotCompared;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A set against the same set last time, in words. */
final class SinceWords {
  static final String CAVEAT =
      "Changes of posture of less than " + Figures.plain(DaysApart.LOW_DEG, 0) + "\u00b0 between days are not told"
          + " apart: how you stood and where the sensor sat change as much. From "
          + Figures.plain(DaysApart.HIGH_DEG, 0) + "\u00b0 on they are. Times of the pull are compared at the same load only.";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private SinceWords() {}

  static String day(@Nullable Instant at) {
    return at == null ? "an unknown day" : DAY.format(at);
  }

  static String of(SetComparison comparison) {
    String sets =
        name(comparison.to().set()) + " against " + name(comparison.from().set()).toLowerCase(Locale.ROOT) + " of "
            + day(comparison.from().startedAt()) + " (" + reps(comparison) + "): ";
    return sets
        + switch (comparison) {
          case Compared compared -> compared(compared);
          case NotCompared not -> "n" + ComparisonWords.sentence(not).substring(1);
        };
  }

  private static String name(WorkSet set) {
    return SetTitle.brief(set).replace(" \u00b7 ", ", ");
  }

  private static String reps(SetComparison comparison) {
    int now = comparison.to().set().reps().size();
    return Figures.count(now, "rep", "reps") + ", then " + comparison.from().set().reps().size();
  }

  private static String compared(Compared compared) {
    List<Shift> postures = new ArrayList<>();
    List<String> told = new ArrayList<>();
    compared.inclination().points().stream()
        .filter(point -> point.point() == AscentPoint.ONSET)
        .forEach(
            point -> {
              postures.add(point.inclination());
              told.add("back angle at the start " + ComparisonWords.shift(point.inclination()));
            });
    postures.add(compared.inclination().range());
    told.add("range " + ComparisonWords.shift(compared.inclination().range()));
    return String.join(", ", told) + " (" + verdict(postures, compared) + ")" + tempo(compared) + ".";
  }

  /** Of the largest: held against the scatter, and between days also against what days differ by. */
  private static String verdict(List<Shift> postures, Compared compared) {
    List<Shift> beyond = postures.stream().filter(Shift::isBeyondNoise).toList();
    if (beyond.isEmpty()) {
      return "inside what chance explains";
    }
    double largest = beyond.stream().mapToDouble(shift -> Math.abs(shift.change())).max().orElseThrow();
    if (!compared.apart().mayBeOtherDay()) {
      return "more than chance explains";
    }
    return switch (DaysApart.of(largest)) {
      case NOT_TOLD_APART -> "days are not told apart by that";
      case IN_BETWEEN -> "days are hardly told apart by that";
      case TOLD_APART -> "more than days differ by";
    };
  }

  private static String tempo(Compared compared) {
    return switch (compared.loads()) {
      case SAME -> compared.metrics().stream()
          .filter(metric -> metric.metric() == Metric.CONCENTRIC_DURATION_S)
          .map(SinceWords::pull)
          .findFirst()
          .orElse("");
      case DIFFERENT -> "; the load differs, which alone changes posture and tempo";
      case UNKNOWN -> "; load not known";
    };
  }

  private static String pull(MetricShift metric) {
    MetricView view = MetricView.of(metric.metric());
    Shift shift = metric.shift();
    return "; time of a pull " + view.change(shift.change()) + " " + view.plusMinus(shift.plusMinus())
        + (shift.isBeyondNoise() ? " (more than chance explains)" : " (inside what chance explains)");
  }
}

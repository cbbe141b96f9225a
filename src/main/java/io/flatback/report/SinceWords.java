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
          + " apart: how you stood and where the sensor sat change as much. From " + Figures.plain(DaysApart.HIGH_DEG, 0)
          + "\u00b0 on they are. Times of the pull are compared at the same load only.";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private SinceWords() {}

  static String day(@Nullable Instant at) {
    return at == null ? "an unknown day" : DAY.format(at);
  }

  static String of(SetComparison comparison) {
    String sets =
        name(comparison.to().set()) + " against " + name(comparison.from().set()).toLowerCase(Locale.ROOT) + " of "
            + day(comparison.from().startedAt()) + ": ";
    return sets
        + switch (comparison) {
          case Compared compared -> compared(compared);
          case NotCompared not -> "n" + ComparisonWords.sentence(not).substring(1);
        };
  }

  private static String name(WorkSet set) {
    return SetTitle.brief(set).replace(" \u00b7 ", ", ");
  }

  private static String compared(Compared compared) {
    List<String> parts = new ArrayList<>();
    parts.add(reps(compared.from().set(), compared.to().set()));
    compared.inclination().points().stream()
        .filter(point -> point.point() == AscentPoint.ONSET)
        .findFirst()
        .ifPresent(point -> parts.add("back angle at the start of the pull " + posture(point.inclination(), compared)));
    parts.add("range " + posture(compared.inclination().range(), compared));
    switch (compared.loads()) {
      case SAME -> pull(compared, parts);
      case DIFFERENT -> parts.add("the load differs, so tempo is not compared");
      case UNKNOWN -> parts.add("the load is not known, so tempo is not compared");
    }
    return String.join("; ", parts) + ".";
  }

  private static String reps(WorkSet from, WorkSet to) {
    return Figures.count(to.reps().size(), "rep", "reps") + " after " + from.reps().size();
  }

  /** A change within a day is held against the scatter, between days also against what days differ by. */
  private static String posture(Shift shift, Compared compared) {
    String verdict = "";
    if (!shift.isBeyondNoise()) {
      verdict = " (inside what chance explains)";
    } else if (compared.apart().mayBeOtherDay() && DaysApart.of(shift.change()) != DaysApart.TOLD_APART) {
      verdict = " (not told apart between days)";
    }
    return ComparisonWords.shift(shift) + verdict;
  }

  private static void pull(Compared compared, List<String> parts) {
    for (MetricShift metric : compared.metrics()) {
      if (metric.metric() == Metric.CONCENTRIC_DURATION_S) {
        MetricView view = MetricView.of(metric.metric());
        Shift shift = metric.shift();
        parts.add(
            "time of a pull " + view.change(shift.change()) + " " + view.plusMinus(shift.plusMinus())
                + (shift.isBeyondNoise() ? "" : " (inside what chance explains)"));
      }
    }
  }
}

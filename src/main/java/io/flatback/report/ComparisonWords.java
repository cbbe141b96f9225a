package io.flatback.report;

import io.flatback.form.compare.AscentPoint;
import io.flatback.form.compare.DaysApart;
import io.flatback.form.compare.Shift;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.session.compare.ComparedSet;
import io.flatback.session.compare.SetComparison;
import io.flatback.session.compare.SetComparison.Compared;
import io.flatback.session.compare.SetComparison.NotCompared;
import java.util.ArrayList;
import java.util.List;

/** Two sets against each other, in words. */
final class ComparisonWords {
  static final String CAVEAT =
      "Reps are compared at the same share of the way up, from the start of the pull to lockout. Each \u00b1 is half of"
          + " a 95 % interval for that line alone; it allows for reps that follow each other being alike. The range is"
          + " told within each rep, so it does not matter where your standing was taken to be. One sensor can't tell"
          + " a deeper hinge from a change within the lower back.";

  private ComparisonWords() {}

  static String without(ComparedRecord record) {
    return record.name() + ": "
        + (record.result().mounting().followsBack()
            ? "no reps were counted, so there is nothing to compare."
            : "the sensor did not follow the back, so nothing of it is compared.");
  }

  static String title(ComparedSet set) {
    return set.record().isBlank() ? "set " + set.set().index() : set.record() + ", set " + set.set().index();
  }

  static String heading(SetComparison comparison) {
    return title(comparison.to()) + " against " + title(comparison.from());
  }

  /** The one sentence. */
  static String sentence(SetComparison comparison) {
    return switch (comparison) {
      case Compared compared -> "Range of inclination shifted by " + shift(compared.inclination().range()) + ".";
      case NotCompared not -> "Not compared: " + reason(not) + ".";
    };
  }

  static String shift(Shift shift) {
    return Figures.signed(shift.change(), 1) + "\u00b0 \u00b1 " + Figures.fixed(shift.plusMinus(), 1) + "\u00b0";
  }

  static String meanAndScatter(Shift shift) {
    return "Mean " + degrees(shift.from().mean()) + " before and " + degrees(shift.to().mean())
        + " now; from rep to rep it scatters by " + degrees(shift.from().sigma()) + " and "
        + degrees(shift.to().sigma())
        + " (" + shift.from().reps() + " and " + shift.to().reps() + " clean reps).";
  }

  static String degrees(double value) {
    return Figures.fixed(value, 1) + "\u00b0";
  }

  static String point(AscentPoint point) {
    return switch (point) {
      case ONSET -> "Start of the pull";
      case AT_20, AT_40, AT_60, AT_80 -> Math.round(point.phase() * 100) + " % of the pull";
      case LOCKOUT -> "Lockout";
    };
  }

  /** What the number means, and what it does not. */
  static List<String> meaning(Compared compared) {
    List<String> lines = new ArrayList<>();
    Shift range = compared.inclination().range();
    lines.add(
        range.isBeyondNoise()
            ? "That is more than the scatter from rep to rep explains."
            : "That is inside what the scatter from rep to rep explains.");
    apart(compared).forEach(lines::add);
    load(compared).forEach(lines::add);
    if (!compared.from().set().exercise().equals(compared.to().set().exercise())) {
      lines.add(
          "The exercise was guessed, as " + exercise(compared.from().set()) + " and as "
              + exercise(compared.to().set()) + ": sets of different exercises differ by themselves.");
    }
    return lines;
  }

  private static List<String> apart(Compared compared) {
    double change = compared.inclination().range().change();
    return switch (compared.apart()) {
      case SAME_RECORD -> List.of();
      case SAME_DAY ->
          List.of(
              "Both are from one day. If the sensor was put on again in between, at another height of the back, that"
                  + " is not in the \u00b1.");
      case OTHER_DAY -> List.of(daysApart(change));
      case UNKNOWN -> List.of("The records do not both say when they were made. " + daysApart(change));
    };
  }

  /** With what it means for a change. */
  static String daysApart(double changeDeg) {
    String told =
        "Between days, changes of less than " + Figures.plain(DaysApart.LOW_DEG, 0) + "\u00b0 are not told apart; from "
            + Figures.plain(DaysApart.HIGH_DEG, 0) + "\u00b0 on they are. ";
    return told
        + switch (DaysApart.of(changeDeg)) {
          case NOT_TOLD_APART -> "This one is not.";
          case IN_BETWEEN -> "This one is in between.";
          case TOLD_APART -> "This one is larger than that.";
        };
  }

  private static List<String> load(Compared compared) {
    return switch (compared.loads()) {
      case SAME -> List.of();
      case DIFFERENT ->
          List.of(
              "The load changed from " + kilograms(compared.from().set()) + " to " + kilograms(compared.to().set())
                  + ", which alone changes posture and tempo: it is no sign of fatigue.");
      case UNKNOWN -> List.of("The load of at least one is not known, and a different load alone changes posture.");
    };
  }

  private static String kilograms(WorkSet set) {
    double kg = set.loadKg() == null ? Double.NaN : set.loadKg();
    return Figures.fixed(kg, kg == Math.rint(kg) ? 0 : 1) + " kg";
  }

  private static String exercise(WorkSet set) {
    return SetTitle.exercise(set.exercise());
  }

  private static String reason(NotCompared not) {
    return switch (not.reason()) {
      case LOOSE -> "in one of them the sensor did not follow the back";
      case MOUNTING_UNSURE -> "in one of them it is not known how the sensor was worn";
      case OTHER_EXERCISE ->
          "one is of " + exercise(not.from().set()) + ", the other of " + exercise(not.to().set());
      case OTHER_PLACEMENT -> "the sensors were worn at different places";
      case TOO_FEW_REPS ->
          "each needs at least " + Shift.FEWEST_REPS
              + " clean reps with a range of inclination";
    };
  }
}

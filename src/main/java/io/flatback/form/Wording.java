package io.flatback.form;

import io.flatback.lift.Metric;
import io.flatback.lift.RepWords;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Warnings in one sentence, second person, numbers with their units. With one sensor nothing is said of
 * the spine alone.
 *
 * @param words that fit the exercise
 */
record Wording(RepWords words) {
  private static final String PROXY = ", an inclination change: one sensor cannot tell hinge from spine";

  /**
   * A watch of one metric.
   *
   * @param onset last rep before the rise
   * @param change fitted from there to {@code rep}
   */
  String ofRise(Metric metric, int onset, int rep, double change) {
    return "Since rep " + onset + " " + grown(metric) + " (about " + amount(metric, change) + " at rep " + rep
        + also(metric) + ").";
  }

  /** A watch of several metrics that rose together; the one that did most stands first. */
  String ofRises(int onset, int rep, List<Combined.Part> parts) {
    boolean spineSeen = parts.stream().anyMatch(part -> part.metric() == Metric.LUMBAR_FLEXION_AT_ONSET_DEG);
    String all =
        parts.stream()
            .map(
                part ->
                    shortly(part.metric()) + " (about " + amount(part.metric(), part.change())
                        + (spineSeen ? "" : also(part.metric())) + ")")
            .collect(Collectors.joining(", "));
    return "Since rep " + onset + ", together: " + all + " at rep " + rep + ".";
  }

  private String grown(Metric metric) {
    return switch (metric) {
      case VELOCITY_LOSS_BY_DURATION_RATIO -> "your " + words.reps() + " took longer";
      case INCLINATION_AT_ONSET_DEG -> "your back leant further forward" + atTheStart();
      case LUMBAR_FLEXION_AT_ONSET_DEG -> "your lower back bent further" + atTheStart();
      default -> throw new IllegalArgumentException(metric.key() + " informs and never alarms");
    };
  }

  private String shortly(Metric metric) {
    return grown(metric).replace(atTheStart(), "");
  }

  private String atTheStart() {
    return " at the start of the " + words.ascent();
  }

  private static String also(Metric metric) {
    return metric == Metric.INCLINATION_AT_ONSET_DEG ? PROXY : "";
  }

  private static String amount(Metric metric, double change) {
    return metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO ? longerPercent(change) + " %" : Math.round(change) + "°";
  }

  /**
   * A warning.
   *
   * @param reference indices of the reps that the two are compared with, where that is their mean
   */
  String ofTwo(
      Metric metric, AlarmChart.JudgedRep before, AlarmChart.JudgedRep now, List<Integer> reference) {
    String reps = before.rep() + " and " + now.rep();
    return switch (metric) {
      case VELOCITY_LOSS_BY_DURATION_RATIO ->
          "Reps " + reps + " took " + both(longerPercent(before.change()), longerPercent(now.change()), " %")
              + " longer than your fastest early rep: consider ending the set.";
      case LUMBAR_FLEXION_AT_ONSET_DEG ->
          "At the start of the " + words.ascent() + " your lower back was bent "
              + both(Math.round(before.change()), Math.round(now.change()), "°") + " further in reps " + reps
              + " than in "
              + named(reference) + ": consider ending the set.";
      default -> throw new IllegalArgumentException(metric.key() + " never warns");
    };
  }

  /** A loss of velocity told as the longer duration that it was measured by. */
  private static long longerPercent(double loss) {
    return Math.round(100 * (1 / (1 - loss) - 1));
  }

  private static String both(long before, long now, String unit) {
    return before == now ? now + unit : before + unit + " and " + now + unit;
  }

  private static String named(List<Integer> reps) {
    int count = reps.size();
    if (reps.equals(IntStream.rangeClosed(1, count).boxed().toList())) {
      return "your first " + (count == 2 ? "two" : count == 3 ? "three" : count) + " reps";
    }
    List<String> all = reps.stream().map(String::valueOf).toList();
    return "reps " + String.join(", ", all.subList(0, count - 1)) + " and " + all.getLast();
  }
}

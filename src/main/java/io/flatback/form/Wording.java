package io.flatback.form;

import io.flatback.lift.Metric;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Warnings in one sentence, second person, numbers with their units. With one sensor nothing is said of
 * the spine alone.
 */
final class Wording {
  private static final String PROXY = " (an inclination change: one sensor cannot tell hinge from spine)";

  private Wording() {}

  /** @param reference indices of the reps that the two are compared with, where that is their mean */
  static String of(
      Metric metric, Level level, AlarmChart.JudgedRep before, AlarmChart.JudgedRep now, List<Integer> reference) {
    String advice = level == Level.WARN ? ": consider ending the set." : ".";
    String reps = before.rep() + " and " + now.rep();
    return switch (metric) {
      case VELOCITY_LOSS_BY_DURATION_RATIO ->
          "Reps " + reps + " took " + both(longerPercent(before), longerPercent(now), " %")
              + " longer than your fastest early rep" + advice;
      case INCLINATION_AT_ONSET_DEG ->
          "At the start of the pull your back was " + both(whole(before), whole(now), "°")
              + " further forward in reps " + reps + " than in " + named(reference) + PROXY + advice;
      case LUMBAR_FLEXION_AT_ONSET_DEG ->
          "At the start of the pull your lower back was bent " + both(whole(before), whole(now), "°")
              + " further in reps " + reps + " than in " + named(reference) + advice;
      default -> throw new IllegalArgumentException(metric.key() + " informs and never alarms");
    };
  }

  private static long whole(AlarmChart.JudgedRep rep) {
    return Math.round(rep.change());
  }

  /** A loss of velocity told as the longer duration that it was measured by. */
  private static long longerPercent(AlarmChart.JudgedRep rep) {
    return Math.round(100 * (1 / (1 - rep.change()) - 1));
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

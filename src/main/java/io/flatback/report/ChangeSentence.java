package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.lift.RepWords;
import java.util.OptionalDouble;

/** A change in words: second person, numbers before adjectives, with its uncertainty. */
final class ChangeSentence {
  private ChangeSentence() {}

  static String of(Departure departure) {
    return of(departure.metric(), departure.meanChange(), departure.plusMinus(), departure.words());
  }

  /** For example {@code your back was 8° ± 3° further forward at the start of the pull}. */
  static String of(Metric metric, double change, OptionalDouble plusMinus, RepWords words) {
    String amount = amount(metric, change, plusMinus);
    boolean more = change >= 0;
    String ascent = "the " + words.ascent();
    return switch (metric) {
      case INCLINATION_AT_ONSET_DEG ->
          "your back was " + amount + (more ? " further forward" : " more upright") + " at the start of " + ascent;
      case INCLINATION_PEAK_DEG ->
          "your back leaned " + amount + (more ? " further" : " less far") + " forward at most";
      case LUMBAR_FLEXION_AT_ONSET_DEG ->
          "your lower back was bent " + amount + (more ? " more" : " less") + " at the start of " + ascent;
      case LUMBAR_FLEXION_PEAK_DEG -> "your lower back was bent " + amount + (more ? " more" : " less") + " at most";
      case VELOCITY_LOSS_BY_DURATION_RATIO ->
          "your " + words.reps() + " took " + amount + (more ? " longer" : " less time")
              + " than your fastest early rep";
      case CONCENTRIC_DURATION_S -> "your " + words.reps() + " took " + amount + (more ? " longer" : " less time");
      case ECCENTRIC_DURATION_S -> "you lowered the bar " + amount + (more ? " slower" : " faster");
      case TIME_UNDER_TENSION_S ->
          "your reps took " + amount + (more ? " longer" : " less time") + " from start to lockout";
      case REST_BEFORE_S -> "you rested " + amount + (more ? " longer" : " less") + " between reps";
      case INCLINATION_AT_MID_ASCENT_DEG ->
          "your back was " + amount + (more ? " further forward" : " more upright") + " at 40 % of " + ascent;
      case INCLINATION_AT_LOCKOUT_DEG ->
          "your back was " + amount + (more ? " further forward" : " further back") + " at lockout";
      case LEAN_BACK_AT_LOCKOUT_DEG -> "you leaned back " + amount + (more ? " more" : " less") + " at lockout";
      case EARLY_EXTENSION_RATE_DPS ->
          "your back came up " + amount + (more ? " faster" : " slower") + " in the first 0.25 s of " + ascent;
      case LUMBAR_FLEXION_GAIN_DEG ->
          "your lower back bent " + amount + (more ? " more" : " less") + " in the first 40 % of " + ascent;
      case LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO ->
          "your lower back was bent " + amount + (more ? " more" : " less") + " of your calibration bend at most";
      case HIP_TRUNK_LAG_RATIO -> "your hips led your back by " + amount + (more ? " more" : " less") + " of " + ascent;
      case SMOOTHNESS_LDLJ -> "smoothness by jerk changed by " + amount;
      case RANGE_OF_MOTION_DEG -> "your back moved through " + amount + (more ? " more" : " less");
      case LATERAL_TILT_CHANGE_DEG -> "your back tilted " + amount + " more to the " + (more ? "right" : "left");
      case AXIAL_ROTATION_DEG -> "your back twisted " + amount + (more ? " more" : " less") + " within the rep";
      case SMOOTHNESS_SPARC -> "smoothness changed by " + amount;
    };
  }

  private static String amount(Metric metric, double change, OptionalDouble plusMinus) {
    if (metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO) {
      return Tempo.percent(Math.abs(Tempo.longer(change))) + withPlusMinus(
          plusMinus.isPresent()
              ? Tempo.percentPlusMinus(Tempo.longerPlusMinus(change, plusMinus.getAsDouble()))
              : "");
    }
    MetricView view = MetricView.of(metric);
    return view.rounded(Math.abs(change))
        + withPlusMinus(plusMinus.isPresent() ? view.roundedPlusMinus(plusMinus.getAsDouble()) : "");
  }

  private static String withPlusMinus(String plusMinus) {
    return plusMinus.isEmpty() ? " (± not known)" : " " + plusMinus;
  }
}

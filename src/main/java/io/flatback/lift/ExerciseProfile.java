package io.flatback.lift;

/**
 * What the rep finder needs to know of an exercise. Thresholds in degrees and seconds; each is a row of the
 * profile's JSON with its source.
 *
 * @param name key in files and JSON
 * @param title for people
 * @param words what its reps are called
 * @param standingBandDeg a rep starts and locks out where the inclination crosses this
 * @param leastRangeDeg a smaller excursion is no candidate at all
 * @param topShare how near to standing, as a share of the excursion, a turn must come to be a top
 * @param leastDurationSeconds from start to lockout
 * @param setRestSeconds standing for longer ends the set
 * @param longestBentSeconds bent over for longer ends the set
 */
public record ExerciseProfile(
    String name,
    String title,
    RepWords words,
    double standingBandDeg,
    double leastRangeDeg,
    double topShare,
    double leastDurationSeconds,
    double setRestSeconds,
    double longestBentSeconds) {

  public ExerciseProfile {
    if (!(standingBandDeg > 0 && leastRangeDeg > standingBandDeg && topShare > 0 && topShare < 1)) {
      throw new IllegalArgumentException(
          "profile " + name + ": expected 0 < standing_band_deg < least_range_deg and 0 < top_share < 1");
    }
  }
}

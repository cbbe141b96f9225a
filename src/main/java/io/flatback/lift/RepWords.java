package io.flatback.lift;

/**
 * What a lifter calls the reps of an exercise and their ascent, for sentences. A profile names its own; {@link
 * #NEUTRAL} fits every exercise and is used where nobody said which one it was.
 */
public enum RepWords {
  PULL("pulls", "pull"),
  SQUAT("reps", "way up"),
  NEUTRAL("reps", "ascent");

  private final String reps;
  private final String ascent;

  RepWords(String reps, String ascent) {
    this.reps = reps;
    this.ascent = ascent;
  }

  /** @param guessed nobody said which exercise it was */
  public static RepWords of(String exercise, boolean guessed) {
    return guessed || !ExerciseProfiles.names().contains(exercise) ? NEUTRAL : ExerciseProfiles.of(exercise).words();
  }

  /** As in {@code your pulls took longer}. */
  public String reps() {
    return reps;
  }

  /** As in {@code at the start of the pull}. */
  public String ascent() {
    return ascent;
  }
}

package io.flatback.report;

import io.flatback.form.Level;
import io.flatback.form.Warning;
import io.flatback.lift.Metric;
import io.flatback.lift.RepWords;
import java.util.OptionalDouble;

/**
 * A stretch of reps in which one metric was outside its band, found by a warning.
 *
 * <p>It begins at the first rep of the unbroken run that led to the warning and ends with the last rep of
 * that run; reps that are not judged neither break nor join it.
 *
 * @param set index of the set
 * @param words that fit its exercise
 * @param toTheEnd the run reaches the last judged rep of the set
 * @param level the loudest warning within the run
 * @param reps how many reps the mean rests on
 * @param meanChange of those reps against the warning's baseline, in the metric's unit
 * @param plusMinus half-width of its 95 % interval; absent where the noise is not known
 * @param decisive the loudest warning itself
 */
public record Departure(
    int set,
    RepWords words,
    int firstRep,
    int lastRep,
    boolean toTheEnd,
    Metric metric,
    Level level,
    int reps,
    double meanChange,
    OptionalDouble plusMinus,
    Warning decisive) {

  boolean covers(int rep) {
    return rep >= firstRep && rep <= lastRep;
  }
}

package io.flatback.form;

import static io.flatback.form.evidence.ThresholdKey.BASELINE_REPS;
import static io.flatback.form.evidence.ThresholdKey.BASELINE_REPS_OF_SHORT_SET;
import static io.flatback.form.evidence.ThresholdKey.SHORT_SET_REPS;
import static io.flatback.form.evidence.ThresholdKey.TWO_PRIMARIES_MARGIN;

import io.flatback.form.evidence.Evidence;
import io.flatback.lift.Metric;
import java.util.OptionalInt;

/**
 * What the alarm rule is told before a set begins.
 *
 * @param history of this wearer in this exercise, at comparable load
 * @param twoSensors whether the lower back is measured against the sacrum; else its inclination is a proxy
 * @param preferences what the wearer has set
 * @param expectedReps how many the set will have, or had; empty while nobody knows
 */
public record FormSettings(
    AthleteHistory history, boolean twoSensors, FormPreferences preferences, OptionalInt expectedReps) {

  public FormSettings {
    if (expectedReps.isPresent() && expectedReps.getAsInt() < 1) {
      throw new IllegalArgumentException("expected reps " + expectedReps.getAsInt() + ": a set has at least 1");
    }
  }

  /** With the default preferences: lumbar flexion may warn with two sensors, velocity loss with one. */
  public static FormSettings of(AthleteHistory history, boolean twoSensors) {
    return of(history, twoSensors, FormPreferences.DEFAULT);
  }

  public static FormSettings of(AthleteHistory history, boolean twoSensors, FormPreferences preferences) {
    return new FormSettings(history, twoSensors, preferences, OptionalInt.empty());
  }

  public FormSettings expecting(int reps) {
    return new FormSettings(history, twoSensors, preferences, OptionalInt.of(reps));
  }

  boolean isPrimary(Metric metric) {
    return preferences.primary(twoSensors).contains(metric);
  }

  /** In standard errors. */
  double warnMargin() {
    return preferences.primary(twoSensors).size() > 1 ? Evidence.CATALOGUE.value(TWO_PRIMARIES_MARGIN) : 0;
  }

  /** How many first reps a chart's mean is taken of. */
  int baselineReps() {
    boolean isShort = expectedReps.isPresent() && expectedReps.getAsInt() <= Evidence.CATALOGUE.count(SHORT_SET_REPS);
    return Evidence.CATALOGUE.count(isShort ? BASELINE_REPS_OF_SHORT_SET : BASELINE_REPS);
  }
}

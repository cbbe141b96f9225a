package io.flatback.web;

import io.flatback.form.FormPreferences;
import io.flatback.store.Athlete;
import java.time.Instant;

/** Who lifts, and what the alarm rule is set to from the next session on. */
record AthleteJson(
    String id,
    String name,
    Instant createdAt,
    String preset,
    String primaryWithTwoSensors,
    double velocityLossWatchRatio,
    double velocityLossWarnRatio,
    double lumbarFlexionWatchDeg,
    double lumbarFlexionWarnDeg,
    boolean vibration) {

  static AthleteJson of(Athlete athlete, FormPreferences preferences) {
    return new AthleteJson(
        athlete.id(),
        athlete.name(),
        athlete.createdAt(),
        preferences.preset().key(),
        preferences.withTwoSensors().key(),
        preferences.velocityLossRatio().watch(),
        preferences.velocityLossRatio().warn(),
        preferences.lumbarFlexionDeg().watch(),
        preferences.lumbarFlexionDeg().warn(),
        athlete.vibration());
  }
}

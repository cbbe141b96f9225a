package io.flatback.web;

import io.flatback.form.ChangeBounds;
import io.flatback.form.ChangeSizes;
import io.flatback.form.FormPreferences;
import io.flatback.form.FormPreset;
import io.flatback.form.PreferencesText;
import io.flatback.form.Primary;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of an athlete. A preset brings all its values with it; what is said beside it goes before.
 * {@code null} is the preset's value.
 */
record PreferencesBody(
    @Nullable String name,
    @Nullable String preset,
    @Nullable String primaryWithTwoSensors,
    @Nullable Double velocityLossWatchRatio,
    @Nullable Double velocityLossWarnRatio,
    @Nullable Double lumbarFlexionWatchDeg,
    @Nullable Double lumbarFlexionWarnDeg,
    @Nullable Boolean vibration) {

  /** What holds after the request. */
  static FormPreferences of(Body body, FormPreferences now) {
    try {
      String preset = body.textOrNull("preset");
      FormPreferences base =
          preset != null ? FormPreferences.of(FormPreset.ofKey(preset)) : body.has("preset") ? FormPreferences.DEFAULT : now;
      FormPreferences ofPreset = FormPreferences.of(base.preset());
      return new FormPreferences(
          base.preset(),
          primary(body, base.withTwoSensors(), ofPreset.withTwoSensors()),
          new ChangeSizes(
              loss(body, PreferencesText.LOSS_WATCH, base.velocityLossRatio().watch(),
                  ofPreset.velocityLossRatio().watch()),
              loss(body, PreferencesText.LOSS_WARN, base.velocityLossRatio().warn(),
                  ofPreset.velocityLossRatio().warn())),
          new ChangeSizes(
              flexion(body, PreferencesText.FLEXION_WATCH, base.lumbarFlexionDeg().watch(),
                  ofPreset.lumbarFlexionDeg().watch()),
              flexion(body, PreferencesText.FLEXION_WARN, base.lumbarFlexionDeg().warn(),
                  ofPreset.lumbarFlexionDeg().warn())));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.Kind.BAD_VALUE, "The alarms can't be set so: " + e.getMessage() + ".",
          "GET /api/v1/alarm-presets lists the presets with their values.");
    }
  }

  private static Primary primary(Body body, Primary now, Primary ofPreset) {
    String said = body.textOrNull(PreferencesText.PRIMARY);
    return said != null ? Primary.ofKey(said) : body.has(PreferencesText.PRIMARY) ? ofPreset : now;
  }

  private static double loss(Body body, String name, double now, double ofPreset) {
    return number(body, name, ChangeBounds.VELOCITY_LOSS_RATIO, now, ofPreset);
  }

  private static double flexion(Body body, String name, double now, double ofPreset) {
    return number(body, name, ChangeBounds.LUMBAR_FLEXION_DEG, now, ofPreset);
  }

  private static double number(Body body, String name, ChangeBounds bounds, double now, double ofPreset) {
    Double said = body.numberOrNull(name, bounds.least(), bounds.most());
    return said != null ? said : body.has(name) ? ofPreset : now;
  }
}

package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.lift.Metric;
import java.util.Objects;
import java.util.Set;

/**
 * What an athlete may set of the alarm rule: the metric that may warn, and how large a change must be to matter. The
 * limits of the charts, two reps in a row and a clean signal stay as they are for everybody.
 *
 * @param preset chosen; a size or a primary metric that is not the preset's was set by hand
 * @param withTwoSensors which metric may warn then
 */
public record FormPreferences(
    FormPreset preset, Primary withTwoSensors, ChangeSizes velocityLossRatio, ChangeSizes lumbarFlexionDeg) {
  public static final FormPreferences DEFAULT = of(FormPreset.DEFAULT);

  public FormPreferences {
    velocityLossRatio.within(ChangeBounds.VELOCITY_LOSS_RATIO, "velocity loss");
    lumbarFlexionDeg.within(ChangeBounds.LUMBAR_FLEXION_DEG, "lumbar flexion");
  }

  public static FormPreferences of(FormPreset preset) {
    return new FormPreferences(
        preset,
        preset.primary(),
        new ChangeSizes(value(preset.lossWatch()), value(preset.lossWarn())),
        new ChangeSizes(value(preset.flexionWatch()), value(preset.flexionWarn())));
  }

  private static double value(ThresholdKey key) {
    return Evidence.CATALOGUE.value(key);
  }

  public FormPreferences with(Primary primary) {
    return new FormPreferences(preset, primary, velocityLossRatio, lumbarFlexionDeg);
  }

  public FormPreferences withVelocityLossRatio(ChangeSizes sizes) {
    return new FormPreferences(preset, withTwoSensors, sizes, lumbarFlexionDeg);
  }

  public FormPreferences withLumbarFlexionDeg(ChangeSizes sizes) {
    return new FormPreferences(preset, withTwoSensors, velocityLossRatio, sizes);
  }

  /** Whether nothing was set by hand. */
  public boolean isAsPreset() {
    return equals(of(preset));
  }

  /** Those that may warn. */
  Set<Metric> primary(boolean twoSensors) {
    return withTwoSensors.with(twoSensors);
  }

  /** From here on a watched metric may watch. */
  Limit watch(MetricRule rule) {
    return switch (rule.metric()) {
      case VELOCITY_LOSS_BY_DURATION_RATIO -> limit(velocityLossRatio.watch(), preset.lossWatch());
      case LUMBAR_FLEXION_AT_ONSET_DEG -> limit(lumbarFlexionDeg.watch(), preset.flexionWatch());
      default -> Limit.of(Objects.requireNonNull(rule.minimum()));
    };
  }

  /** From here on a primary metric may warn. */
  Limit warn(MetricRule rule) {
    return switch (rule.metric()) {
      case VELOCITY_LOSS_BY_DURATION_RATIO -> limit(velocityLossRatio.warn(), preset.lossWarn());
      case LUMBAR_FLEXION_AT_ONSET_DEG -> limit(lumbarFlexionDeg.warn(), preset.flexionWarn());
      default -> Limit.of(Objects.requireNonNull(rule.warn()));
    };
  }

  /** A size set by hand rests on the athlete's choice. */
  private static Limit limit(double size, ThresholdKey ofPreset) {
    Limit preset = Limit.of(ofPreset);
    return size == preset.change()
        ? preset
        : new Limit(size, Evidence.CATALOGUE.threshold(ThresholdKey.VELOCITY_LOSS_MOST_RATIO).source());
  }
}

package io.flatback.form;

import io.flatback.form.evidence.ThresholdKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an athlete trains for, as far as alarms go: which metric may warn, and from which change on. None changes the
 * limits of the charts, so none raises their rate of false alarms.
 */
public enum FormPreset {
  DEFAULT(
      Primary.LUMBAR_FLEXION,
      ThresholdKey.VELOCITY_LOSS_WATCH_RATIO, ThresholdKey.VELOCITY_LOSS_WARN_RATIO,
      ThresholdKey.LUMBAR_FLEXION_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_WARN_DEG),
  /** Sets end early: a small loss of velocity is enough. */
  STRENGTH(
      Primary.VELOCITY_LOSS,
      ThresholdKey.VELOCITY_LOSS_LOW_WATCH_RATIO, ThresholdKey.VELOCITY_LOSS_LOW_WARN_RATIO,
      ThresholdKey.LUMBAR_FLEXION_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_WARN_DEG),
  /** Sets come near failure: slowing down is part of it. */
  HYPERTROPHY(
      Primary.LUMBAR_FLEXION,
      ThresholdKey.VELOCITY_LOSS_HIGH_WATCH_RATIO, ThresholdKey.VELOCITY_LOSS_HIGH_WARN_RATIO,
      ThresholdKey.LUMBAR_FLEXION_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_WARN_DEG),
  /** The lower back's own angle, from the smallest change that noise leaves. */
  TECHNIQUE(
      Primary.LUMBAR_FLEXION,
      ThresholdKey.VELOCITY_LOSS_WATCH_RATIO, ThresholdKey.VELOCITY_LOSS_WARN_RATIO,
      ThresholdKey.LUMBAR_FLEXION_SMALL_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_SMALL_WARN_DEG),
  /** Whichever speaks first, from the smallest change that noise leaves. */
  RETURN_AFTER_PAIN(
      Primary.EARLIEST,
      ThresholdKey.VELOCITY_LOSS_LOW_WATCH_RATIO, ThresholdKey.VELOCITY_LOSS_LOW_WARN_RATIO,
      ThresholdKey.LUMBAR_FLEXION_SMALL_WATCH_DEG, ThresholdKey.LUMBAR_FLEXION_SMALL_WARN_DEG);

  private final Primary primary;
  private final ThresholdKey lossWatch;
  private final ThresholdKey lossWarn;
  private final ThresholdKey flexionWatch;
  private final ThresholdKey flexionWarn;

  FormPreset(
      Primary primary, ThresholdKey lossWatch, ThresholdKey lossWarn, ThresholdKey flexionWatch,
      ThresholdKey flexionWarn) {
    this.primary = primary;
    this.lossWatch = lossWatch;
    this.lossWarn = lossWarn;
    this.flexionWatch = flexionWatch;
    this.flexionWarn = flexionWarn;
  }

  /** As in files and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(FormPreset::key).toList();
  }

  /** Throws with the names there are. */
  public static FormPreset ofKey(String key) {
    return Arrays.stream(values())
        .filter(preset -> preset.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(
                "preset '" + key + "' is not known: name one of " + String.join(", ", keys())));
  }

  Primary primary() {
    return primary;
  }

  ThresholdKey lossWatch() {
    return lossWatch;
  }

  ThresholdKey lossWarn() {
    return lossWarn;
  }

  ThresholdKey flexionWatch() {
    return flexionWatch;
  }

  ThresholdKey flexionWarn() {
    return flexionWarn;
  }
}

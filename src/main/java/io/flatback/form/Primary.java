package io.flatback.form;

import io.flatback.lift.Metric;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which metric may warn when the lower back is measured against the sacrum. With one sensor it is velocity loss. */
public enum Primary {
  LUMBAR_FLEXION,
  VELOCITY_LOSS,
  /** Both, each by its own limits: whichever comes first. */
  EARLIEST;

  /** As in files and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Primary ofKey(String key) {
    return Arrays.stream(values())
        .filter(primary -> primary.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + key + "' can't be primary: choose one of "
                + String.join(", ", Arrays.stream(values()).map(Primary::key).toList())));
  }

  Set<Metric> with(boolean twoSensors) {
    return switch (twoSensors ? this : VELOCITY_LOSS) {
      case LUMBAR_FLEXION -> Set.of(Metric.LUMBAR_FLEXION_AT_ONSET_DEG);
      case VELOCITY_LOSS -> Set.of(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
      case EARLIEST -> Set.of(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    };
  }
}

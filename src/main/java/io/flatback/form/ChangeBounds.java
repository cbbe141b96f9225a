package io.flatback.form;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;

/** Within which an athlete may choose sizes: not inside the noise, and not beyond all use. In the metric's unit. */
public record ChangeBounds(double least, double most) {
  public static final ChangeBounds VELOCITY_LOSS_RATIO =
      of(ThresholdKey.VELOCITY_LOSS_LEAST_RATIO, ThresholdKey.VELOCITY_LOSS_MOST_RATIO);
  public static final ChangeBounds LUMBAR_FLEXION_DEG =
      of(ThresholdKey.LUMBAR_FLEXION_LEAST_DEG, ThresholdKey.LUMBAR_FLEXION_MOST_DEG);

  private static ChangeBounds of(ThresholdKey least, ThresholdKey most) {
    return new ChangeBounds(Evidence.CATALOGUE.value(least), Evidence.CATALOGUE.value(most));
  }
}

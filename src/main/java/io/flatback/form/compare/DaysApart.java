package io.flatback.form.compare;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;

/** Whether a change of posture from one day to another can be told from how one stood and where the sensor sat. */
public enum DaysApart {
  NOT_TOLD_APART,
  IN_BETWEEN,
  TOLD_APART;

  /** Smaller changes are not told apart. */
  public static final double LOW_DEG = Evidence.CATALOGUE.value(ThresholdKey.COMPARE_DAYS_APART_LOW_DEG);

  /** From here on they are. */
  public static final double HIGH_DEG = Evidence.CATALOGUE.value(ThresholdKey.COMPARE_DAYS_APART_HIGH_DEG);

  public static DaysApart of(double changeDeg) {
    double size = Math.abs(changeDeg);
    return size < LOW_DEG ? NOT_TOLD_APART : size < HIGH_DEG ? IN_BETWEEN : TOLD_APART;
  }
}

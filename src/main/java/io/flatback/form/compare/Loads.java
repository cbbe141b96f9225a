package io.flatback.form.compare;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How two loads lie to each other. A different load alone changes posture and tempo. */
public enum Loads {
  SAME,
  DIFFERENT,
  UNKNOWN;

  private static final double ROUNDING_KG = 1e-9;

  /** Within a fortieth of the heavier one they count as the same. */
  public static Loads of(@Nullable Double fromKg, @Nullable Double toKg) {
    if (fromKg == null || toKg == null) {
      return UNKNOWN;
    }
    double band = Evidence.CATALOGUE.value(ThresholdKey.COMPARE_SAME_LOAD_SHARE) * Math.max(fromKg, toKg);
    return Math.abs(fromKg - toKg) <= band + ROUNDING_KG ? SAME : DIFFERENT;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

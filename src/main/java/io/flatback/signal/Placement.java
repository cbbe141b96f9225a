package io.flatback.signal;

import java.util.Locale;

/** Where on the back a sensor is worn. */
public enum Placement {
  /** Over the upper lumbar spine, about T12 to L2. */
  LUMBAR,
  /** Over the sacrum, about S1 to S2. */
  SACRUM;

  /** As written in files, addresses and JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Placement ofKey(String key) {
    for (Placement placement : values()) {
      if (placement.key().equals(key)) {
        return placement;
      }
    }
    throw new IllegalArgumentException("placement '" + key + "', expected lumbar or sacrum");
  }
}

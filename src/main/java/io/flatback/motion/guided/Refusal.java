package io.flatback.motion.guided;

/**
 * Why a calibration is not used.
 *
 * @param timeNanos where it went wrong, on the recording's time line
 * @param text one line for the wearer: what, where, what was expected, what to do
 */
public record Refusal(Reason reason, long timeNanos, String text) {

  /** In the order in which they are looked for. */
  public enum Reason {
    SENSOR_MISSING,
    TOO_SHORT,
    NO_GYROSCOPE,
    GAP,
    CLIPPED,
    MOVED_WHILE_STANDING,
    TOO_FEW_HINGES,
    HINGES_TOO_SMALL,
    HINGES_TOO_QUICK,
    HINGES_TOO_SLOW,
    HINGES_UNLIKE,
    NOT_A_HINGE,
    AXIS_NOT_LEVEL,
    SENSOR_LOOSE,
    READINGS_DISAGREE;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

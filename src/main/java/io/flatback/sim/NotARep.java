package io.flatback.sim;

import java.util.Locale;

/** Why a movement is not a repetition. */
public enum NotARep {
  /** Went down with the load and never came up again. */
  PUT_DOWN,
  /** Came up, but without the load. What a sensor sees is nearly a rep. */
  ROSE_WITHOUT_LOAD,
  /** Tried to come up and did not reach standing. */
  FAILED,
  /** Let the load fall and dipped a little. */
  DROPPED_THE_LOAD,
  /** Moved at the bar and went back. */
  RE_GRIP,
  TIED_A_SHOE,
  LOADED_PLATES,
  TWISTED,
  CALIBRATED;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

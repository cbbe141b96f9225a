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
  JUMPED,
  /** Onto a bench; standing up from it belongs to it. */
  SAT_DOWN,
  /** Took hold of the bar and came up without it. What a sensor sees is nearly a rep. */
  SET_UP,
  CALIBRATED;

  /** A sensor on the back can't tell it from a rep: the load is what differs, and nobody feels it there. */
  public boolean looksLikeARep() {
    return this == ROSE_WITHOUT_LOAD || this == SET_UP;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.flatback.session;

import io.flatback.form.Level;
import io.flatback.wire.WireMessage.Feedback;

/** What the motor on the back does for a level: to be told apart without counting. */
public enum Buzz {
  /** One short pulse. */
  WATCH,
  /** Three long ones, 1.35 s of the 2 s that a device allows. */
  WARN;

  /** Nobody waits for its acknowledgement; the dialogue counts its own from 1. */
  private static final int SEQUENCE = 0;

  static Buzz of(Level level) {
    return switch (level) {
      case WATCH -> WATCH;
      case WARN -> WARN;
    };
  }

  Feedback feedback() {
    return switch (this) {
      case WATCH -> new Feedback(SEQUENCE, Feedback.VIBRATION, 200, 160, 0, 1);
      case WARN -> new Feedback(SEQUENCE, Feedback.VIBRATION, 350, 255, 150, 3);
    };
  }
}

package io.flatback.session;

import io.flatback.form.Level;
import io.flatback.wire.WireMessage.Feedback;

/** What the motor on the back does for a level: to be told apart without counting. */
public enum Buzz {
  /** One short pulse. */
  WATCH(new Feedback(Buzz.SEQUENCE, Feedback.VIBRATION, 200, 160, 0, 1)),
  /** Three long ones, 1.35 s of the 2 s that a device allows. */
  WARN(new Feedback(Buzz.SEQUENCE, Feedback.VIBRATION, 350, 255, 150, 3));

  /** Nobody waits for its acknowledgement; the dialogue counts its own from 1. */
  private static final int SEQUENCE = 0;

  private final Feedback feedback;

  Buzz(Feedback feedback) {
    this.feedback = feedback;
  }

  static Buzz of(Level level) {
    return switch (level) {
      case WATCH -> WATCH;
      case WARN -> WARN;
    };
  }

  Feedback feedback() {
    return feedback;
  }
}

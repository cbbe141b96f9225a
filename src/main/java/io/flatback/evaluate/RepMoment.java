package io.flatback.evaluate;

import io.flatback.lift.Rep;
import java.util.Locale;

/** The moments of a rep that are held against truth. */
enum RepMoment {
  START,
  BOTTOM,
  ASCENT_ONSET,
  /** Back inside the standing band: the end of a rep in the measured truth. */
  UPRIGHT,
  /** Inside the band and slow, where the hold of 0.2 s begins. */
  LOCKOUT,
  END;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return key().replace('_', ' ');
  }

  double seconds(Rep rep) {
    return 1e-9
        * switch (this) {
          case START -> rep.startNanos();
          case BOTTOM -> rep.bottomNanos();
          case ASCENT_ONSET -> rep.ascentOnsetNanos();
          case UPRIGHT -> rep.uprightNanos();
          case LOCKOUT -> rep.lockoutNanos();
          case END -> rep.endNanos();
        };
  }
}

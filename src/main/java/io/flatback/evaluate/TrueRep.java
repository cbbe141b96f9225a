package io.flatback.evaluate;

import java.util.EnumMap;
import java.util.Map;

/**
 * One rep that truly was.
 *
 * @param bottom a found rep is this one if its bottom lies here
 * @param moments when each moment was, as far as the truth says
 */
record TrueRep(Span bottom, Map<RepMoment, Span> moments) {
  TrueRep {
    moments = moments.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(moments));
  }
}

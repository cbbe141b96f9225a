package io.flatback.evaluate;

import java.util.Map;
import java.util.TreeMap;

/**
 * Movements of a trunk by kind and direction, as {@code forward_bend} or {@code turn_left}: how many were found
 * of each, against how many there were.
 *
 * @param expected by kind; a kind that is not in it should not be found
 */
record MovementScore(Map<String, Integer> found, Map<String, Integer> expected) {
  MovementScore {
    found = new TreeMap<>(found);
    expected = new TreeMap<>(expected);
  }

  boolean isExact() {
    return found.equals(expected);
  }
}

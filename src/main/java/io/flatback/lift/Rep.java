package io.flatback.lift;

import java.util.Set;

/**
 * One counted repetition: a completed ascent. Times are on the recording's time line; {@code startNanos ≤
 * bottomNanos ≤ ascentOnsetNanos ≤ lockoutNanos ≤ endNanos}.
 *
 * @param index from 1 within its set
 */
public record Rep(
    int index,
    long startNanos,
    long bottomNanos,
    long ascentOnsetNanos,
    long lockoutNanos,
    long endNanos,
    Set<RepQuality> quality,
    RepMetrics metrics) {

  public Rep {
    quality = Set.copyOf(quality);
    if (index < 1
        || startNanos > bottomNanos
        || bottomNanos > ascentOnsetNanos
        || ascentOnsetNanos > lockoutNanos
        || lockoutNanos > endNanos) {
      throw new IllegalArgumentException(
          "rep " + index + " out of order: start=" + startNanos + " bottom=" + bottomNanos + " onset="
              + ascentOnsetNanos + " lockout=" + lockoutNanos + " end=" + endNanos);
    }
  }

  public boolean isClean() {
    return quality.isEmpty();
  }
}

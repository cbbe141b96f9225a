package io.flatback.motion;

/** Two sensors of one back over the same time: for every position of the first, the second's nearest. */
final class PairedWindow {
  private static final int NONE = -1;
  /** own: shorter than one slow rep. */
  private static final double LEAST_SECONDS = 2.0;

  final MotionWindow first;
  final MotionWindow second;
  private final int[] partner;

  PairedWindow(MotionWindow first, MotionWindow second) {
    this.first = first;
    this.second = second;
    this.partner = new int[first.size()];
    long apartNanos = (long) (0.75e9 * Math.max(first.stepSeconds, second.stepSeconds));
    int j = 0;
    for (int i = 0; i < partner.length; i++) {
      while (j + 1 < second.size() && apart(i, j + 1) <= apart(i, j)) {
        j++;
      }
      partner[i] = j < second.size() && apart(i, j) <= apartNanos ? j : NONE;
    }
  }

  private long apart(int i, int j) {
    return Math.abs(second.timeNanos(j) - first.timeNanos(i));
  }

  /** Both were seen for long enough to be compared. */
  boolean isCommon() {
    int count = 0;
    for (int j : partner) {
      count += j == NONE ? 0 : 1;
    }
    return count * first.stepSeconds >= LEAST_SECONDS;
  }

  boolean hasPartner(int i) {
    return partner[i] != NONE;
  }

  /** Position in the second at the time of position {@code i} in the first. */
  int partner(int i) {
    return partner[i];
  }
}

package io.flatback.lift;

import java.util.ArrayList;
import java.util.List;

/**
 * Says of each swing of a trunk which of its angles was meant. Who leans to the side also bends and turns a little,
 * so that a swing alone may not tell; but people do the same movement several times. Of all ways to name the
 * swings, that one is taken in which the named angles have the largest part of their swings, at a price for each
 * change from one angle to another (dynamic programming, Viterbi).
 */
final class TrunkNaming {
  /** own: a smaller share of the usual range is sway. */
  private static final double LEAST_SHARE = 0.25;

  /** own: a lone movement with nine tenths of its swing stands out between two others, one with half does not. */
  private static final double PRICE_OF_CHANGE = 0.4;

  /** own: less than this of the movement before it, the other way, is its overshoot. */
  private static final double OVERSHOOT_SHARE = 0.3;

  private final List<TrunkSwings.Swing> swings;
  private final double[][] best;
  private final int[] angle;

  TrunkNaming(List<TrunkSwings.Swing> swings) {
    this.swings = swings;
    int n = swings.size();
    this.best = new double[n][TrunkAngles.COUNT];
    int[][] from = new int[n][TrunkAngles.COUNT];
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < TrunkAngles.COUNT; a++) {
        from[i][a] = i == 0 ? a : bestBefore(best[i - 1], a);
        double before = i == 0 ? 0.0 : best[i - 1][from[i][a]] - price(from[i][a], a);
        best[i][a] = before + swings.get(i).parts().get(a);
      }
    }
    this.angle = new int[n];
    for (int i = n - 1; i >= 0; i--) {
      angle[i] = i == n - 1 ? largest(best[i]) : from[i + 1][angle[i + 1]];
    }
  }

  /** How well the names fit: 0 to 1 a swing. */
  double score() {
    return best.length == 0 ? 0.0 : best[best.length - 1][angle[best.length - 1]] / best.length;
  }

  List<TrunkMovement> movements() {
    List<TrunkMovement> movements = new ArrayList<>();
    boolean goesOn = false;
    for (int i = 0; i < angle.length; i++) {
      boolean counts = Math.abs(swings.get(i).degrees().shares().get(angle[i])) >= LEAST_SHARE && !isOvershoot(i);
      if (counts) {
        TrunkMovement movement = movement(i);
        TrunkMovement before = movements.isEmpty() ? null : movements.getLast();
        boolean same = goesOn && swings.get(i).straight() && before != null && before.kind() == movement.kind();
        if (same && before != null) {
          movements.removeLast();
          movement = before.with(movement);
        }
        movements.add(movement);
      }
      goesOn = counts;
    }
    return movements;
  }

  private TrunkMovement movement(int i) {
    TrunkSwings.Swing swing = swings.get(i);
    double deg = swing.degrees().get(angle[i]);
    return new TrunkMovement(
        kind(angle[i], deg > 0.0), swing.startNanos(), swing.peakNanos(), swing.endNanos(), Math.abs(deg));
  }

  /** Comes back from the swing before and goes a little too far. */
  private boolean isOvershoot(int i) {
    if (i == 0 || angle[i - 1] != angle[i]) {
      return false;
    }
    double there = swings.get(i - 1).degrees().get(angle[i]);
    double back = swings.get(i).degrees().get(angle[i]);
    return there * back < 0.0 && Math.abs(back) < OVERSHOOT_SHARE * Math.abs(there);
  }

  private static int bestBefore(double[] before, int angle) {
    int best = angle;
    for (int a = 0; a < TrunkAngles.COUNT; a++) {
      best = before[a] - price(a, angle) > before[best] - price(best, angle) ? a : best;
    }
    return best;
  }

  private static double price(int from, int to) {
    return from == to ? 0.0 : PRICE_OF_CHANGE;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int a = 1; a < values.length; a++) {
      best = values[a] > values[best] ? a : best;
    }
    return best;
  }

  private static TrunkMovement.Kind kind(int angle, boolean positive) {
    return switch (angle) {
      case 0 -> positive ? TrunkMovement.Kind.FORWARD_BEND : TrunkMovement.Kind.BACKWARD_BEND;
      case 1 -> positive ? TrunkMovement.Kind.SIDE_BEND_RIGHT : TrunkMovement.Kind.SIDE_BEND_LEFT;
      default -> positive ? TrunkMovement.Kind.TURN_LEFT : TrunkMovement.Kind.TURN_RIGHT;
    };
  }
}

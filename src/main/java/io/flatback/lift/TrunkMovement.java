package io.flatback.lift;

/**
 * One movement of the trunk away from upright and back.
 *
 * @param startNanos where it left upright, or the movement before
 * @param peakNanos where it was furthest
 * @param endNanos where it was upright again, or the next began
 * @param peakDeg from upright, unsigned
 */
public record TrunkMovement(Kind kind, long startNanos, long peakNanos, long endNanos, double peakDeg) {
  /** Which way. */
  public enum Kind {
    FORWARD_BEND,
    BACKWARD_BEND,
    SIDE_BEND_RIGHT,
    SIDE_BEND_LEFT,
    TURN_LEFT,
    TURN_RIGHT
  }

  /** The two as one: what came next was the same movement going on. */
  TrunkMovement with(TrunkMovement next) {
    TrunkMovement larger = next.peakDeg > peakDeg ? next : this;
    return new TrunkMovement(kind, startNanos, larger.peakNanos, next.endNanos, larger.peakDeg);
  }
}

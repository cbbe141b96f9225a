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
  /**
   * own: what seated people reach, within a factor of two: 36–65° forward, 10–28° backward, 18–35° to the sides,
   * 8–55° of turning. Movements of different angles are compared by it; replaced by the wearer's own range.
   */
  private static final double FORWARD_DEG = 50.0;

  private static final double BACKWARD_DEG = 22.0;
  private static final double SIDEWAYS_DEG = 28.0;
  private static final double TURN_DEG = 32.0;

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

  /** Forward, to the right, turned to the left: in shares of what people usually reach, signed. */
  static double[] shares(double[] degrees) {
    return new double[] {
      degrees[0] / (degrees[0] > 0.0 ? FORWARD_DEG : BACKWARD_DEG), degrees[1] / SIDEWAYS_DEG, degrees[2] / TURN_DEG
    };
  }
}

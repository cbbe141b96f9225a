package io.flatback.lift;

/**
 * Three angles of a trunk, in degrees or in shares of what people usually reach.
 *
 * @param forward forward positive
 * @param right leaning to the right positive
 * @param left turned to the left positive
 */
record TrunkAngles(double forward, double right, double left) {
  static final int COUNT = 3;
  static final TrunkAngles UPRIGHT = new TrunkAngles(0.0, 0.0, 0.0);

  /**
   * own: what seated people reach, within a factor of two: 36–65° forward, 10–28° backward, 18–35° to the sides,
   * 8–55° of turning. Movements of different angles are compared by it; replaced by the wearer's own range.
   */
  private static final TrunkAngles USUAL_DEG = new TrunkAngles(50.0, 28.0, 32.0);

  private static final double USUAL_BACKWARD_DEG = 22.0;

  double get(int angle) {
    return switch (angle) {
      case 0 -> forward;
      case 1 -> right;
      default -> left;
    };
  }

  /** These degrees in shares of the usual range, signed. */
  TrunkAngles shares() {
    return new TrunkAngles(
        forward / (forward > 0.0 ? USUAL_DEG.forward : USUAL_BACKWARD_DEG),
        right / USUAL_DEG.right,
        left / USUAL_DEG.left);
  }

  /** As a sensor would see them that is turned about the long axis of the back. */
  TrunkAngles turned(double rad) {
    double cos = Math.cos(rad);
    double sin = Math.sin(rad);
    return new TrunkAngles(cos * forward - sin * right, sin * forward + cos * right, left);
  }

  double distanceTo(TrunkAngles other) {
    return Math.sqrt(new TrunkAngles(forward - other.forward, right - other.right, left - other.left).squares());
  }

  /** What moved away from upright since then; an angle that came back has no part. */
  TrunkAngles outwardFrom(TrunkAngles before) {
    return new TrunkAngles(
        outward(before.forward, forward), outward(before.right, right), outward(before.left, left));
  }

  private static double outward(double before, double now) {
    return (now - before) * now > 0.0 ? now - before : 0.0;
  }

  /** The part of each in the sum of their squares: 0 to 1, all together 1. */
  TrunkAngles parts() {
    double all = squares();
    return all > 0.0 ? new TrunkAngles(forward * forward / all, right * right / all, left * left / all) : UPRIGHT;
  }

  /** That share of this, and the rest of the other. */
  TrunkAngles mixed(double share, TrunkAngles other) {
    double rest = 1.0 - share;
    return new TrunkAngles(
        share * forward + rest * other.forward, share * right + rest * other.right, share * left + rest * other.left);
  }

  private double squares() {
    return forward * forward + right * right + left * left;
  }
}

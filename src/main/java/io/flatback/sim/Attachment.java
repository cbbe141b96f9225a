package io.flatback.sim;

/** How well a sensor follows the segment it is worn on. */
public sealed interface Attachment {
  /** Strapped on well: a third of a degree of wobble after a jolt. */
  Attachment FIRM = new Strapped(0.3);

  /** Bolted on. */
  Attachment RIGID = new Strapped(0);

  /** Its case hangs free and mostly keeps the way it hangs. */
  Attachment LOOSE = new Hanging(0.85, 2, 1.6);

  /** @param wobbleDeg amplitude of soft tissue after a jolt, about 7 Hz, gone within half a second */
  record Strapped(double wobbleDeg) implements Attachment {}

  /**
   * A case that swings on its belt.
   *
   * @param leftBehind share of the segment's lean that it does not follow
   * @param swingDeg amplitude of its swinging after a jolt, about 1.3 Hz
   * @param shakeDeg standard deviation of its shaking while the body is on its way, each axis
   */
  record Hanging(double leftBehind, double swingDeg, double shakeDeg) implements Attachment {}

  /**
   * Strapped well, until it slides.
   *
   * @param atSeconds when
   * @param tiltDeg forward, for good
   * @param turnDeg sideways, for good
   */
  record Slipping(double wobbleDeg, double atSeconds, double tiltDeg, double turnDeg) implements Attachment {}
}

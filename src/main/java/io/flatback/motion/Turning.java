package io.flatback.motion;

/**
 * How far a segment turns about the vertical from one sample to the next. The heading is that which remains
 * when the segment is tipped upright the shortest way, so that bending over, whichever way, turns nothing.
 *
 * <p>In: up and angular rate in body axes (x anterior, y superior, z right). One instance per sensor.
 */
final class Turning {
  private final Quat before = new Quat();
  private final Quat now = new Quat();
  private boolean started;

  /**
   * @param stepSeconds since the sample before; 0 or less where nothing was seen since
   * @return turned to the left, rad; 0 at the first sample
   */
  double update(
      double upX, double upY, double upZ, double rateX, double rateY, double rateZ, double stepSeconds) {
    now.setTipping(upX, upY, upZ);
    double turnedRad = 0.0;
    if (started && stepSeconds > 0.0) {
      double half = 0.5 * stepSeconds;
      turnedRad = before.turnAboutYRad(rateX * half, rateY * half, rateZ * half, now);
    }
    before.copy(now);
    started = true;
    return turnedRad;
  }
}

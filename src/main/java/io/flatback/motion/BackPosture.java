package io.flatback.motion;

/**
 * The angles of the segment that carries the sensor, from earth's up-direction by way of the mounting.
 *
 * <p>Forward is positive and 0 in the wearer's own standing posture; lateral positive to the right; turning
 * positive to the left. All by atan2: nothing wraps or clips as a trunk passes 90°. One instance per
 * sensor, overwritten by each {@link #update}.
 */
public final class BackPosture {
  private double sagittalInclinationRad;
  private double lateralInclinationRad;
  private double inclinationRad;
  private double sagittalRateRadPerSec;
  private double axialRateRadPerSec;

  public void update(MotionRow row, Mounting mounting) {
    update(row.upX, row.upY, row.upZ, row.rateX, row.rateY, row.rateZ, mounting);
  }

  /** The second sensor of the row; its rates are not known. NaN where the row has none. */
  public void updateSecond(MotionRow row, Mounting mounting) {
    update(row.secondUpX, row.secondUpY, row.secondUpZ, Double.NaN, Double.NaN, Double.NaN, mounting);
  }

  /** A direction of up in the sensor's frame; the rates are not known. */
  public void updateUp(double upX, double upY, double upZ, Mounting mounting) {
    update(upX, upY, upZ, Double.NaN, Double.NaN, Double.NaN, mounting);
  }

  private void update(double upX, double upY, double upZ, double rateX, double rateY, double rateZ, Mounting mounting) {
    var x = mounting.anterior();
    var y = mounting.superior();
    var z = mounting.right();
    double ux = upX * x.getX() + upY * x.getY() + upZ * x.getZ();
    double uy = upX * y.getX() + upY * y.getY() + upZ * y.getZ();
    double uz = upX * z.getX() + upY * z.getY() + upZ * z.getZ();
    sagittalInclinationRad = Math.atan2(-ux, uy);
    lateralInclinationRad =
        Math.atan2(-uz, Math.sqrt(ux * ux + uy * uy)) - mounting.coupling().lateralRad(sagittalInclinationRad);
    inclinationRad = Math.atan2(Math.sqrt(ux * ux + uz * uz), uy);
    sagittalRateRadPerSec = -(rateX * z.getX() + rateY * z.getY() + rateZ * z.getZ());
    axialRateRadPerSec = rateX * y.getX() + rateY * y.getY() + rateZ * y.getZ();
  }

  /** θ = atan2(−u_x, u_y), signed, forward positive. */
  public double sagittalInclinationRad() {
    return sagittalInclinationRad;
  }

  /** Positive to the wearer's right; what merely comes with this wearer's bending is taken out. */
  public double lateralInclinationRad() {
    return lateralInclinationRad;
  }

  /** Angle between the segment and its standing direction, unsigned. */
  public double inclinationRad() {
    return inclinationRad;
  }

  /** Rate of bending forward. */
  public double sagittalRateRadPerSec() {
    return sagittalRateRadPerSec;
  }

  /** Rate of turning to the left about the segment's own long axis. */
  public double axialRateRadPerSec() {
    return axialRateRadPerSec;
  }
}

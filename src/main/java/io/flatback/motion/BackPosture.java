package io.flatback.motion;

/**
 * The angles of the segment that carries the sensor, from earth's up-direction by way of the mounting.
 *
 * <p>Forward is positive and 0 in the wearer's own standing posture; lateral positive to the right; turning
 * positive to the left. All by the arc tangent of two sides: nothing wraps or clips as a trunk passes 90°. An angle
 * is worked out when it is asked for. One instance per sensor, overwritten by each {@link #update}.
 */
public final class BackPosture {
  private SideCoupling coupling = SideCoupling.NONE;
  private double upAnterior;
  private double upSuperior;
  private double upRight;
  private double rateAnterior;
  private double rateSuperior;
  private double rateRight;

  public void update(MotionRow row, Mounting mounting) {
    update(row.upX, row.upY, row.upZ, row.rateX, row.rateY, row.rateZ, mounting);
  }

  /** The second sensor of the row. NaN where the row has none. */
  public void updateSecond(MotionRow row, Mounting mounting) {
    update(
        row.secondUpX, row.secondUpY, row.secondUpZ, row.secondRateX, row.secondRateY, row.secondRateZ, mounting);
  }

  /** A direction of up in the sensor's frame; the rates are not known. */
  public void updateUp(double upX, double upY, double upZ, Mounting mounting) {
    update(upX, upY, upZ, Double.NaN, Double.NaN, Double.NaN, mounting);
  }

  private void update(double upX, double upY, double upZ, double rateX, double rateY, double rateZ, Mounting mounting) {
    var x = mounting.anterior();
    var y = mounting.superior();
    var z = mounting.right();
    upAnterior = upX * x.getX() + upY * x.getY() + upZ * x.getZ();
    upSuperior = upX * y.getX() + upY * y.getY() + upZ * y.getZ();
    upRight = upX * z.getX() + upY * z.getY() + upZ * z.getZ();
    rateAnterior = rateX * x.getX() + rateY * x.getY() + rateZ * x.getZ();
    rateSuperior = rateX * y.getX() + rateY * y.getY() + rateZ * y.getZ();
    rateRight = rateX * z.getX() + rateY * z.getY() + rateZ * z.getZ();
    coupling = mounting.coupling();
  }

  double upAnterior() {
    return upAnterior;
  }

  double upSuperior() {
    return upSuperior;
  }

  double upRight() {
    return upRight;
  }

  double rateRadPerSec() {
    return Math.sqrt(rateAnterior * rateAnterior + rateSuperior * rateSuperior + rateRight * rateRight);
  }

  /** How far this has turned to the left about the vertical since the posture before, rad. */
  double turn(Turning turning, double stepSeconds) {
    return turning.update(
        upAnterior, upSuperior, upRight, rateAnterior, rateSuperior, rateRight, stepSeconds);
  }

  /** θ = atan2(−u_x, u_y), signed, forward positive. */
  public double sagittalInclinationRad() {
    return ArcTangent.of(-upAnterior, upSuperior);
  }

  /** Positive to the wearer's right; what merely comes with this wearer's bending is taken out. */
  public double lateralInclinationRad() {
    double lateral = ArcTangent.of(-upRight, Math.sqrt(upAnterior * upAnterior + upSuperior * upSuperior));
    return coupling.isNone() ? lateral : lateral - coupling.lateralRad(sagittalInclinationRad());
  }

  /** Angle between the segment and its standing direction, unsigned. */
  public double inclinationRad() {
    return ArcTangent.of(Math.sqrt(upAnterior * upAnterior + upRight * upRight), upSuperior);
  }

  /** Rate of bending forward. */
  public double sagittalRateRadPerSec() {
    return -rateRight;
  }

  /** Rate of turning to the left about the segment's own long axis. */
  public double axialRateRadPerSec() {
    return rateSuperior;
  }
}

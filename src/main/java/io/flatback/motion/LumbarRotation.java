package io.flatback.motion;

/**
 * The lumbar segment against the sacrum, as one rotation from the one to the other, told as flexion about the
 * sacrum's right, axial rotation about the lumbar segment's own long axis, and lateral bend about the axis
 * across both (the order of the joint coordinate system of the ISB, Wu et al. 2002). All 0 in standing.
 *
 * <p>Flexion rests on the direction of up in both sensors alone and does not drift; a turn between the two enters it
 * in second order only. Axial rotation rests on the difference of their turns about the vertical, and is known for a
 * short while only: {@link ShortTermAngle}; lateral bend is told with that turn taken into account. Without a
 * gyroscope axial rotation is NaN, and no turn is taken to be between the two. One instance per back, one thread,
 * nothing allocated per sample.
 */
public final class LumbarRotation {
  private static final double LONGEST_STEP_SECONDS = 0.25;

  private final Turning lumbarTurning = new Turning();
  private final Turning sacrumTurning = new Turning();
  private final ShortTermAngle turned = new ShortTermAngle();
  private final Quat lumbar = new Quat();
  private final Quat sacrum = new Quat();
  private final Quat heading = new Quat();
  private final Quat q = new Quat();
  private long lastNanos = Long.MIN_VALUE;
  private boolean known;
  private boolean gyro;

  /** Both postures at one instant; NaN comes out where the second is not known. */
  public void update(MotionRow row, BackPosture first, BackPosture second) {
    known = !Double.isNaN(row.secondUpX);
    if (known) {
      gyro = row.gyro && !Double.isNaN(row.secondRateX);
      turn(row, first, second);
      lumbar.setTipping(first.upAnterior(), first.upSuperior(), first.upRight());
      sacrum.setTipping(second.upAnterior(), second.upSuperior(), second.upRight()).invert();
    }
  }

  private void turn(MotionRow row, BackPosture first, BackPosture second) {
    double stepSeconds = lastNanos == Long.MIN_VALUE ? 0.0 : (row.timeNanos - lastNanos) * 1e-9;
    lastNanos = row.timeNanos;
    if (!gyro || stepSeconds > LONGEST_STEP_SECONDS) {
      turned.reset();
      stepSeconds = 0.0;
    }
    double lumbarRad = first.turn(lumbarTurning, stepSeconds);
    double sacrumRad = second.turn(sacrumTurning, stepSeconds);
    if (gyro) {
      double rate = Math.max(first.rateRadPerSec(), second.rateRadPerSec());
      turned.update(lumbarRad - sacrumRad, first, rate, stepSeconds);
    }
  }

  /**
   * R = Rz(−flexion) · Rx(lateral bend) · Ry(axial rotation).
   *
   * @param turnRad about the vertical, between the two
   */
  private void between(double turnRad) {
    q.copy(sacrum);
    if (turnRad != 0.0) {
      heading.set(Math.cos(0.5 * turnRad), 0.0, Math.sin(0.5 * turnRad), 0.0);
      q.after(heading);
    }
    q.after(lumbar);
  }

  /** Forward positive. */
  public double flexionRad() {
    if (!known) {
      return Double.NaN;
    }
    between(0.0);
    return ArcTangent.of(2.0 * (q.x * q.y - q.w * q.z), 1.0 - 2.0 * (q.x * q.x + q.z * q.z));
  }

  /** To the right positive. */
  public double lateralBendRad() {
    if (!known) {
      return Double.NaN;
    }
    between(gyro ? turned.angleRad() : 0.0);
    double r01 = 2.0 * (q.x * q.y - q.w * q.z);
    double r11 = 1.0 - 2.0 * (q.x * q.x + q.z * q.z);
    return ArcTangent.of(2.0 * (q.y * q.z + q.w * q.x), Math.sqrt(r01 * r01 + r11 * r11));
  }

  /** To the left positive; short-term. NaN without gyroscopes. */
  public double axialRotationRad() {
    if (!known || !gyro) {
      return Double.NaN;
    }
    between(turned.angleRad());
    return ArcTangent.of(2.0 * (q.w * q.y - q.x * q.z), 1.0 - 2.0 * (q.x * q.x + q.y * q.y));
  }
}

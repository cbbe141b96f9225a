package io.flatback.session;

import io.flatback.motion.MotionRow;
import org.jspecify.annotations.Nullable;

/**
 * One sample of the back. Angles in degrees; NaN where they are not known.
 *
 * @param primary the lumbar sensor, or the only one
 * @param second the sacral one; null with one sensor, or while it is not seen
 * @param lumbar the one against the other
 * @param trunkTurnDeg of the primary about the vertical, positive to the left, short-term as the axial rotation
 * @param inclinationSigmaDeg how far the primary sensor's inclination may be wrong, one standard deviation
 */
public record SeriesRow(
    long timeNanos,
    Segment primary,
    @Nullable Segment second,
    Lumbar lumbar,
    double trunkTurnDeg,
    double inclinationSigmaDeg,
    SessionEvent.Phase phase) {

  /** Lumbar flexion; NaN with one sensor. */
  public double flexionDeg() {
    return lumbar.flexionDeg();
  }

  /** Where it is not known how the sensor is worn, there is a direction but no angle. */
  static SeriesRow withoutMounting(MotionRow row) {
    Segment primary =
        new Segment(row.upX, row.upY, row.upZ, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    return new SeriesRow(
        row.timeNanos,
        primary,
        null,
        Lumbar.UNKNOWN,
        Double.NaN,
        Math.toDegrees(row.inclinationSigmaRad),
        SessionEvent.Phase.UNKNOWN);
  }

  /** The lumbar sensor is silent. */
  static SeriesRow withoutPrimary(long timeNanos, Segment second, SessionEvent.Phase phase) {
    double unknown = Double.NaN;
    Segment primary = new Segment(unknown, unknown, unknown, unknown, unknown, unknown, unknown);
    return new SeriesRow(timeNanos, primary, second, Lumbar.UNKNOWN, unknown, unknown, phase);
  }

  /**
   * The lumbar segment against the sacrum: {@link io.flatback.motion.LumbarRotation}. NaN with one sensor.
   *
   * @param flexionDeg forward positive
   * @param lateralBendDeg to the right positive
   * @param axialRotationDeg to the left positive, short-term
   */
  public record Lumbar(double flexionDeg, double lateralBendDeg, double axialRotationDeg) {
    static final Lumbar UNKNOWN = new Lumbar(Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * One sensor and the segment that carries it.
   *
   * @param upX earth's up-direction in the sensor frame, unit length
   * @param axialRotationDeg turned to the left since the excursion began; NaN where it is not measured
   */
  public record Segment(
      double upX,
      double upY,
      double upZ,
      double sagittalInclinationDeg,
      double lateralInclinationDeg,
      double inclinationDeg,
      double axialRotationDeg) {}
}

package io.flatback.session;

/**
 * The angles of one instant, in degrees.
 *
 * @param lumbarFlexionDeg NaN with one sensor
 */
public record PostureView(
    double sagittalInclinationDeg,
    double lateralInclinationDeg,
    double inclinationDeg,
    double lumbarFlexionDeg,
    SessionEvent.Phase phase) {

  static PostureView of(BackLine line) {
    return new PostureView(
        Math.toDegrees(line.posture().sagittalInclinationRad()),
        Math.toDegrees(line.posture().lateralInclinationRad()),
        Math.toDegrees(line.posture().inclinationRad()),
        line.lumbarFlexionDeg(),
        line.phase());
  }
}

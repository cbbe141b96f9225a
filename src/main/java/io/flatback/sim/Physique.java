package io.flatback.sim;

/**
 * Lengths in metres of a body in the sagittal plane, ankle to thorax, and where on it sensors sit.
 *
 * @param sensorBehindM how far behind the spine's line the skin of the back is
 * @param lumbarSensorUpM above L5/S1, along the thorax
 * @param sacrumSensorUpM above the hip, along the pelvis
 */
public record Physique(
    double shankM,
    double thighM,
    double hipToL5S1M,
    double sensorBehindM,
    double lumbarSensorUpM,
    double sacrumSensorUpM) {
  /** About 1.78 m tall; segment shares after Winter 2009. */
  public static final Physique AVERAGE = new Physique(0.43, 0.44, 0.11, 0.09, 0.17, 0.08);
}

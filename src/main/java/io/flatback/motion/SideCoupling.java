package io.flatback.motion;

/**
 * How far a wearer tilts to the side merely by bending forward: lateral = a sin θ + b (1 − cos θ).
 *
 * <p>The first term is what a hinge axis that is turned about the spine fakes, or a wearer who leans; the
 * second what an axis that is not quite level fakes. It is subtracted, so that what is left is a change
 * against the wearer's own unloaded hinge.
 *
 * @param sineRad a
 * @param versineRad b
 */
public record SideCoupling(double sineRad, double versineRad) {
  public static final SideCoupling NONE = new SideCoupling(0.0, 0.0);

  /** own: the bend beyond which a coupling learnt from slow hinges is not carried on; they reach about 70°. */
  private static final double FURTHEST_RAD = Math.toRadians(90.0);

  boolean isNone() {
    return sineRad == 0.0 && versineRad == 0.0;
  }

  public double lateralRad(double sagittalInclinationRad) {
    double angle = Math.max(-FURTHEST_RAD, Math.min(FURTHEST_RAD, sagittalInclinationRad));
    return sineRad * Math.sin(angle) + versineRad * (1.0 - Math.cos(angle));
  }
}

package io.flatback.form.compare;

import java.util.List;

/**
 * The inclination of one rep along its ascent, forward positive, 0 in the wearer's own standing posture.
 *
 * @param rangeDeg from its largest to standing, within the rep: where standing was taken to be drops out
 * @param inclinationDeg one for each {@link AscentPoint}; NaN where it was not seen
 */
public record RepCurve(double rangeDeg, List<Double> inclinationDeg) {
  public RepCurve {
    inclinationDeg = List.copyOf(inclinationDeg);
    if (inclinationDeg.size() != AscentPoint.values().length) {
      throw new IllegalArgumentException(
          "a curve has " + AscentPoint.values().length + " points, got " + inclinationDeg.size());
    }
  }

  double inclinationDeg(AscentPoint point) {
    return inclinationDeg.get(point.ordinal());
  }

  /** How far it still has to come up: what is left of the range at this point. */
  double aboveLockoutDeg(AscentPoint point) {
    return inclinationDeg(point) - inclinationDeg(AscentPoint.LOCKOUT);
  }
}

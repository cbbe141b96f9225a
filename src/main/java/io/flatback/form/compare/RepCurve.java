package io.flatback.form.compare;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The inclination of one rep along its ascent, forward positive, 0 in the wearer's own standing posture.
 *
 * @param rangeDeg from its largest to standing, within the rep: where standing was taken to be drops out
 * @param inclinationDeg NaN, or nothing, where it was not seen
 */
public record RepCurve(double rangeDeg, Map<AscentPoint, Double> inclinationDeg) {
  public RepCurve {
    Map<AscentPoint, Double> copy = new EnumMap<>(AscentPoint.class);
    copy.putAll(inclinationDeg);
    inclinationDeg = Collections.unmodifiableMap(copy);
  }

  public double inclinationDeg(AscentPoint point) {
    return inclinationDeg.getOrDefault(point, Double.NaN);
  }

  /** How far it still has to come up: what is left of the range at this point. */
  double aboveLockoutDeg(AscentPoint point) {
    return inclinationDeg(point) - inclinationDeg(AscentPoint.LOCKOUT);
  }
}

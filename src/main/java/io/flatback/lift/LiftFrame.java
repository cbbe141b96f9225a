package io.flatback.lift;

/**
 * One instant of the back, as reps are found from it. Filled anew for every sample by the one who owns it,
 * so that nothing is allocated on the way.
 */
public final class LiftFrame {
  public long timeNanos;
  /** Signed, forward positive, 0 in standing. */
  public double inclinationDeg;
  /** Positive to the right. */
  public double lateralDeg;
  /** Rate of bending forward. */
  public double sagittalRateDps;
  /** Rate of turning to the left; NaN without a gyroscope. */
  public double axialRateDps;
  /** Upward, gravity taken out. */
  public double verticalAccelMps2;
  /** NaN with one sensor. */
  public double lumbarFlexionDeg;
  /** A reading of this instant was at the end of its scale. */
  public boolean clipped;
  /** The sensor follows the back, as far as is known. */
  public boolean trusted = true;
}

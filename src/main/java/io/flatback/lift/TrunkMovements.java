package io.flatback.lift;

import java.util.List;

/**
 * Finds the movements of a trunk that bends forward, to the sides and turns, sitting or standing.
 *
 * <p>In: angles from upright, sample by sample. Out, at the end: the movements in order of time; see
 * {@link TrunkNaming}. A sensor may sit beside the spine and be turned with the skin: the axes are turned by up to
 * {@value #MOST_TURNED_DEG}° where the swings then keep better to one angle each. One instance per recording, one
 * thread; memory grows by the swing.
 */
public final class TrunkMovements {
  private static final int MOST_TURNED_DEG = 25;
  private static final int TURN_STEP_DEG = 5;

  /** own: turning the axes must make a swing clearer by this much a degree. */
  private static final double PRICE_OF_TURN = 0.001;

  private final TrunkSwings swings = new TrunkSwings();

  /**
   * @param forwardDeg forward positive
   * @param rightDeg leaning to the right positive
   * @param leftTurnDeg turned to the left positive; NaN where it is not known
   */
  public void update(long timeNanos, double forwardDeg, double rightDeg, double leftTurnDeg) {
    double turnDeg = Double.isNaN(leftTurnDeg) ? 0.0 : leftTurnDeg;
    swings.update(timeNanos, new TrunkAngles(forwardDeg, rightDeg, turnDeg));
  }

  /** The record is over: all movements of it. */
  public List<TrunkMovement> finish() {
    TrunkNaming best = new TrunkNaming(swings.swings(0.0));
    double most = best.score();
    for (int deg = -MOST_TURNED_DEG; deg <= MOST_TURNED_DEG; deg += TURN_STEP_DEG) {
      TrunkNaming other = new TrunkNaming(swings.swings(Math.toRadians(deg)));
      double score = other.score() - PRICE_OF_TURN * Math.abs(deg);
      if (score > most) {
        most = score;
        best = other;
      }
    }
    return best.movements();
  }
}

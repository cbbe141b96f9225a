package io.flatback.evaluate;

import java.util.Optional;

/**
 * How one recording fared.
 *
 * @param folder its group
 * @param wornWell as the truth has it; empty where it does not matter
 * @param orientation earth's up-direction against truth, during movement
 * @param movements of a trunk that was asked to bend and turn; empty where nobody asked
 * @param remounting what random rotations of the sensors changed
 * @param repeatable two analyses gave the same report, byte for byte
 */
record CaseResult(
    Kind kind,
    String folder,
    String name,
    Optional<Boolean> wornWell,
    LiftResult lift,
    AngleScore orientation,
    Optional<Movements> movements,
    RemountScore remounting,
    boolean repeatable) {

  /** Where the truth comes from; their figures are never mixed. */
  enum Kind {
    REAL("Real recordings", "real"),
    MOCAP("Motion capture, virtual sensors", "captured"),
    SIMULATED("Simulated", "simulated");

    private final String title;
    private final String word;

    Kind(String title, String word) {
      this.title = title;
      this.word = word;
    }

    /** For the middle of a line. */
    String word() {
      return word;
    }

    String title() {
      return title;
    }
  }

  /** @param signsRight forward and right were found as the sensors lay */
  record Movements(MovementScore score, boolean signsRight) {
    boolean isRight() {
      return score.isExact() && signsRight;
    }
  }

  /** Empty where the truth does not say how it was worn. */
  Optional<Boolean> followsBackRight() {
    return wornWell.map(well -> well == lift.saidToFollow());
  }
}

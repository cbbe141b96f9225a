package io.flatback.sim;

import io.flatback.signal.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What truly happened in a simulated recording. Times in seconds on the recording's time line; angles in
 * degrees against the lifter's own standing.
 *
 * @param wornWell false when a sensor hung loose or slid
 * @param changes what was made to change on purpose, and should be noticed
 */
public record Truth(
    String scenario,
    String shows,
    long seed,
    String exercise,
    List<Placement> placements,
    double rateHz,
    double durationSeconds,
    boolean wornWell,
    List<SetTruth> sets,
    List<RepTruth> reps,
    List<OtherMove> notReps,
    List<Change> changes) {

  /** @param index from 1 within the recording */
  public record SetTruth(
      int index, String exercise, @Nullable Double loadKg, double startSeconds, double endSeconds, int reps) {}

  /**
   * One completed ascent, its events as the contract defines them for the segment of the first sensor.
   *
   * @param index from 1 within its set
   * @param bottomSeconds middle of the stretch within 1 % of the ascent above the lowest point
   * @param ascentOnsetSeconds end of the stretch at the bottom
   * @param uprightSeconds where it comes back into the standing band
   * @param lockoutSeconds where the 0.2 s inside the standing band and below 20 °/s begin
   * @param bottomLastsSeconds how long that stretch is; any moment in it may be called the bottom
   * @param partial went only half-way down
   */
  public record RepTruth(
      int set,
      int index,
      double startSeconds,
      double bottomSeconds,
      double ascentOnsetSeconds,
      double uprightSeconds,
      double lockoutSeconds,
      double endSeconds,
      double bottomLastsSeconds,
      boolean partial,
      Angles angles) {

    public double concentricSeconds() {
      return lockoutSeconds - ascentOnsetSeconds;
    }
  }

  /** @param peakTrunkSeconds when the trunk leans most */
  public record Angles(
      double trunkPitchAtOnsetDeg,
      double lumbarFlexionAtOnsetDeg,
      double peakTrunkPitchDeg,
      double peakPelvisPitchDeg,
      double peakLumbarFlexionDeg,
      double peakTrunkSeconds) {}

  /** A movement that looks more or less like a rep. */
  public record OtherMove(int set, double startSeconds, double endSeconds, NotARep reason) {}

  /**
   * A change within a set, up to its last rep.
   *
   * @param metric key of the report's metric it should show in
   * @param amount in the metric's unit
   */
  public record Change(int set, int fromRep, String metric, double amount) {}

  public Truth {
    placements = List.copyOf(placements);
    sets = List.copyOf(sets);
    reps = List.copyOf(reps);
    notReps = List.copyOf(notReps);
    changes = List.copyOf(changes);
  }

  public int completedAscents() {
    return reps.size();
  }
}

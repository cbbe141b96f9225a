package io.flatback.session;

import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.form.summary.SetSummary;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.signal.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a session says while it runs, in the order in which it happened. Store, web and commands
 * consume it by exhaustive switch.
 */
public sealed interface SessionEvent {
  /** On the recording's time line. */
  long timeNanos();

  /** What a sensor's link is doing; sent on every change and once a second while streaming. */
  record SensorChanged(long timeNanos, SensorStatus status) implements SessionEvent {}

  /**
   * Where the back is now, thinned to what a screen can draw. NaN where nothing can be said yet.
   *
   * @param inclinationSigmaDeg how far the inclination may be wrong, one standard deviation
   * @param confidence of the mounting, 0 to 1
   */
  record PostureSampled(
      long timeNanos,
      double inclinationDeg,
      double inclinationSigmaDeg,
      double lateralTiltDeg,
      double lumbarFlexionDeg,
      Phase phase,
      double confidence)
      implements SessionEvent {}

  /** The mounting was found, or found better. */
  record MountingFound(long timeNanos, Placement placement, double confidence, boolean followsBack)
      implements SessionEvent {}

  /** A guided calibration has moved on: its step, its count, or what became of it. */
  record CalibrationChanged(long timeNanos, CalibrationProgress progress) implements SessionEvent {}

  record SetStarted(long timeNanos, int set, String exercise, boolean exerciseGuessed) implements SessionEvent {}

  /** A movement began that may become a rep. */
  record RepStarted(long timeNanos, int set, int rep) implements SessionEvent {}

  /** Looks like a rep, but the set has not confirmed it yet. */
  record RepProvisional(long timeNanos, int set, Rep rep) implements SessionEvent {}

  record RepCompleted(long timeNanos, int set, Rep rep) implements SessionEvent {}

  /**
   * A rep that was shown is taken back, or a movement that began was turned down.
   *
   * @param rep index that had been shown; 0 for a candidate that never had one
   */
  record RepWithdrawn(long timeNanos, int set, int rep, RejectedCandidate candidate) implements SessionEvent {}

  /**
   * What the values of this set are judged by became known, or changed: the first good reps are there.
   *
   * @param bands one for each metric that has one
   */
  record BandsLearnt(long timeNanos, int set, List<NoiseBand> bands) implements SessionEvent {
    public BandsLearnt {
      bands = List.copyOf(bands);
    }
  }

  record WarningRaised(long timeNanos, int set, Warning warning) implements SessionEvent {}

  /** What the set that goes on has come to so far; told after each rep. */
  record SetSummarised(long timeNanos, SetSummary summary) implements SessionEvent {}

  /** @param summary what it came to, final as far as live can tell */
  record SetEnded(long timeNanos, WorkSet set, SetSummary summary) implements SessionEvent {
    /** Of a set without others on that day. */
    public SetEnded(long timeNanos, WorkSet set) {
      this(timeNanos, set, SetSummary.of(set.facts(0), List.of(), /* over= */ true));
    }
  }

  /** Where in a rep the lifter is. */
  enum Phase {
    UNKNOWN,
    STANDING,
    ECCENTRIC,
    BOTTOM,
    CONCENTRIC
  }

  /**
   * State of one sensor's link.
   *
   * @param reason why it is in this state, for people; empty while all is well
   * @param device what the device calls itself; empty until it has said so
   */
  record SensorStatus(
      String sensor,
      Placement placement,
      State state,
      String reason,
      String device,
      LinkFigures figures) {

    /** Of a sensor that has not been opened yet. */
    public static SensorStatus connecting(String sensor, Placement placement) {
      return new SensorStatus(sensor, placement, State.CONNECTING, "", "", LinkFigures.UNKNOWN);
    }

    /** A sensor that is connected and says nothing has a state of its own. */
    public enum State {
      CONNECTING,
      STREAMING,
      SILENT,
      DEGRADED,
      LOST,
      /** A recording that was played has reached its end. */
      ENDED
    }
  }
}

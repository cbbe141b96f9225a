package io.flatback.session;

import io.flatback.lift.ExerciseProfile;
import io.flatback.lift.ExerciseProfiles;
import io.flatback.lift.LiftEvent;
import io.flatback.lift.LiftFrame;
import io.flatback.lift.RepSegmenter;
import io.flatback.motion.BackPosture;
import io.flatback.motion.Mounting;
import io.flatback.motion.MotionRow;
import io.flatback.signal.Gap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From rows of motion to reps and sets, once the mounting is known: angles, rep finder, sets, and the
 * thinned samples for the screen.
 */
final class BackLine {
  private static final long SCREEN_NANOS = 50_000_000L;

  private final ExerciseProfile profile;
  private final RepSegmenter segmenter;
  private final TraceRecorder trace = new TraceRecorder();
  private final SetTracker sets;
  private final BackPosture posture = new BackPosture();
  private final BackPosture second = new BackPosture();
  private final LiftFrame frame = new LiftFrame();
  private long nextScreenNanos = Long.MIN_VALUE;
  private boolean trusted = true;

  BackLine(SessionSettings settings) {
    this.profile = ExerciseProfiles.of(settings.exercise() == null ? "deadlift" : settings.exercise());
    this.segmenter = new RepSegmenter(profile, settings.edits());
    this.sets = new SetTracker(settings, trace);
  }

  /** @param secondMounting null while there is no second sensor, or its mounting is not known */
  void update(
      MotionRow row, Mounting mounting, @Nullable Mounting secondMounting, boolean follows, List<SessionEvent> out) {
    trusted = follows;
    posture.update(row, mounting);
    double flexionDeg = Double.NaN;
    if (secondMounting != null) {
      second.updateSecond(row, secondMounting);
      flexionDeg = Math.toDegrees(posture.sagittalInclinationRad() - second.sagittalInclinationRad());
    }
    fill(row, flexionDeg);
    if (row.gapNanos > 0) {
      segmenter.skip(new Gap(row.timeNanos - row.gapNanos, row.timeNanos, Gap.Reason.HOLE, 0));
    }
    trace.add(row.timeNanos, frame.inclinationDeg, flexionDeg, row.gapNanos > 0, sets.isOpen());
    take(segmenter.update(frame), out);
    watchTheClock(out);
    showPosture(mounting, out);
  }

  void finish(List<SessionEvent> out) {
    take(segmenter.finish(), out);
    sets.end(frame.timeNanos, out);
  }

  BackPosture posture() {
    return posture;
  }

  /** Of the second sensor; meaningful only while {@link #lumbarFlexionDeg} is not NaN. */
  BackPosture secondPosture() {
    return second;
  }

  double lumbarFlexionDeg() {
    return frame.lumbarFlexionDeg;
  }

  boolean isIdle() {
    return !segmenter.isAway() && !sets.isOpen();
  }

  SessionEvent.Phase phase() {
    if (!segmenter.isAway()) {
      return SessionEvent.Phase.STANDING;
    }
    if (Math.abs(frame.sagittalRateDps) < 10.0) {
      return SessionEvent.Phase.BOTTOM;
    }
    return frame.sagittalRateDps > 0 ? SessionEvent.Phase.ECCENTRIC : SessionEvent.Phase.CONCENTRIC;
  }

  private void fill(MotionRow row, double flexionDeg) {
    frame.timeNanos = row.timeNanos;
    frame.inclinationDeg = Math.toDegrees(posture.sagittalInclinationRad());
    frame.lateralDeg = Math.toDegrees(posture.lateralInclinationRad());
    frame.sagittalRateDps = Math.toDegrees(posture.sagittalRateRadPerSec());
    frame.axialRateDps = row.gyro ? Math.toDegrees(posture.axialRateRadPerSec()) : Double.NaN;
    frame.verticalAccelMps2 = row.verticalAccelMps2;
    frame.lumbarFlexionDeg = flexionDeg;
    frame.clipped = row.clipped;
    frame.trusted = trusted;
  }

  private void take(List<LiftEvent> events, List<SessionEvent> out) {
    for (LiftEvent event : events) {
      sets.take(event, !Double.isNaN(frame.lumbarFlexionDeg), out);
    }
  }

  /** A set ends when the lifter stands for long, or stays bent over for long. */
  private void watchTheClock(List<SessionEvent> out) {
    long now = frame.timeNanos;
    boolean bentForLong =
        segmenter.isAway() && now - segmenter.awaySinceNanos() > profile.longestBentSeconds() * 1e9;
    boolean stoodForLong =
        sets.isOpen() && !segmenter.isAway() && now - sets.lastLockoutNanos() > profile.setRestSeconds() * 1e9;
    if (bentForLong) {
      take(segmenter.giveUp(), out);
    }
    if (stoodForLong || (bentForLong && sets.isOpen())) {
      segmenter.endSet();
      sets.end(now, out);
    }
  }

  private void showPosture(Mounting mounting, List<SessionEvent> out) {
    if (frame.timeNanos < nextScreenNanos) {
      return;
    }
    nextScreenNanos = frame.timeNanos + SCREEN_NANOS;
    out.add(
        new SessionEvent.PostureSampled(
            frame.timeNanos, frame.inclinationDeg, frame.lateralDeg, frame.lumbarFlexionDeg, phase(),
            mounting.confidence()));
  }
}

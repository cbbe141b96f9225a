package io.flatback.session;

import io.flatback.lift.ExerciseProfile;
import io.flatback.lift.ExerciseProfiles;
import io.flatback.lift.LiftEvent;
import io.flatback.lift.LiftFrame;
import io.flatback.lift.RepSegmenter;
import io.flatback.motion.BackPosture;
import io.flatback.motion.LumbarRotation;
import io.flatback.motion.TrunkTurn;
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
  private final LumbarRotation lumbar = new LumbarRotation();
  private final TrunkTurn trunkTurn = new TrunkTurn();
  private final PartialView view = new PartialView();
  private final OwnBend bend;
  private final LiftFrame frame = new LiftFrame();
  /** own: twice the 2.9° by which a wearer's own posture repeats [aasa-2019] is no angle to show. */
  private static final double SHOWN_SIGMA_DEG = 5.8;

  private long nextScreenNanos = Long.MIN_VALUE;
  private boolean trusted = true;
  private double axialDeg;
  private long lastNanos;

  BackLine(SessionSettings settings, OwnBend bend, SetTracker.Stretches stretches) {
    this.bend = bend;
    this.profile = ExerciseProfiles.of(settings.exercise() == null ? "deadlift" : settings.exercise());
    this.segmenter = new RepSegmenter(profile, settings.edits());
    this.sets = new SetTracker(settings, trace, stretches);
  }

  /** @param secondMounting null while there is no second sensor, or its mounting is not known */
  void update(
      MotionRow row, Mounting mounting, @Nullable Mounting secondMounting, boolean follows, boolean counting,
      List<SessionEvent> out) {
    trusted = follows;
    posture.update(row, mounting);
    trunkTurn.update(row, posture);
    double flexionDeg = Double.NaN;
    if (secondMounting != null) {
      second.updateSecond(row, secondMounting);
      lumbar.update(row, posture, second);
      flexionDeg = Math.toDegrees(lumbar.flexionRad());
    }
    fill(row, flexionDeg);
    view.note(row.timeNanos, row.standIn, row.standIn || (secondMounting != null && Double.isNaN(flexionDeg)));
    if (row.gapNanos > 0) {
      segmenter.skip(new Gap(row.timeNanos - row.gapNanos, row.timeNanos, Gap.Reason.HOLE, 0));
    }
    double shownDeg = row.standIn ? Double.NaN : frame.inclinationDeg;
    trace.add(row.timeNanos, shownDeg, flexionDeg, row.gapNanos > 0, sets.isOpen());
    turnAxially(row);
    if (counting) {
      take(segmenter.update(frame), out);
      watchTheClock(out);
    }
    showPosture(row, mounting, out);
  }

  void finish(List<SessionEvent> out) {
    take(segmenter.finish(), out);
    sets.end(frame.timeNanos, out);
  }

  boolean isIdle() {
    return !segmenter.isAway() && !sets.isOpen() && !segmenter.isInDoubt();
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

  /** How far the segment has turned since it left standing. */
  private void turnAxially(MotionRow row) {
    double seconds = row.gapNanos > 0 || lastNanos == 0 ? 0.0 : (row.timeNanos - lastNanos) * 1e-9;
    axialDeg = segmenter.isAway() ? axialDeg + frame.axialRateDps * seconds : 0.0;
    lastNanos = row.timeNanos;
  }

  SeriesRow series(MotionRow row) {
    if (row.standIn) {
      return SeriesRow.withoutPrimary(
          row.timeNanos, segment(row.upX, row.upY, row.upZ, posture, Double.NaN), phase());
    }
    SeriesRow.Segment primary = segment(row.upX, row.upY, row.upZ, posture, row.gyro ? axialDeg : Double.NaN);
    boolean paired = !Double.isNaN(row.secondUpX) && !Double.isNaN(frame.lumbarFlexionDeg);
    SeriesRow.Segment other =
        paired ? segment(row.secondUpX, row.secondUpY, row.secondUpZ, second, Double.NaN) : null;
    SeriesRow.Lumbar between =
        paired
            ? new SeriesRow.Lumbar(
                frame.lumbarFlexionDeg,
                Math.toDegrees(lumbar.lateralBendRad()),
                Math.toDegrees(lumbar.axialRotationRad()))
            : SeriesRow.Lumbar.UNKNOWN;
    return new SeriesRow(
        row.timeNanos,
        primary,
        other,
        between,
        Math.toDegrees(trunkTurn.angleRad()),
        Math.toDegrees(row.inclinationSigmaRad),
        phase());
  }

  private static SeriesRow.Segment segment(double x, double y, double z, BackPosture angles, double axialDeg) {
    return new SeriesRow.Segment(
        x, y, z,
        Math.toDegrees(angles.sagittalInclinationRad()),
        Math.toDegrees(angles.lateralInclinationRad()),
        Math.toDegrees(angles.inclinationRad()),
        axialDeg);
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
    if (events.isEmpty()) {
      return;
    }
    for (LiftEvent event : events) {
      sets.take(bend.of(view.of(event)), !Double.isNaN(frame.lumbarFlexionDeg), out);
    }
  }

  /** A set ends when the lifter stands for long, or stays bent over for long. */
  private void watchTheClock(List<SessionEvent> out) {
    long now = frame.timeNanos;
    boolean underWay = sets.isOpen() || segmenter.isInDoubt();
    boolean bentForLong =
        segmenter.isAway() && now - segmenter.awaySinceNanos() > profile.longestBentSeconds() * 1e9;
    boolean stoodForLong = underWay && !segmenter.isAway() && now - lastLockoutNanos() > profile.setRestSeconds() * 1e9;
    if (bentForLong) {
      take(segmenter.giveUp(), out);
    }
    if (stoodForLong || (bentForLong && underWay)) {
      take(segmenter.endSet(), out);
      sets.end(now, out);
    }
  }

  private long lastLockoutNanos() {
    return segmenter.isInDoubt() ? segmenter.doubtfulSinceNanos() : sets.lastLockoutNanos();
  }

  private void showPosture(MotionRow row, Mounting mounting, List<SessionEvent> out) {
    if (frame.timeNanos < nextScreenNanos) {
      return;
    }
    nextScreenNanos = frame.timeNanos + SCREEN_NANOS;
    double sigmaDeg = Math.toDegrees(row.inclinationSigmaRad);
    boolean sure = sigmaDeg < SHOWN_SIGMA_DEG && !row.standIn;
    out.add(
        new SessionEvent.PostureSampled(
            frame.timeNanos,
            sure ? frame.inclinationDeg : Double.NaN,
            sigmaDeg,
            sure ? frame.lateralDeg : Double.NaN,
            sure ? frame.lumbarFlexionDeg : Double.NaN,
            phase(),
            mounting.confidence()));
  }
}

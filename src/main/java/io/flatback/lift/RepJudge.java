package io.flatback.lift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether an excursion that came back to standing is a rep, and measures it. */
final class RepJudge {
  /** Of the evidence for range_of_motion_deg: below 60 % of the median a rep is partial. */
  private static final double PARTIAL_SHARE = 0.60;

  /** own: half of a partial rep or less is a dip on the way; replaced by the population. */
  private static final double TOO_SMALL_SHARE = 0.35;
  /** own: a hole of this length may hide a whole turn. */
  private static final long LONGEST_GAP_NANOS = 1_000_000_000L;

  private final ExerciseProfile profile;
  private final RepEdits edits;
  private final List<Double> rangesDeg = new ArrayList<>();
  private double medianRangeDeg;
  private int count;

  RepJudge(ExerciseProfile profile, RepEdits edits) {
    this.profile = profile;
    this.edits = edits;
  }

  /** Of the reps of this set; 0 before the second. */
  double medianRangeDeg() {
    return medianRangeDeg;
  }

  void endSet() {
    rangesDeg.clear();
    medianRangeDeg = 0.0;
    count = 0;
  }

  Rep provisional(LiftFrames frames, Excursion excursion, long position) {
    return measured(frames, excursion, frames.timeNanos(position), position, frames.inclinationDeg(position), count + 1);
  }

  LiftEvent judge(LiftFrames frames, Excursion excursion, long lockoutNanos, long top) {
    long now = frames.timeNanos(frames.end() - 1);
    double settledDeg = frames.inclinationDeg(excursion.topPosition);
    RepMeasurement measurement = measurement(frames, excursion, lockoutNanos, settledDeg);
    RejectedCandidate.Reason reason = reasonAgainst(excursion, measurement, lockoutNanos);
    if (reason != null) {
      return new LiftEvent.Rejected(now, new RejectedCandidate(excursion.startNanos, lockoutNanos, reason));
    }
    Rep rep = measured(frames, excursion, lockoutNanos, top, settledDeg, ++count);
    remember(measurement.rangeDeg());
    return new LiftEvent.Completed(now, rep, measurement.travelM());
  }

  private RejectedCandidate.@Nullable Reason reasonAgainst(
      Excursion excursion, RepMeasurement measurement, long lockoutNanos) {
    long bottomNanos = measurement.bottomNanos();
    if (edits.deletes(bottomNanos)) {
      return RejectedCandidate.Reason.DELETED_BY_USER;
    }
    if (edits.confirms(excursion.startNanos, lockoutNanos)) {
      return null;
    }
    if (excursion.gapNanos > LONGEST_GAP_NANOS) {
      return RejectedCandidate.Reason.GAP;
    }
    if (measurement.rangeDeg() < Math.max(profile.leastRangeDeg(), TOO_SMALL_SHARE * medianRangeDeg)) {
      return RejectedCandidate.Reason.TOO_SMALL;
    }
    double seconds = (lockoutNanos - excursion.startNanos) * 1e-9;
    if (excursion.beganStanding && seconds < profile.leastDurationSeconds()) {
      return RejectedCandidate.Reason.TOO_SHORT;
    }
    return null;
  }

  private Rep measured(
      LiftFrames frames, Excursion excursion, long lockoutNanos, long end, double settledDeg, int index) {
    RepMeasurement m = measurement(frames, excursion, lockoutNanos, settledDeg);
    long start = Math.min(excursion.startNanos, m.bottomNanos());
    long lockout = Math.max(lockoutNanos, m.onsetNanos());
    return new Rep(
        index,
        start,
        m.bottomNanos(),
        m.onsetNanos(),
        lockout,
        Math.max(lockout, frames.timeNanos(end)),
        quality(excursion, m),
        m.metrics(start, lockout));
  }

  private RepMeasurement measurement(LiftFrames frames, Excursion excursion, long lockoutNanos, double settledDeg) {
    long lockout = Math.max(excursion.from, frames.positionAt(lockoutNanos));
    boolean heightKnown = excursion.beganStanding && excursion.gapNanos == 0;
    return new RepMeasurement(frames, excursion.from, lockout, settledDeg, excursion.beganStanding, heightKnown);
  }

  private Set<RepQuality> quality(Excursion excursion, RepMeasurement m) {
    EnumSet<RepQuality> quality = EnumSet.noneOf(RepQuality.class);
    if (excursion.gapNanos > 0) {
      quality.add(RepQuality.GAP);
    }
    if (excursion.clipped) {
      quality.add(RepQuality.CLIPPED);
    }
    if (excursion.untrusted) {
      quality.add(RepQuality.MOUNTING_UNSURE);
    }
    if (m.rangeDeg() < PARTIAL_SHARE * medianRangeDeg) {
      quality.add(RepQuality.PARTIAL);
    }
    return quality;
  }

  private void remember(double rangeDeg) {
    rangesDeg.add(rangeDeg);
    if (rangesDeg.size() >= 2) {
      List<Double> sorted = new ArrayList<>(rangesDeg);
      Collections.sort(sorted);
      medianRangeDeg = sorted.get(sorted.size() / 2);
    }
  }
}

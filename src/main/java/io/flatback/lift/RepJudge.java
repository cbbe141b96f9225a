package io.flatback.lift;

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
  /** own: where more than this of the way up lies in a hole, the ascent was not seen. */
  private static final double UNSEEN_SHARE = 0.6;
  /** own: who is bent before a shorter hole and upright after it has come up once; after a longer one, who knows. */
  private static final long LONG_GAP_NANOS = 2_000_000_000L;
  /** own: after a hole, as at the beginning, the inclination is being found, and its way says nothing. */
  private static final long BLIND_NANOS = 150_000_000L;

  private static final double CERTAIN = 100.0;
  /** Log odds of a movement of which too little was seen to tell. */
  private static final double GIVEN = 0.5;

  private final ExerciseProfile profile;
  private final RepEdits edits;
  private final RepMeasurement.Room room = new RepMeasurement.Room();
  private final SetContext context = new SetContext();
  /** What was measured last, and of what. */
  private @Nullable RepMeasurement latest;

  private @Nullable Excursion latestOf;
  private long latestLockoutNanos;
  private long latestTop;
  private long latestEnd;

  RepJudge(ExerciseProfile profile, RepEdits edits) {
    this.profile = profile;
    this.edits = edits;
  }

  /** Of the reps of this set; 0 before the second. */
  double medianRangeDeg() {
    return context.medianRangeDeg();
  }

  SetContext context() {
    return context;
  }

  Rep provisional(LiftFrames frames, Excursion excursion, long position) {
    long now = frames.timeNanos(position);
    RepMeasurement m = measurement(frames, excursion, now, position, frames.inclinationDeg(position));
    long start = Math.min(excursion.startNanos, m.bottomNanos());
    RepMetrics soFar = m.metricsSoFar(start, now);
    return new Rep(
        context.nextIndex(), start, m.bottomNanos(), m.onsetNanos(), now, now, now, quality(excursion), soFar);
  }

  /** @param out gets what is known by now, of this excursion and of one before it */
  void judge(LiftFrames frames, Excursion excursion, long top, List<LiftEvent> out) {
    long topNanos = frames.timeNanos(excursion.topPosition);
    long lockout = Math.max(excursion.lockoutNanos(topNanos), excursion.startNanos);
    long upright = Math.max(excursion.uprightNanos(topNanos), excursion.startNanos);
    long part = edits.splitBetween(excursion.startNanos, lockout);
    Excursion last = excursion;
    if (part >= 0) {
      last = excursion.partedAt(frames.positionAt(part), part);
      out.addAll(judge(frames, excursion, part, part, excursion.topPosition));
    }
    out.addAll(judge(frames, last, Math.min(upright, lockout), lockout, top));
  }

  private List<LiftEvent> judge(LiftFrames frames, Excursion excursion, long uprightNanos, long lockoutNanos, long top) {
    long now = frames.timeNanos(frames.end() - 1);
    RepMeasurement m = measured(frames, excursion, lockoutNanos, top);
    boolean confirmed = edits.confirms(excursion.startNanos, lockoutNanos);
    RejectedCandidate.Reason reason = reasonAgainst(excursion, m, lockoutNanos, confirmed);
    if (reason != null) {
      context.pass(m.travelM(), m.oneWayM());
      return List.of(
          new LiftEvent.Rejected(now, new RejectedCandidate(excursion.startNanos, lockoutNanos, reason)));
    }
    Rep rep = rep(excursion, m, uprightNanos, lockoutNanos, frames.timeNanos(top), finalQuality(excursion, m));
    boolean blind = !excursion.beganStanding || excursion.longestGapNanos > BLIND_NANOS;
    if (confirmed || blind) {
      double seconds = (lockoutNanos - excursion.startNanos) * 1e-9;
      double hidden = excursion.beganStanding ? GIVEN - RepLikeness.haste(seconds) : GIVEN;
      double given = confirmed ? CERTAIN : hidden;
      return context.take(
          new RepCandidate(rep, m.depthDeg(), given, 0.0, BottomPose.UNKNOWN, m.travelM(), m.oneWayM()), now);
    }
    RepLikeness likeness = m.likeness();
    double logOdds = m.logOdds(likeness);
    return context.take(
        new RepCandidate(
            rep, m.depthDeg(), logOdds, likeness.staying(), likeness.pose(), m.travelM(), m.oneWayM()),
        now);
  }

  /** It seems to end elsewhere than it began, as who sits down: worth a second look before it is decided. */
  boolean seemsOneWay(LiftFrames frames, Excursion excursion, long lockoutNanos, long top) {
    return Math.abs(measured(frames, excursion, lockoutNanos, top).oneWayM()) > 0.0;
  }

  /** Asked for the same again, as after a second look, it answers the same. */
  private RepMeasurement measured(LiftFrames frames, Excursion excursion, long lockoutNanos, long top) {
    RepMeasurement known = latest;
    boolean same =
        latestOf == excursion && latestLockoutNanos == lockoutNanos && latestTop == top && latestEnd == frames.end();
    if (known != null && same) {
      return known;
    }
    RepMeasurement m = measurement(frames, excursion, lockoutNanos, top, frames.inclinationDeg(excursion.topPosition));
    latest = m;
    latestOf = excursion;
    latestLockoutNanos = lockoutNanos;
    latestTop = top;
    latestEnd = frames.end();
    return m;
  }

  private RejectedCandidate.@Nullable Reason reasonAgainst(
      Excursion excursion, RepMeasurement m, long lockoutNanos, boolean confirmed) {
    if (edits.deletes(m.bottomNanos())) {
      return RejectedCandidate.Reason.DELETED_BY_USER;
    }
    if (confirmed) {
      return null;
    }
    if (excursion.longestGapNanos > LONG_GAP_NANOS && excursion.unseenAscentDeg > UNSEEN_SHARE * m.rangeDeg()) {
      return RejectedCandidate.Reason.GAP;
    }
    if (m.rangeDeg() < Math.max(profile.leastRangeDeg(), TOO_SMALL_SHARE * medianRangeDeg())) {
      return RejectedCandidate.Reason.TOO_SMALL;
    }
    double seconds = (lockoutNanos - excursion.startNanos) * 1e-9;
    if (excursion.beganStanding && seconds < profile.leastDurationSeconds()) {
      return RejectedCandidate.Reason.TOO_SHORT;
    }
    return null;
  }

  private static Rep rep(
      Excursion excursion, RepMeasurement m, long uprightNanos, long lockoutNanos, long endNanos,
      Set<RepQuality> quality) {
    long start = Math.min(excursion.startNanos, m.bottomNanos());
    long upright = Math.max(uprightNanos, m.onsetNanos());
    long lockout = Math.max(lockoutNanos, upright);
    RepMetrics metrics = m.metrics(start, lockout);
    long end = Math.max(lockout, endNanos);
    return new Rep(1, start, m.bottomNanos(), m.onsetNanos(), upright, lockout, end, quality, metrics);
  }

  private RepMeasurement measurement(
      LiftFrames frames, Excursion excursion, long lockoutNanos, long seenTo, double settledDeg) {
    long lockout = Math.max(excursion.from, frames.positionAt(lockoutNanos));
    boolean heightKnown = excursion.beganStanding && excursion.gapNanos == 0;
    return new RepMeasurement(
        frames, room, excursion.from, lockout, seenTo, settledDeg, excursion.beganStanding, heightKnown);
  }

  /** Whether it was partial is known once it is over. */
  private Set<RepQuality> finalQuality(Excursion excursion, RepMeasurement m) {
    Set<RepQuality> quality = quality(excursion);
    if (m.rangeDeg() < PARTIAL_SHARE * medianRangeDeg()) {
      quality.add(RepQuality.PARTIAL);
    }
    return quality;
  }

  private static Set<RepQuality> quality(Excursion excursion) {
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
    return quality;
  }
}

package io.flatback.lift;

import io.flatback.signal.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds reps in the inclination of the back: a state machine with hysteresis on the lifter's own range.
 *
 * <p>In: one {@link LiftFrame} per sample, causal. Out: {@link LiftEvent}s. A rep is a completed ascent: the
 * back leaves the standing band, comes at least {@link ExerciseProfile#leastRangeDeg} down, and returns to
 * standing. How the back gets there, evenly or in humps, plays no part: bad form never stops the counting.
 *
 * <p>A turn near standing is a top unless the sensor is being pushed upwards there: at the bottom of a squat
 * the pelvis tucks under and the inclination all but returns to standing, but the body is being caught.
 */
public final class RepSegmenter {
  /** Of the contract of what a rep is: back inside the standing band and slower than 20 °/s for 0.2 s. */
  private static final double SLOW_DPS = 20.0;

  private static final long HOLD_NANOS = 200_000_000L;
  /** own: who stops for this long near standing, but outside the band, has stood up as far as he does. */
  private static final long SOFT_HOLD_NANOS = 400_000_000L;

  /** own: within the half second in which a rep is decided. */
  private static final long SECOND_LOOK_NANOS = 450_000_000L;

  private static final double TURN_DEG = 5.0;
  /** own: on the way up past this share of the depth is worth showing; replaced by how often it is withdrawn. */
  private static final double PROVISIONAL_SHARE = 0.6;

  private final ExerciseProfile profile;
  private final LiftFrames frames = new LiftFrames();
  private final StandingLevel level = new StandingLevel();
  private final StandingRule standing;
  private final RepJudge judge;
  private final SetContext context;
  private final RepEdits edits;
  private final List<LiftEvent> events = new ArrayList<>();

  private final SlippedStanding slipped;
  private Excursion excursion = new Excursion(0, 0, false);
  private boolean away;
  private boolean seen;
  private long lastInBand;
  private long lastLockout;
  private long unseenNanos;
  private long standingGapNanos;
  private double seenDeg;

  public RepSegmenter(ExerciseProfile profile, List<RepEdit> edits) {
    this.profile = profile;
    this.standing = new StandingRule(profile, frames);
    this.slipped = new SlippedStanding(profile);
    this.edits = new RepEdits(edits);
    this.judge = new RepJudge(profile, this.edits);
    this.context = judge.context();
  }

  /** @return what this sample gave rise to; valid until the next call */
  public List<LiftEvent> update(LiftFrame frame) {
    events.clear();
    frames.add(frame);
    long position = frames.end() - 1;
    double relativeDeg = frame.inclinationDeg - level.deg();
    if (!seen) {
      begin(position, relativeDeg);
    }
    standing.feel(frame, unseenNanos > 0);
    bridge(frame.inclinationDeg);
    if (away) {
      follow(position, relativeDeg, frame);
    } else {
      stand(position, relativeDeg, frame);
    }
    return events;
  }

  /** Nothing was seen for a while. */
  public void skip(Gap gap) {
    unseenNanos += gap.endNanos() - gap.timeNanos();
  }

  /** The record ends here. */
  public List<LiftEvent> finish() {
    events.clear();
    if (away) {
      long last = frames.end() - 1;
      if (standing.isTop(excursion.topDeg, excursion.peakDeg) && !standing.isCaught(excursion.topPosition)) {
        complete(last);
      } else if (excursion.shown) {
        reject(last);
      }
      away = false;
    }
    return endSet(events);
  }

  /** Bent over for too long: what is under way is no rep, but what comes next may be. */
  public List<LiftEvent> giveUp() {
    events.clear();
    long last = frames.end() - 1;
    if (away && excursion.shown) {
      reject(last);
    }
    excursion = new Excursion(last, frames.timeNanos(last), false);
    return events;
  }

  /** The set is over: who still is in doubt is decided, and the next set begins without this one's range. */
  public List<LiftEvent> endSet() {
    events.clear();
    return endSet(events);
  }

  private List<LiftEvent> endSet(List<LiftEvent> out) {
    out.addAll(context.end(frames.end() > frames.begin() ? frames.timeNanos(frames.end() - 1) : 0));
    return out;
  }

  /** Bent over, on the way down or up. */
  public boolean isAway() {
    return away && !slipped.isStill();
  }

  /** A movement of this set has come back to standing and is not decided yet. */
  public boolean isInDoubt() {
    return context.isWaiting();
  }

  /** When the movement in doubt came back to standing. */
  public long doubtfulSinceNanos() {
    return context.lastLockoutNanos();
  }

  /** Since when the present excursion lasts. */
  public long awaySinceNanos() {
    return excursion.startNanos;
  }

  private void begin(long position, double relativeDeg) {
    seen = true;
    lastInBand = position;
    away = Math.abs(relativeDeg) > standing.nearDeg();
    if (away) {
      excursion = new Excursion(position, frames.timeNanos(position), false);
    }
  }

  private void bridge(double inclinationDeg) {
    if (unseenNanos > 0 && away) {
      excursion.bridge(unseenNanos, seenDeg - inclinationDeg);
    } else if (unseenNanos > 0) {
      standingGapNanos += unseenNanos;
    }
    unseenNanos = 0;
    seenDeg = inclinationDeg;
  }

  private void stand(long position, double relativeDeg, LiftFrame frame) {
    level.update(frame, relativeDeg);
    if (relativeDeg <= profile.standingBandDeg()) {
      lastInBand = position;
      standingGapNanos = 0;
    } else if (relativeDeg > standing.leaveDeg(judge.medianRangeDeg())) {
      leave(position, relativeDeg, frame);
    }
  }

  private void leave(long position, double relativeDeg, LiftFrame frame) {
    away = true;
    slipped.forget();
    long from = Math.max(lastInBand, frames.begin());
    excursion = new Excursion(from, standing.leftNanos(from, position, lastLockout, level.deg()), true);
    if (standingGapNanos > 0) {
      excursion.bridge(standingGapNanos, 0.0);
      standingGapNanos = 0;
    }
    follow(position, relativeDeg, frame);
  }

  private void follow(long position, double relativeDeg, LiftFrame frame) {
    excursion.keepTo(frames.begin());
    excursion.clipped |= frame.clipped;
    excursion.untrusted |= !frame.trusted;
    if (relativeDeg > excursion.peakDeg) {
      excursion.deepen(relativeDeg, frame.timeNanos);
    }
    announce(position, relativeDeg);
    if (excursion.peakDeg < standing.leaveDeg(judge.medianRangeDeg())) {
      returnUnnoticed(relativeDeg, frame);
      return;
    }
    boolean slow = Math.abs(frame.sagittalRateDps) < SLOW_DPS;
    if (slipped.update(position, frame, slow, level.deg())) {
      level.moveTo(slipped.deg());
      excursion = slipped.excursion(frames, excursion, position);
      complete(position);
      return;
    }
    trackTop(position, relativeDeg);
    excursion.hold(slow && standing.isTop(relativeDeg, excursion.peakDeg), frame.timeNanos);
    decide(position, relativeDeg, frame.timeNanos);
  }

  private void announce(long position, double relativeDeg) {
    if (!excursion.shown && excursion.peakDeg >= profile.leastRangeDeg()) {
      excursion.shown = true;
      events.addAll(context.bendsAgain(excursion.startNanos, frames.timeNanos(position)));
      events.add(new LiftEvent.Started(excursion.startNanos));
    }
    if (excursion.shown && !excursion.provisional && relativeDeg < PROVISIONAL_SHARE * excursion.peakDeg) {
      excursion.provisional = true;
      Rep rep = judge.provisional(frames, excursion, position);
      events.add(new LiftEvent.Provisional(frames.timeNanos(position), rep));
    }
  }

  /** The record began a little off standing, but never bent. */
  private void returnUnnoticed(double relativeDeg, LiftFrame frame) {
    if (Math.abs(relativeDeg) <= profile.standingBandDeg() && Math.abs(frame.sagittalRateDps) < SLOW_DPS) {
      away = false;
      lastInBand = frames.end() - 1;
    }
  }

  private void trackTop(long position, double relativeDeg) {
    if (relativeDeg < excursion.topDeg) {
      excursion.topDeg = relativeDeg;
      excursion.topPosition = position;
    }
    if (relativeDeg <= profile.standingBandDeg() && !excursion.isUpright()) {
      excursion.upright(frames.crossingNanos(position - 1, level.deg() + profile.standingBandDeg()));
    }
  }

  private void decide(long position, double relativeDeg, long now) {
    boolean held =
        (excursion.lockedNanos(now) >= HOLD_NANOS && relativeDeg <= profile.standingBandDeg())
            || excursion.slowNanos(now) >= SOFT_HOLD_NANOS;
    boolean turned = standing.isTop(excursion.topDeg, excursion.peakDeg) && relativeDeg > excursion.topDeg + TURN_DEG;
    boolean goesOn = (turned && standing.isCaught(excursion.topPosition)) || edits.merges(excursion.peakNanos, now);
    if (goesOn && (turned || held)) {
      excursion.forgetTop();
    } else if (turned) {
      complete(excursion.topPosition);
    } else if (held && !standing.isCaught(position) && !isSinking(position, now)) {
      complete(position);
    }
  }

  /** Seems to sit down: the trunk is upright before the body has arrived. */
  private boolean isSinking(long position, long now) {
    if (excursion.slowNanos(now) >= SECOND_LOOK_NANOS || !excursion.shown) {
      return false;
    }
    if (!excursion.sinking) {
      long lockout = excursion.lockoutNanos(frames.timeNanos(excursion.topPosition));
      excursion.sinking = judge.seemsOneWay(frames, excursion, lockout, position);
    }
    return excursion.sinking;
  }

  /** @param top position up to which the excursion counts; rows after it begin the next */
  private void complete(long top) {
    boolean goesOn = top < frames.end() - 1;
    level.settle(frames.inclinationDeg(excursion.topPosition));
    if (excursion.shown) {
      judge.judge(frames, excursion, top, events);
    }
    away = false;
    standingGapNanos = 0;
    lastInBand = top;
    lastLockout = top;
    if (goesOn) {
      resume(top);
    }
  }

  /** Turned without a pause: the rows since the top belong to what comes next. */
  private void resume(long top) {
    for (long i = top; i < frames.end(); i++) {
      double relativeDeg = frames.inclinationDeg(i) - level.deg();
      if (relativeDeg <= profile.standingBandDeg()) {
        lastInBand = i;
      }
    }
  }

  private void reject(long position) {
    long now = frames.timeNanos(position);
    events.add(
        new LiftEvent.Rejected(
            now, new RejectedCandidate(excursion.startNanos, now, RejectedCandidate.Reason.NO_LOCKOUT)));
  }
}

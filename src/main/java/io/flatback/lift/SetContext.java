package io.flatback.lift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who is a rep, in the company of the others: the reps of one set are alike and follow each other. A movement
 * that speaks for itself counts at once; a doubtful one waits, provisional, for the next or for the end of the
 * set, and is then counted or turned down. Staying down aside speaks against a movement, but not where the next
 * one stays down as long and in the same way: that is how this lifter pauses.
 */
final class SetContext {
  /** own: a movement less likely than this is turned down whatever comes; replaced by labelled movements. */
  private static final double HOPELESS_LOG_ODDS = -2.0;

  /** own: as likely as this counts without waiting for company. */
  private static final double SURE_LOG_ODDS = 0.5;

  /** own: reps of one set differ by less; partial reps are no company. */
  private static final double ALIKE_RATIO = 1.5;
  /** own: neighbours this close are company, fading to none at three times that. */
  private static final double COMPANY_SECONDS = 3.0;

  private static final double COMPANY_WEIGHT = 2.0;

  /** own: beyond error; a bench is 0.4 m high, and the trunk is up again before all of that is gone. */
  private static final double ONE_WAY_M = 0.08;

  /** own: who moves the sensor up by more than this is not sitting. */
  private static final double SEATED_TRAVEL_M = 0.15;

  private static final double SEATED_LOG_ODDS = 2.0;

  private final List<Double> depthsDeg = new ArrayList<>();
  private final List<LiftEvent> decided = new ArrayList<>();
  private double medianRangeDeg;
  private int count;
  private RepCandidate last = RepCandidate.NONE;
  /** Of the latest movement, by itself and in the company so far; and what it says of the next. */
  private double odds;

  private double lastTold;
  private boolean waiting;
  private boolean seated;

  /** Of the reps of this set; 0 before the second. */
  double medianRangeDeg() {
    return medianRangeDeg;
  }

  /** Of a rep that is under way, should it and the one that waits be counted. */
  int nextIndex() {
    return count + (waiting ? 2 : 1);
  }

  /** A doubtful movement waits to be decided. */
  boolean isWaiting() {
    return waiting;
  }

  /** When the latest movement ended standing. */
  long lastLockoutNanos() {
    return last.rep().lockoutNanos();
  }

  /** @return what is decided by now, in order; valid until the next call */
  List<LiftEvent> take(RepCandidate seen, long nowNanos) {
    decided.clear();
    boolean posed = seen.pose().isAlike(last.pose());
    RepCandidate candidate = seated(posed ? seen.lessLikely(-seen.pose().excused()) : seen);
    double company = company(last, candidate);
    if (posed && waiting) {
      odds += last.pose().excused();
    }
    if (waiting) {
      boolean isRep = odds + company * told(candidate) > 0.0;
      lastTold = isRep ? Math.max(0.0, lastTold) : lastTold;
      decide(last, isRep, nowNanos);
    }
    odds = candidate.logOdds() + company * lastTold;
    waiting = odds < SURE_LOG_ODDS && candidate.logOdds() >= HOPELESS_LOG_ODDS;
    if (!waiting) {
      decide(candidate, odds >= SURE_LOG_ODDS, nowNanos);
    }
    last = candidate;
    lastTold = told(candidate);
    return decided;
  }

  /** What a neighbour says of others: no more for being quite sure. */
  private static double told(RepCandidate neighbour) {
    return Math.max(-1.0, Math.min(1.0, neighbour.logOdds()));
  }

  /** Not a rep, but perhaps the way down to a seat or up from it. */
  void pass(double travelM, double oneWayM) {
    if (!Double.isNaN(oneWayM)) {
      seated = oneWayM < -ONE_WAY_M || reaches(travelM, oneWayM);
    }
  }

  /** Who has sat down leans and reaches until he stands up again, or lifts something far. */
  private boolean reaches(double travelM, double oneWayM) {
    return seated && travelM < SEATED_TRAVEL_M && oneWayM < ONE_WAY_M;
  }

  private RepCandidate seated(RepCandidate seen) {
    boolean reaches = reaches(seen.travelM(), seen.oneWayM());
    seated = seen.oneWayM() < -ONE_WAY_M || reaches;
    return reaches ? seen.lessLikely(SEATED_LOG_ODDS) : seen;
  }

  /** The lifter bends again: who holds a bar lowers it soon, and stayed down before to set up for it. */
  List<LiftEvent> bendsAgain(long startNanos, long nowNanos) {
    decided.clear();
    boolean soon = startNanos - last.rep().lockoutNanos() < COMPANY_SECONDS * 1e9;
    if (waiting && soon && last.staying() > 0.0 && odds + last.staying() > 0.0) {
      decide(last, true, nowNanos);
    }
    return decided;
  }

  /** The set is over: who still waits has no company but what came before. Who sits stays seated. */
  List<LiftEvent> end(long nowNanos) {
    decided.clear();
    if (waiting) {
      decide(last, odds > 0.0, nowNanos);
    }
    depthsDeg.clear();
    medianRangeDeg = 0.0;
    count = 0;
    last = RepCandidate.NONE;
    return decided;
  }

  private void decide(RepCandidate candidate, boolean isRep, long nowNanos) {
    waiting = false;
    decided.add(isRep ? count(candidate, nowNanos) : turnDown(candidate, nowNanos));
  }

  private LiftEvent count(RepCandidate candidate, long nowNanos) {
    remember(candidate.depthDeg());
    return new LiftEvent.Completed(nowNanos, candidate.rep().withIndex(++count), candidate.travelM());
  }

  private static LiftEvent turnDown(RepCandidate candidate, long nowNanos) {
    Rep rep = candidate.rep();
    return new LiftEvent.Rejected(
        nowNanos,
        new RejectedCandidate(rep.startNanos(), rep.lockoutNanos(), RejectedCandidate.Reason.NOT_HINGE));
  }

  /** How much the one says of the other: 0 for strangers. */
  private static double company(RepCandidate before, RepCandidate after) {
    if (before.depthDeg() == 0.0 || !isAlike(before.depthDeg(), after.depthDeg())) {
      return 0.0;
    }
    double restSeconds = (after.rep().startNanos() - before.rep().lockoutNanos()) * 1e-9;
    return COMPANY_WEIGHT * Math.max(0.0, Math.min(1.0, 1.5 - 0.5 * restSeconds / COMPANY_SECONDS));
  }

  private static boolean isAlike(double a, double b) {
    return a < ALIKE_RATIO * b && b < ALIKE_RATIO * a;
  }

  private void remember(double depthDeg) {
    depthsDeg.add(depthDeg);
    if (depthsDeg.size() >= 2) {
      List<Double> sorted = new ArrayList<>(depthsDeg);
      Collections.sort(sorted);
      medianRangeDeg = sorted.get(sorted.size() / 2);
    }
  }
}

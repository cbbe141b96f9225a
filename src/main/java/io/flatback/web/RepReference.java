package io.flatback.web;

import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.lift.RepEdit;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a rep of a session: {@code 2-5} is rep 5 of set 2, {@code 2-r1} the first movement of set 2 that
 * was turned down.
 */
record RepReference(int set, int number, boolean rejected) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})-(r?)([1-9]\\d{0,5})");
  private static final double DAY_S = 86_400;

  /** Two looks at the same rep agree on its start at least so well. */
  private static final double START_TOLERANCE_S = 0.05;

  static RepReference of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw ProblemException.badValue(
          "Rep", "'" + text + "'", "SET-REP such as 2-5, or SET-rN such as 2-r1 for a rejected movement");
    }
    return new RepReference(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3)), !matcher.group(2).isEmpty());
  }

  /** What the body asks for, in times that still mean the same rep when the analysis improves. */
  RepEdit edit(SessionResult result, Body body) {
    String action = body.text("action");
    return switch (action) {
      case "delete" -> delete(rep(result, body));
      case "split" -> split(rep(result, body), body.numberOrNull("at_s", 0, 365 * DAY_S));
      case "merge" -> merge(rep(result, body), result);
      case "confirm" -> confirm(result, body);
      default -> throw ProblemException.badValue(
          "Field 'action'", "'" + action + "'", "delete, split, merge or confirm");
    };
  }

  private static RepEdit delete(Rep rep) {
    return new RepEdit(RepEdit.Kind.DELETE, rep.startNanos(), rep.endNanos());
  }

  private static RepEdit split(Rep rep, @Nullable Double atS) {
    if (atS == null) {
      throw ProblemException.badValue("Field 'at_s'", "missing", "the time at which the rep is parted");
    }
    long atNanos = Math.round(atS * 1e9);
    if (atNanos <= rep.startNanos() || atNanos >= rep.endNanos()) {
      throw ProblemException.badValue(
          "Field 'at_s'",
          atS.toString(),
          "a time within the rep, " + Json.seconds(rep.startNanos()) + " to " + Json.seconds(rep.endNanos()));
    }
    return new RepEdit(RepEdit.Kind.SPLIT, atNanos, atNanos);
  }

  private RepEdit merge(Rep rep, SessionResult result) {
    List<Rep> reps = workSet(result).reps();
    if (number >= reps.size()) {
      throw ProblemException.badValue(
          "Rep", set + "-" + number + ", the last of its set", "a rep with one after it to merge with");
    }
    return new RepEdit(RepEdit.Kind.MERGE, rep.startNanos(), reps.get(number).endNanos());
  }

  private RepEdit confirm(SessionResult result, Body body) {
    List<RejectedCandidate> candidates = workSet(result).rejected();
    if (!rejected || number > candidates.size()) {
      throw ProblemException.notFound(
          "rejected movement " + this + " in that session", "Take SET-rN, N from 1, from the set's list 'rejected'.");
    }
    RejectedCandidate candidate = candidates.get(number - 1);
    refuseIfMoved(body, candidate.startNanos());
    return new RepEdit(RepEdit.Kind.CONFIRM, candidate.startNanos(), candidate.endNanos());
  }

  private Rep rep(SessionResult result, Body body) {
    List<Rep> reps = workSet(result).reps();
    if (rejected || number > reps.size()) {
      throw ProblemException.notFound("rep " + this + " in that session", "GET …/sets lists its reps.");
    }
    Rep rep = reps.get(number - 1);
    refuseIfMoved(body, rep.startNanos());
    return rep;
  }

  private void refuseIfMoved(Body body, long startNanos) {
    Double expectedS = body.numberOrNull("expected_start_s", 0, 365 * DAY_S);
    if (expectedS != null && Math.abs(expectedS - startNanos * 1e-9) > START_TOLERANCE_S) {
      throw new ProblemException(
          Problem.Kind.REP_MOVED,
          this + " starts at " + Json.seconds(startNanos) + " s, expected " + expectedS + " s.",
          "Load the sets anew and choose the rep again.");
    }
  }

  private WorkSet workSet(SessionResult result) {
    return result.sets().stream()
        .filter(workSet -> workSet.index() == set)
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("set " + set + " in that session", "GET …/sets lists its sets."));
  }

  @Override
  public String toString() {
    return set + "-" + (rejected ? "r" : "") + number;
  }
}

package io.flatback.form.summary;

import io.flatback.form.Drift;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a set came to. What is not known is absent, never 0.
 *
 * @param over the set has ended; else this is what is known so far
 * @param cleanReps those that can be judged
 * @param drift of the posture metric over the set
 * @param firstRepOutside first rep at which form left its band
 * @param before the set before of the same exercise at the same load, on the same day
 * @param lastTime the same set on an earlier day
 * @param pattern over the sets of this exercise so far
 */
public record SetSummary(
    int set,
    boolean over,
    int reps,
    int cleanReps,
    Optional<SlowDown> slowDown,
    Optional<Drift> drift,
    OptionalInt firstRepOutside,
    Optional<SetComparison> before,
    Optional<SetComparison> lastTime,
    PatternFinding pattern,
    Optional<Suggestion> suggestion) {

  /** @param earlier sets of the same day, oldest first; of days before nothing is known */
  public static SetSummary of(SetFacts now, List<SetFacts> earlier, boolean over) {
    return of(now, earlier, EarlierDays.NONE, over);
  }

  /** @param earlier sets of the same day, oldest first */
  public static SetSummary of(SetFacts now, List<SetFacts> earlier, EarlierDays days, boolean over) {
    Optional<SlowDown> slowDown = SlowDown.of(now);
    OptionalInt outside = LeftBand.first(now);
    Optional<SetComparison> before =
        earlier.reversed().stream().filter(now::isAlike).findFirst().map(other -> SetComparison.of(now, other));
    return new SetSummary(
        now.index(), over, now.reps().size(), now.clean().size(), slowDown, now.drift(now.posture()), outside, before,
        days.lastTime(now).map(other -> SetComparison.of(now, other)), PatternFinder.find(now, earlier),
        SuggestionRule.of(now, over, outside, slowDown, before));
  }

  /** Counted and nothing more: the sensor did not follow the back. */
  public static SetSummary unjudged(int set, boolean over, int reps) {
    return new SetSummary(
        set, over, reps, 0, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(),
        PatternFinding.notEnough(0), Optional.empty());
  }

}

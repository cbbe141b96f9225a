package io.flatback.evaluate;

import java.util.List;

/**
 * One scenario over all its seeds.
 *
 * @param group what may be asked of it
 */
record ScenarioResult(String scenario, String shows, Group group, List<LifterResult> lifters) {

  /** What a scenario's counts say. */
  enum Group {
    /** Counts towards the figure at 50 Hz and more. */
    SCORED,
    /** Sends 25 readings a second: counts towards that figure. */
    SLOW,
    /** Holds movements that a sensor on the back can't tell from reps: told apart. */
    CANNOT_TELL,
    /** The sensor does not follow the back: to be noticed, not to be counted. */
    LOOSE
  }

  ScenarioResult {
    lifters = List.copyOf(lifters);
  }

  List<LiftResult> lifts() {
    return lifters.stream().map(LifterResult::lift).toList();
  }

  /** Also of a sensor that slid, whose reps are reps all the same. */
  CountScore counts() {
    return LiftResult.counts(lifts());
  }

  CountScore slow() {
    return lifters.stream().flatMap(l -> l.slow().stream()).reduce(CountScore.NONE, CountScore::plus);
  }

  CountScore withoutGyro() {
    return lifters.stream().flatMap(l -> l.withoutGyro().stream()).reduce(CountScore.NONE, CountScore::plus);
  }

  int saidLoose() {
    return (int) lifters.stream().filter(l -> !l.lift().saidToFollow()).count();
  }

  /** Seeds whose count is not exact. */
  List<Long> missedSeeds() {
    return lifters.stream()
        .filter(l -> l.lift().counts().map(c -> !c.isExact()).orElse(false))
        .map(LifterResult::seed)
        .toList();
  }
}

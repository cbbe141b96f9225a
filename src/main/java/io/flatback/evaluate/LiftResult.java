package io.flatback.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * How the analysis of one wearer's recording fared.
 *
 * @param counts reps of the report; empty where the truth does not say how many there were, or the sensor did
 *     not follow the back
 * @param liveCounts reps that had been told, and not taken back, when the recording had streamed through
 * @param saidToFollow whether the report says that the sensor follows the back
 * @param inclination sagittal inclination of the first sensor's segment, standing taken out of both
 * @param flexion lumbar flexion, likewise; empty with one sensor
 */
record LiftResult(
    Optional<CountScore> counts,
    Optional<CountScore> liveCounts,
    boolean saidToFollow,
    TimingErrors timing,
    AngleScore inclination,
    AngleScore flexion,
    Lags lags,
    Alarms alarms) {

  /** Of a recording in which nobody lifts and nobody wears the sensor. */
  static final LiftResult NONE =
      new LiftResult(
          Optional.empty(), Optional.empty(), true, TimingErrors.NONE, AngleScore.NONE, AngleScore.NONE, Lags.NONE,
          Alarms.NONE);

  static TimingErrors timing(List<LiftResult> results) {
    return TimingErrors.together(results.stream().map(LiftResult::timing).toList());
  }

  static Lags lags(List<LiftResult> results) {
    return Lags.together(results.stream().map(LiftResult::lags).toList());
  }

  static Alarms alarms(List<LiftResult> results) {
    return Alarms.together(results.stream().map(LiftResult::alarms).toList());
  }

  static AngleScore inclination(List<LiftResult> results) {
    return AngleScore.together(results.stream().map(LiftResult::inclination).toList());
  }

  static AngleScore flexion(List<LiftResult> results) {
    return AngleScore.together(results.stream().map(LiftResult::flexion).toList());
  }

  static CountScore counts(List<LiftResult> results) {
    return results.stream().flatMap(r -> r.counts.stream()).reduce(CountScore.NONE, CountScore::plus);
  }

  static CountScore liveCounts(List<LiftResult> results) {
    return results.stream().flatMap(r -> r.liveCounts.stream()).reduce(CountScore.NONE, CountScore::plus);
  }
}

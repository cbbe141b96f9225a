package io.flatback.evaluate;

import io.flatback.lift.Rep;
import io.flatback.recording.Recording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Analyses one recording as the product does, live and afterwards, and holds both against the truth. */
final class LiftEvaluation {
  private LiftEvaluation() {}

  static LiftResult run(Recording recording, LiftTruth truth) throws IOException {
    SessionResult result =
        Reanalysis.analyze(
            recording,
            SessionSettings.UNKNOWN,
            row -> {
              truth.inclination().ifPresent(check -> check.row(row));
              truth.flexion().ifPresent(check -> check.row(row));
            });
    return score(reps(result), result.mounting().followsBack(), LiveRun.of(recording), truth);
  }

  static LiftResult score(List<Rep> reps, boolean saidToFollow, LiveRun live, LiftTruth truth) {
    TrueReps trueReps = truth.reps();
    boolean scored = trueReps.wornWell();
    boolean counted = scored && trueReps.count().isPresent();
    Matching matching = Matching.of(reps, trueReps.reps());
    Matching liveMatching = Matching.of(live.reps(), trueReps.reps());
    List<Span> stretches = trueReps.reps().stream().map(TrueRep::bottom).toList();
    return new LiftResult(
        counted ? Optional.of(CountScore.of(matching, trueReps)) : Optional.empty(),
        counted ? Optional.of(CountScore.of(liveMatching, trueReps)) : Optional.empty(),
        saidToFollow,
        scored ? TimingErrors.of(matching) : TimingErrors.NONE,
        scored ? truth.inclination().map(check -> check.score(stretches)).orElse(AngleScore.NONE) : AngleScore.NONE,
        scored ? truth.flexion().map(check -> check.score(stretches)).orElse(AngleScore.NONE) : AngleScore.NONE,
        scored ? Lags.of(live) : Lags.NONE,
        Alarms.of(truth.idle(), reps, live));
  }

  static List<Rep> reps(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.reps().stream()).toList();
  }
}

package io.flatback.evaluate;

import io.flatback.evaluate.ScenarioResult.Group;
import io.flatback.recording.Recording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Attachment;
import io.flatback.sim.Scenario;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/** Simulated lifters, many of each scenario, counted as the product counts them. */
final class Population {
  static final double SLOW_HZ = 25;
  static final double FAST_ENOUGH_HZ = 50;

  /** Every so many lifters are also seen at 25 Hz, and others of them without a gyroscope. */
  static final int ALSO_ONE_IN = 4;

  private final Scenario scenario;

  private Population(Scenario scenario) {
    this.scenario = scenario;
  }

  static ScenarioResult run(Scenario scenario, int seeds) throws IOException {
    Population population = new Population(scenario);
    List<Callable<LifterResult>> work = new ArrayList<>();
    LongStream.rangeClosed(1, seeds).forEach(seed -> work.add(() -> population.lifter(seed)));
    return new ScenarioResult(
        scenario.name(), scenario.shows(), group(scenario), InParallel.run(work));
  }

  static Group group(Scenario scenario) {
    if (scenario.sensors().worn().stream().anyMatch(worn -> worn.attachment() instanceof Attachment.Hanging)) {
      return Group.LOOSE;
    }
    Truth truth = new SimulatedRecording(scenario, 1).truth();
    if (truth.notReps().stream().anyMatch(move -> move.reason().looksLikeARep())) {
      return Group.CANNOT_TELL;
    }
    return scenario.sensors().rateHz() < FAST_ENOUGH_HZ ? Group.SLOW : Group.SCORED;
  }

  private LifterResult lifter(long seed) throws IOException {
    SimulatedRecording simulated = SimulatedRecording.ofPopulation(scenario, seed);
    SimulatedTruth known = SimulatedTruth.of(simulated);
    LiftTruth truth = known.truth();
    LiftResult lift = LiftEvaluation.run(known.recording(), truth);
    boolean slow = seed % ALSO_ONE_IN == 1;
    boolean bare = seed % ALSO_ONE_IN == ALSO_ONE_IN - 1;
    return new LifterResult(
        seed,
        lift,
        slow ? Optional.of(count(HeldRecording.of(simulated.withRateHz(SLOW_HZ)), truth.reps())) : Optional.empty(),
        bare ? Optional.of(count(known.recording().withoutGyro(), truth.reps())) : Optional.empty());
  }

  private static CountScore count(Recording recording, TrueReps truth) throws IOException {
    Matching matching =
        Matching.of(LiftEvaluation.reps(Reanalysis.analyze(recording, SessionSettings.UNKNOWN)), truth.reps());
    return CountScore.of(matching, truth);
  }
}

package io.flatback.evaluate;

import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Simulated lifters, many of each scenario, counted as the product counts them. */
public final class Population {
  private static final double SLOW_HZ = 25;

  private Population() {}

  /**
   * One scenario over all its seeds.
   *
   * @param missedSeeds the first few seeds whose count is not exact, to look at
   */
  public record ScenarioResult(
      String scenario,
      int seeds,
      CountScore counts,
      CountScore slow,
      CountScore withoutGyro,
      int saidLoose,
      boolean wornWell,
      List<Long> missedSeeds) {

    public ScenarioResult {
      missedSeeds = List.copyOf(missedSeeds);
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "  %-26s %12s %7.3f %7.3f %7.3f   said loose in %d of %d%s%n",
          scenario,
          counts.found() + " of " + counts.expected(),
          counts.f1(),
          slow.f1(),
          withoutGyro.f1(),
          saidLoose,
          seeds,
          missedSeeds.isEmpty() ? "" : ", not exact: " + missedSeeds.size() + " seeds " + firstSeeds());
    }

    private List<Long> firstSeeds() {
      return missedSeeds.subList(0, Math.min(8, missedSeeds.size()));
    }

    ObjectNode json(ObjectMapper mapper) {
      ObjectNode node = mapper.createObjectNode();
      node.put("scenario", scenario);
      node.put("seeds", seeds);
      EvaluationReport.counts(node, counts);
      node.put("worn_well", wornWell);
      node.put("said_loose", saidLoose);
      return node;
    }
  }

  /** How one lifter fared. */
  private record Lifter(
      long seed, CountScore counts, CountScore slow, CountScore withoutGyro, boolean saidLoose, boolean wornWell) {}

  public static ScenarioResult run(String scenario, int seeds) throws IOException {
    List<Callable<Lifter>> work = new ArrayList<>();
    LongStream.rangeClosed(1, seeds).forEach(seed -> work.add(() -> lifter(Scenarios.of(scenario), seed)));
    CountScore total = new CountScore(0, 0, 0);
    CountScore slow = total;
    CountScore withoutGyro = total;
    int loose = 0;
    boolean wornWell = true;
    List<Long> missed = new ArrayList<>();
    for (Lifter lifter : InParallel.run(work)) {
      if (!lifter.counts.isExact()) {
        missed.add(lifter.seed);
      }
      total = total.plus(lifter.counts);
      slow = slow.plus(lifter.slow);
      withoutGyro = withoutGyro.plus(lifter.withoutGyro);
      loose += lifter.saidLoose ? 1 : 0;
      wornWell &= lifter.wornWell;
    }
    return new ScenarioResult(scenario, seeds, total, slow, withoutGyro, loose, wornWell, missed);
  }

  private static Lifter lifter(Scenario scenario, long seed) throws IOException {
    SimulatedRecording simulated = SimulatedRecording.ofPopulation(scenario, seed);
    HeldRecording recording = HeldRecording.of(simulated);
    Truth truth = simulated.truth();
    SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN);
    HeldRecording slow = HeldRecording.of(simulated.withRateHz(SLOW_HZ));
    return new Lifter(
        seed,
        score(result, truth),
        score(Reanalysis.analyze(slow, SessionSettings.UNKNOWN), truth),
        score(Reanalysis.analyze(recording.withoutGyro(), SessionSettings.UNKNOWN), truth),
        !result.mounting().followsBack(),
        truth.wornWell());
  }

  private static CountScore score(SessionResult result, Truth truth) {
    return CountScore.of(Evaluation.bottomsSeconds(result), reps(truth));
  }

  private static TrueReps reps(Truth truth) {
    List<TrueReps.TrueRep> reps =
        truth.reps().stream().map(rep -> new TrueReps.TrueRep(rep.startSeconds(), rep.lockoutSeconds())).toList();
    return new TrueReps(OptionalInt.of(reps.size()), reps, truth.wornWell());
  }
}

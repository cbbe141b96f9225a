package io.flatback.evaluate;

import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Simulated lifters, many of each scenario, counted as the product counts them. */
public final class Population {
  private Population() {}

  /**
   * One scenario over all its seeds.
   *
   * @param missedSeeds the first few seeds whose count is not exact, to look at
   */
  public record ScenarioResult(
      String scenario, int seeds, CountScore counts, int saidLoose, boolean wornWell, List<Long> missedSeeds) {

    public ScenarioResult {
      missedSeeds = List.copyOf(missedSeeds);
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "  %-28s %9s %7.3f   said loose in %d of %d%s%n",
          scenario,
          counts.found() + " of " + counts.expected(),
          counts.f1(),
          saidLoose,
          seeds,
          missedSeeds.isEmpty() ? "" : ", not exact: seed " + missedSeeds);
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

  public static ScenarioResult run(String scenario, int seeds) throws IOException {
    CountScore total = new CountScore(0, 0, 0);
    int loose = 0;
    boolean wornWell = true;
    List<Long> missed = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      SimulatedRecording recording = new SimulatedRecording(Scenarios.of(scenario), seed);
      SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN);
      CountScore counts = CountScore.of(Evaluation.bottomsSeconds(result), truth(recording.truth()));
      if (!counts.isExact() && missed.size() < 5) {
        missed.add(seed);
      }
      total = total.plus(counts);
      loose += result.mounting().followsBack() ? 0 : 1;
      wornWell = recording.truth().wornWell();
    }
    return new ScenarioResult(scenario, seeds, total, loose, wornWell, missed);
  }

  private static TrueReps truth(Truth truth) {
    List<TrueReps.TrueRep> reps =
        truth.reps().stream().map(rep -> new TrueReps.TrueRep(rep.startSeconds(), rep.lockoutSeconds())).toList();
    return new TrueReps(OptionalInt.of(reps.size()), reps, truth.wornWell());
  }
}

package io.flatback.evaluate;

import io.flatback.evaluate.ScenarioResult.Group;
import java.util.List;

/** Sums over the scenarios of a population. */
final class PopulationFigures {
  private PopulationFigures() {}

  static CountScore counts(List<ScenarioResult> population, Group group) {
    return population.stream()
        .filter(s -> s.group() == group)
        .map(ScenarioResult::counts)
        .reduce(CountScore.NONE, CountScore::plus);
  }

  /** What a sensor can tell, at 25 Hz: the scenario that is slow by itself and a part of all others. */
  static CountScore slow(List<ScenarioResult> population) {
    return population.stream()
        .filter(PopulationFigures::canTell)
        .map(s -> s.group() == Group.SLOW ? s.counts() : s.slow())
        .reduce(CountScore.NONE, CountScore::plus);
  }

  static CountScore withoutGyro(List<ScenarioResult> population) {
    return population.stream()
        .filter(s -> s.group() == Group.SCORED)
        .map(ScenarioResult::withoutGyro)
        .reduce(CountScore.NONE, CountScore::plus);
  }

  private static boolean canTell(ScenarioResult scenario) {
    return scenario.group() == Group.SCORED || scenario.group() == Group.SLOW;
  }
}

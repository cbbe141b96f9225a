package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.recording.Recording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A population is the same however its work is spread over threads, and is grouped by what may be asked of it. */
class PopulationTest {

  @Test
  void runsInParallelAndGivesTheSameInOrder() throws IOException {
    ScenarioResult once = Population.run(Scenarios.of("single"), 5);
    assertThat(Population.run(Scenarios.of("single"), 5)).isEqualTo(once);
    assertThat(once.lifters()).extracting(LifterResult::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(once.lifters().get(0).slow()).isPresent();
    assertThat(once.lifters().get(2).withoutGyro()).isPresent();
    assertThat(once.lifters().get(1).slow()).isEmpty();
  }

  /** Lifters that were not looked at while the rules for a bare accelerometer were made. */
  @ParameterizedTest
  @CsvSource({"walking, 31, 0", "walking, 35, 0", "jumping, 31, 1", "clean, 31, 0", "touch-and-go-fast, 31, 0"})
  void countsByAnAccelerometerAlone(String scenario, long seed, int mostWrong) throws IOException {
    SimulatedTruth known = SimulatedTruth.of(SimulatedRecording.ofPopulation(Scenarios.of(scenario), seed));
    Recording bare = known.recording().withoutGyro();

    int found = LiftEvaluation.reps(Reanalysis.analyze(bare, SessionSettings.UNKNOWN)).size();

    assertThat(Math.abs(found - known.truth().reps().reps().size())).isLessThanOrEqualTo(mostWrong);
  }

  @Test
  void whatGoesInFirstComesOutFirst() throws IOException {
    List<Callable<Integer>> work =
        IntStream.range(0, 20)
            .<Callable<Integer>>mapToObj(
                i ->
                    () -> {
                      Thread.sleep(20 - i);
                      return i;
                    })
            .toList();
    assertThat(InParallel.run(work)).isSorted().hasSize(20);
  }

  @Test
  void everyScenarioIsInItsGroup() throws IOException {
    assertThat(Population.group(Scenarios.of("loose"))).isEqualTo(ScenarioResult.Group.LOOSE);
    assertThat(Population.group(Scenarios.of("slow-rate"))).isEqualTo(ScenarioResult.Group.SLOW);
    assertThat(Population.group(Scenarios.of("sets-up-and-rises"))).isEqualTo(ScenarioResult.Group.CANNOT_TELL);
    assertThat(Population.group(Scenarios.of("slipped"))).isEqualTo(ScenarioResult.Group.SCORED);
    assertThat(Population.group(Scenarios.of("loading-plates"))).isEqualTo(ScenarioResult.Group.SCORED);
  }
}

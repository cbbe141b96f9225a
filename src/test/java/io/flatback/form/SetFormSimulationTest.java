package io.flatback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole alarm rule on simulated sets: how often it cries for nothing, how often it sees a drift. More
 * sets: {@code mvn test -Dtest=SetFormSimulationTest -Dflatback.simulated_sets=500000}.
 */
class SetFormSimulationTest {
  private static final int SETS = Integer.getInteger("flatback.simulated_sets", 6_000);
  private static final long SEED = 22_11;
  private static final double WATCH_AT_MOST = .053;
  private static final double WARN_AT_MOST = .011;

  /** Lifters as noisy as the population is taken to be; reps independent or correlated. */
  static Stream<SimulatedSets> stable() {
    List<SimulatedSets> all = new ArrayList<>();
    for (int reps : new int[] {5, 8, 10, 12}) {
      SimulatedSets sets = SimulatedSets.stable(reps);
      for (SimulatedSets kind : List.of(sets, sets.withTwoSensors(), sets.known(20), sets.known(20).withTwoSensors())) {
        all.add(kind);
        all.add(kind.correlated(.3));
      }
      all.add(sets.untold());
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("stable")
  void stableSetsRarelyAlarm(SimulatedSets stable) {
    SimulatedSets.Alarms alarms = stable.run(SETS, SEED);
    assertThat(SimulatedSets.Alarms.upperBound95(alarms.watched(), SETS))
        .as("watch, seed %d", SEED)
        .isLessThanOrEqualTo(WATCH_AT_MOST);
    assertThat(SimulatedSets.Alarms.upperBound95(alarms.warned(), SETS))
        .as("warn, seed %d", SEED)
        .isLessThanOrEqualTo(WARN_AT_MOST);
    if (stable.history() == 0) {
      assertThat(alarms.warned()).as("nobody is warned at cold start").isZero();
    }
  }

  /** Lifters so noisy that no gate helps and the chart's limits stand alone, once their noise is known. */
  static Stream<SimulatedSets> noisy() {
    return Stream.of(5, 8, 10, 12).map(reps -> SimulatedSets.stable(reps).known(20).withTwoSensors().noisierBy(2));
  }

  @ParameterizedTest
  @MethodSource("noisy")
  void theChartsLimitsHoldWhereNoGateHelps(SimulatedSets noisy) {
    SimulatedSets.Alarms alarms = noisy.run(4 * SETS, SEED);
    assertThat(SimulatedSets.Alarms.upperBound95(alarms.watched(), 4 * SETS))
        .as("watch, seed %d", SEED)
        .isLessThanOrEqualTo(WATCH_AT_MOST);
    double chance = 2.6 * Math.sqrt(.011 * .989 / (4 * SETS));
    assertThat(alarms.warnedRatio()).as("warn, seed %d", SEED).isBetween(.005, WARN_AT_MOST + chance);
  }

  /** A drift of so many of the lifter's own sigmas over the set, and the share of sets in which it must be seen. */
  record Power(SimulatedSets sets, double watched, double warned) {}

  static Stream<Power> drifting() {
    SimulatedSets eight = SimulatedSets.stable(8);
    SimulatedSets known = eight.known(20).withTwoSensors();
    return Stream.of(
        new Power(eight.drifting(4), .68, 0),
        new Power(eight.drifting(6), .97, 0),
        new Power(SimulatedSets.stable(12).drifting(4), .85, 0),
        new Power(known.drifting(3), .32, .15),
        new Power(known.drifting(4), .63, .40),
        new Power(known.drifting(6), .97, .87),
        new Power(SimulatedSets.stable(5).known(20).withTwoSensors().drifting(6), .89, .72));
  }

  @ParameterizedTest
  @MethodSource("drifting")
  void driftIsSeen(Power power) {
    SimulatedSets.Alarms alarms = power.sets().run(3_000, SEED);
    assertThat(alarms.watchedRatio()).as("watch, seed %d", SEED).isGreaterThan(power.watched());
    assertThat(alarms.warnedRatio()).as("warn, seed %d", SEED).isGreaterThanOrEqualTo(power.warned());
  }
}

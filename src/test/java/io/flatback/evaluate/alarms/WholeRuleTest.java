package io.flatback.evaluate.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.evaluate.alarms.RuleRun.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole alarm rule in some hundred sets; {@code flatback evaluate --alarms} runs twenty thousand of each. */
class WholeRuleTest {
  private static final RuleRun SETS = new RuleRun(1_500, 22_11);

  /** 1.5 times as noisy as the population and correlated: what limits are to hold for. */
  @ParameterizedTest
  @CsvSource({"5,false,0", "12,true,0", "12,false,4", "12,true,4"})
  void stableSetsRarelyAlarm(int reps, boolean twoSensors, int earlierSets) throws IOException {
    Lifter lifter = Lifter.of(reps, twoSensors).noisierBy(1.5).correlated(.3).known(earlierSets);
    Outcome outcome = SETS.sets(lifter, Lifter.Drift.NONE);
    assertThat(outcome.watch().ratio()).as("seed %d", SETS.seed()).isLessThan(.053 + chance(.053));
    assertThat(outcome.warn().ratio()).as("seed %d", SETS.seed()).isLessThan(.011 + chance(.011));
    if (earlierSets == 0) {
      assertThat(outcome.warn().hits()).as("nobody is warned at cold start").isZero();
    }
  }

  private static double chance(double ratio) {
    return 3 * Math.sqrt(ratio / SETS.lifters());
  }

  @Test
  void driftIsSeen() throws IOException {
    Lifter known = Lifter.of(8, true).known(4);
    RuleRun few = new RuleRun(500, 5);
    Outcome four = few.sets(known, new Lifter.Drift(4, Shape.LINEAR));
    Outcome six = few.sets(known, new Lifter.Drift(6, Shape.LINEAR));
    assertThat(four.watch().ratio()).isGreaterThan(.75);
    assertThat(six.watch().ratio()).isGreaterThan(.98);
    assertThat(six.warn().ratio()).isGreaterThan(.7);
    assertThat(six.watchRep()).isLessThanOrEqualTo(6);
    assertThat(few.sets(Lifter.of(8, false), new Lifter.Drift(6, Shape.LATE)).watch().ratio()).isGreaterThan(.93);
  }

  @Test
  void theBoundIsClopperAndPearsons() {
    assertThat(new Share(0, 59).upperBound()).isBetween(.0494, .0496);
    assertThat(new Share(5, 5).upperBound()).isEqualTo(1);
    assertThat(new Share(200, 20_000).isAtMost(.011)).isFalse();
    assertThat(new Share(190, 20_000).isAtMost(.011)).isTrue();
  }
}

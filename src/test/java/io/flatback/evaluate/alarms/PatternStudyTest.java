package io.flatback.evaluate.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.alarms.PatternLifter.Course;
import io.flatback.form.summary.PatternFinding;
import io.flatback.form.summary.PatternFinding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Patterns over sets, in lifters whose pattern is known. */
class PatternStudyTest {
  private static final int SESSIONS = 60;
  private static final long SEED = 20;

  @ParameterizedTest
  @EnumSource
  void namesTheTruePatternAfterEightSetsAndAlmostNeverAnother(Course type) {
    List<Kind> told = told(lifter(type, 4, false), 8);

    assertThat(told.stream().filter(kind -> kind == type.kind()).count())
        .as("%s, seed %d: %s", type, SEED, told)
        .isGreaterThanOrEqualTo(SESSIONS * 4 / 5);
    assertThat(told.stream().filter(kind -> kind != type.kind() && kind != Kind.NOT_ENOUGH).count())
        .as("%s, seed %d", type, SEED)
        .isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void saysNothingOfOneSetOrTwo(Course type) {
    assertThat(told(lifter(type, 8, false), 1)).containsOnly(Kind.NOT_ENOUGH);
    assertThat(told(lifter(type, 8, false), 2)).containsOnly(Kind.NOT_ENOUGH);
  }

  /** Where every set is heavier than the one before, load and time can't be told apart. */
  @ParameterizedTest
  @EnumSource(names = {"STRENGTH", "SESSION"})
  void doesNotTakeTimeForLoadOrLoadForTime(Course type) {
    List<Kind> told = told(lifter(type, 4, true), 8);

    assertThat(told)
        .as("%s, seed %d", type, SEED)
        .doesNotContain(Kind.FROM_THE_FIRST_HEAVY_REPS, Kind.LATE_IN_THE_SESSION);
  }

  @ParameterizedTest
  @CsvSource({"3, 6", "3, 12", "4, 12", "6, 12"})
  void isNotMovedByOneSetThatIsFarOff(int sets, double sigmas) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < SESSIONS; i++) {
      PatternFinding found = lifter(Course.STABLE, 0, false).sessionWithOneOff(random, sets, 8, sigmas);
      assertThat(found.kind()).as("session %d, seed %d", i, SEED).isIn(Kind.NOT_ENOUGH, Kind.NO_CHANGE);
    }
  }

  @Test
  void meetsItsBarsOnAllKindsOfSession() throws IOException {
    List<PatternStudy.Line> lines = PatternStudy.find(20, SEED, line -> {});

    assertThat(lines).hasSize(60);
    assertThat(lines).allSatisfy(line -> assertThat(line.wrong().ratio()).as(line.toString()).isLessThan(.11));
    assertThat(PatternStudy.bars(lines)).extracting(Bar::found).allMatch(found -> found.contains("sets"));
    assertThat(PatternStudy.table(lines).rows()).hasSize(60);
  }

  private static PatternLifter lifter(Course type, double changeSigmas, boolean rising) {
    return new PatternLifter(type, changeSigmas, .7, RepNoise.INDEPENDENT, rising);
  }

  private static List<Kind> told(PatternLifter lifter, int sets) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Kind> told = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      told.add(lifter.session(random, sets, 8).kind());
    }
    return told;
  }
}

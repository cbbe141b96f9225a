package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.evaluate.ScenarioResult.Group;
import io.flatback.sim.Trait;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Verdicts follow the numbers. */
class BarsTest {

  @Test
  void aPerfectPopulationMeetsItsBars() {
    EvaluationReport report = report(scenario("clean", Group.SCORED, 1000, 1000, true));
    assertThat(verdict(report, "F1 at 50 Hz")).isEqualTo(Bar.Verdict.MET);
    assertThat(verdict(report, "F1 in every scenario")).isEqualTo(Bar.Verdict.MET);
    assertThat(verdict(report, "accused")).isEqualTo(Bar.Verdict.MET);
  }

  @Test
  void oneScenarioBelowFailsThatBarAlone() {
    EvaluationReport report =
        report(
            scenario("clean", Group.SCORED, 10_000, 10_000, true),
            scenario("plates", Group.SCORED, 100, 97, true));
    assertThat(verdict(report, "F1 at 50 Hz")).isEqualTo(Bar.Verdict.MET);
    assertThat(verdict(report, "F1 in every scenario")).isEqualTo(Bar.Verdict.NOT_MET);
  }

  @Test
  void whatNoSensorCanTellDoesNotCountAndIsShown() {
    EvaluationReport report =
        report(
            scenario("clean", Group.SCORED, 1000, 1000, true),
            scenario("rises", Group.CANNOT_TELL, 1000, 500, true));
    assertThat(verdict(report, "F1 at 50 Hz")).isEqualTo(Bar.Verdict.MET);
    assertThat(report.text()).contains("rises *").contains("all that can be told").contains("can't be told");
  }

  @Test
  void looseSensorsMustBeNoticedAndWellWornOnesNotAccused() {
    EvaluationReport unnoticed = report(scenario("loose", Group.LOOSE, 10, 10, true));
    assertThat(verdict(unnoticed, "loose sensors noticed")).isEqualTo(Bar.Verdict.NOT_MET);
    EvaluationReport accused = report(scenario("clean", Group.SCORED, 10, 10, false));
    assertThat(verdict(accused, "accused")).isEqualTo(Bar.Verdict.NOT_MET);
  }

  @Test
  void withoutAPopulationNothingIsClaimed() {
    EvaluationReport nothing = new EvaluationReport(List.of(), List.of(), 0, List.of());
    assertThat(verdict(nothing, "simulated population")).isEqualTo(Bar.Verdict.NOT_MEASURED);
  }

  @Test
  void thePageSaysHowItWasMadeAndFromWhom() {
    String page = report(scenario("clean", Group.SCORED, 100, 99, true)).page("flatback evaluate --seeds 2");
    assertThat(page.lines().findFirst().orElseThrow()).contains("flatback evaluate --seeds 2");
    for (Trait trait : Trait.values()) {
      assertThat(page).contains("| " + trait.meaning() + " |").contains(trait.source());
    }
    assertThat(page).contains("| clean | 1, 2 |");
  }

  @Test
  void noLineOfTextIsWiderThanATerminal() {
    String text =
        report(
                scenario("stands-up-without-the-bar", Group.CANNOT_TELL, 12_345, 12_000, true),
                scenario("loose", Group.LOOSE, 10, 10, true),
                scenario("clean", Group.SCORED, 12_345, 12_000, true))
            .text();
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(120));
  }

  private static EvaluationReport report(ScenarioResult... scenarios) {
    return new EvaluationReport(List.of(), List.of(scenarios), 2, List.of());
  }

  /** Two lifters alike. */
  private static ScenarioResult scenario(String name, Group group, int expected, int matched, boolean follows) {
    CountScore counts = new CountScore(expected, matched, expected);
    LiftResult lift =
        new LiftResult(
            Optional.of(counts), Optional.of(counts), follows, TimingErrors.NONE, AngleScore.NONE, AngleScore.NONE,
            Lags.NONE, Alarms.NONE);
    List<LifterResult> lifters =
        LongStream.rangeClosed(1, 2)
            .mapToObj(seed -> new LifterResult(seed, lift, Optional.of(counts), Optional.of(counts)))
            .toList();
    return new ScenarioResult(name, "Shows " + name + ".", group, lifters);
  }

  private static Bar.Verdict verdict(EvaluationReport report, String on) {
    return Bars.of(report).stream().filter(bar -> bar.on().contains(on)).findFirst().orElseThrow().verdict();
  }
}

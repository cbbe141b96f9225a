package io.flatback.evaluate;

import io.flatback.evaluate.CaseResult.Kind;
import java.util.List;
import java.util.stream.Stream;

/** All results, told as text, as JSON or as the page {@code docs/accuracy.md}. */
public final class EvaluationReport {
  private final List<CaseResult> cases;
  private final List<ScenarioResult> population;
  private final int seeds;
  private final List<PairResult> pairs;

  /**
   * @param cases recordings with truth, in order
   * @param population simulated scenarios; empty when none was asked for
   * @param seeds lifters of each scenario
   * @param pairs sets of one person that differ on purpose
   */
  EvaluationReport(List<CaseResult> cases, List<ScenarioResult> population, int seeds, List<PairResult> pairs) {
    this.cases = List.copyOf(cases);
    this.population = List.copyOf(population);
    this.seeds = seeds;
    this.pairs = List.copyOf(pairs);
  }

  List<CaseResult> cases() {
    return cases;
  }

  List<ScenarioResult> population() {
    return population;
  }

  List<PairResult> pairs() {
    return pairs;
  }

  int seeds() {
    return seeds;
  }

  /** Every lift of one kind; the population's are simulated. */
  List<LiftResult> lifts(Kind kind) {
    Stream<LiftResult> recorded = cases.stream().filter(c -> c.kind() == kind).map(CaseResult::lift);
    Stream<LiftResult> simulated =
        kind == Kind.SIMULATED ? population.stream().flatMap(s -> s.lifts().stream()) : Stream.empty();
    return Stream.concat(recorded, simulated).toList();
  }

  /** For a terminal of 120 columns. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Kind kind : Kind.values()) {
      EvaluationTables.of(this, kind).forEach(table -> text.append(table.text()).append('\n'));
    }
    text.append("What was promised\n");
    Bars.of(this).forEach(bar -> text.append(bar.text()));
    return text.toString();
  }

  public String json() {
    return EvaluationJson.of(this);
  }

  /** @param command with which the figures were made */
  public String page(String command) {
    return AccuracyPage.of(this, command);
  }
}

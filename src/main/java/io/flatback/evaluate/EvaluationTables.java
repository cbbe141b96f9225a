package io.flatback.evaluate;

import io.flatback.evaluate.CaseResult.Kind;
import java.util.ArrayList;
import java.util.List;

/** The results as tables, a few for each kind of recording. */
final class EvaluationTables {
  private EvaluationTables() {}

  /** Those that have a row. */
  static List<Table> of(EvaluationReport report, Kind kind) {
    RecordingTables recordings = new RecordingTables(report, kind);
    List<Table> tables =
        new ArrayList<>(List.of(recordings.orientation(), recordings.recordings(), recordings.movements()));
    if (kind == Kind.SIMULATED) {
      PopulationTables population = new PopulationTables(report);
      tables.addAll(List.of(population.reps(), population.indistinct(), population.angles()));
    }
    MomentTables moments = new MomentTables(report, kind);
    tables.addAll(List.of(moments.timing(), moments.timingOfEach(), moments.lag(), moments.alarms()));
    return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
  }

  static Table bars(List<Bar> bars) {
    return new Table(
        "What was promised",
        "",
        List.of("on", "must be", "is", "verdict"),
        bars.stream().map(b -> List.of(b.on(), b.mustBe(), b.found(), b.verdict().text())).toList());
  }
}

package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.SessionResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  private static List<String> lines(SessionResult result) {
    return CsvReport.render(Sessions.model(result)).lines().toList();
  }

  @Test
  void hasOneRowARepUnderSnakeCaseNamesWithUnits() {
    List<String> lines = lines(Sessions.fatigue());
    assertThat(lines).hasSize(1 + 19);
    assertThat(lines.getFirst()).matches("[a-z_]+(,[a-z_]+)*");
    assertThat(lines.getFirst()).contains("load_kg,start_s,", "range_of_motion_deg");
    assertThat(lines.get(1)).startsWith("1,1,deadlift,120.0,3.000,4.300,4.500,5.360,5.360,5.660,held,,0.860,");
  }

  @Test
  void leavesWhatCannotBeHadEmpty() {
    List<String> lines = lines(Sessions.accelerometerOnly());
    int column = List.of(lines.getFirst().split(",", -1)).indexOf("lumbar_flexion_at_onset_deg");
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.split(",", -1)[column].isEmpty());
    assertThat(lines).allMatch(line -> line.split(",", -1).length == lines.getFirst().split(",", -1).length);
  }

  @Test
  void namesWhatSpeaksAgainstARep() {
    assertThat(lines(Sessions.gap()).get(4)).contains(",unsure,gap,");
  }

  @Test
  void quotesAndDisarmsTextFromOutside() {
    assertThat(CsvReport.text("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(CsvReport.text("=cmd()")).isEqualTo("'=cmd()");
    assertThat(CsvReport.text("deadlift")).isEqualTo("deadlift");
  }

  @Test
  void isOnlyAHeaderWhereNothingWasCounted() {
    assertThat(lines(Sessions.nothing())).hasSize(1);
  }
}

package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.SessionResult;
import io.flatback.session.compare.ComparedRecord;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonReportTest {
  private static final ComparedRecord BEFORE = record("before.csv", session(40));
  private static final ComparisonReport REPORT = of(BEFORE, record("<now>&.csv", session(60)));

  @Test
  void tellsTheShiftOfTheRangeFirstAndNeverCallsItFlexion() {
    assertThat(REPORT.text())
        .contains("Range of inclination shifted by +20.0\u00b0 \u00b1")
        .contains("before.csv, set 1");
    assertThat(REPORT.text()).containsIgnoringCase("one sensor can't tell");
    for (String told : List.of(REPORT.text(), REPORT.html(), REPORT.json())) {
      assertThat(told.toLowerCase(Locale.ROOT)).doesNotContain("flexion").doesNotContain("rounding");
    }
    assertThat(REPORT.text().lines()).allMatch(line -> line.length() <= TextPage.WIDTH);
  }

  @Test
  void writesTheSameNumbersForMachines() {
    JsonNode json = new JsonMapper().readTree(REPORT.json());

    assertThat(json.get("schema").asString()).isEqualTo("flatback.comparison/1");
    JsonNode one = json.at("/comparisons/0");
    assertThat(one.at("/range_of_inclination_deg/change").asDouble()).isEqualTo(20);
    assertThat(one.at("/range_of_inclination_deg/beyond_noise").asBoolean()).isTrue();
    assertThat(one.at("/range_of_inclination_deg/from_reps").asInt()).isEqualTo(6);
    assertThat(one.at("/at_phase").size()).isGreaterThan(2);
    assertThat(one.at("/at_phase/0/point").asString()).isEqualTo("onset");
    assertThat(one.at("/compared").asBoolean()).isTrue();
  }

  @Test
  void isAPageThatIsWellFormedXmlWhateverTheFileIsCalled() throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(REPORT.html().replaceFirst("<!DOCTYPE html>", ""))));
    assertThat(REPORT.html()).doesNotContain("<now>");
  }

  @Test
  void saysWhyThereIsNoNumber() {
    SessionResult few = Sessions.oneSensor(20, set(40).pulls(.8, .8).onsets(40, 41).build());
    ComparisonReport report = of(BEFORE, record("few.csv", few));
    ComparisonReport nothing = of(BEFORE, record("nothing.csv", Sessions.nothing()));

    assertThat(report.text()).contains("Not compared: each needs at least 4 clean reps");
    assertThat(new JsonMapper().readTree(report.json()).at("/comparisons/0/reason").asString())
        .isEqualTo("too_few_reps");
    assertThat(nothing.comparisons()).isEmpty();
    assertThat(nothing.text()).contains("nothing.csv: no reps were counted");
    assertThat(new JsonMapper().readTree(nothing.json()).at("/not_compared/0").asString()).contains("nothing.csv");
  }

  private static ComparisonReport of(ComparedRecord... records) {
    return ComparisonReport.of(List.of(records), "0.1.0");
  }

  private static ComparedRecord record(String name, SessionResult result) {
    return new ComparedRecord(name, Instant.parse("2026-11-22T10:00:00Z"), result);
  }

  private static SessionResult session(double leanDeg) {
    return Sessions.oneSensor(
        60, set(leanDeg).pulls(.8, .82, .81, .83, .8, .81)
            .onsets(leanDeg, leanDeg + 1, leanDeg - 1, leanDeg + 1, leanDeg - 1, leanDeg).build());
  }

  private static SetBuilder set(double leanDeg) {
    return new SetBuilder(1, 0).load(100).exercise("deadlift", leanDeg < 0);
  }
}

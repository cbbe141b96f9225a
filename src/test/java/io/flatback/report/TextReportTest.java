package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
  static Stream<SessionResult> sessions() {
    return Sessions.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void fitsInEightyColumns(SessionResult result) {
    ReportContext wordy = new ReportContext("A".repeat(200), "s", null, "long name ".repeat(20), "0.1.0");
    assertThat(TextReport.render(ReportModel.of(result, wordy)).lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void putsTwentyRepsInAStripThatFits() {
    double[] pulls = new double[45];
    double[] onsets = new double[45];
    Arrays.fill(pulls, .8);
    Arrays.fill(onsets, 41);
    SetBuilder set = new SetBuilder(1, 0).pulls(pulls).onsets(onsets).load(102.5);
    String text = TextReport.render(Sessions.model(Sessions.oneSensor(200, set.build())));
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    assertThat(text).contains("Set 1 · 102.5 kg");
  }

  @Test
  void saysTheSameWithAndWithoutColour() {
    ReportModel model = Sessions.model(Sessions.twoSensors());
    String plain = TextReport.render(model);
    String coloured = TextReport.render(model, true);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[31m").isNotEqualTo(plain);
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void takesControlCharactersOutOfWhatComesFromOutside() {
    ReportContext hostile = new ReportContext("Ana\u001b[2J\nroot", "s", null, null, "0.1.0");
    String text = TextReport.render(ReportModel.of(Sessions.clean(), hostile));
    assertThat(text).doesNotContain("\u001b").contains("Ana [2J root");
  }

  @Test
  void alignsTheColumnsOfTheTable() {
    String text = TextReport.render(Sessions.model(Sessions.clean()));
    assertThat(text).contains("o 1       0.83    1.30       2    41.2    46.0    38.1     1.1     2.0   −1.43");
    assertThat(text).contains("±                           14     6.8");
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void headsEveryColumnWithinItsWidth(Metric metric) {
    TextColumn column = TextColumn.of(metric);
    assertThat(column.top().length()).isLessThanOrEqualTo(7);
    assertThat(column.bottom().length()).isLessThanOrEqualTo(7);
  }
}

package io.flatback.evaluate.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlarmStudyTest {

  /** Too few sets to hold a bar against is told as such, never as met. */
  @Test
  void tellsTheSameInEveryFormAndTwice() throws IOException {
    List<String> progress = new ArrayList<>();
    AlarmReport report = new AlarmStudy(1_000).run(progress::add);
    assertThat(progress).isNotEmpty();
    assertThat(report).isEqualTo(new AlarmStudy(1_000).run(name -> {}));
    JsonNode json = new JsonMapper().readTree(report.json());
    assertThat(json.path("schema").asString()).isEqualTo("flatback.alarms/1");
    assertThat(json.path("bars").size()).isEqualTo(report.bars().size());
    assertThat(json.path("bars").path(0).path("verdict").asString()).isEqualTo("not measured");
    String page = report.page("flatback evaluate --alarms");
    assertThat(page).startsWith("<!-- Written by `flatback evaluate --alarms` and by nothing else. -->\n# Alarms");
    report.tables().forEach(table -> {
      assertThat(page).contains("## " + table.title());
      assertThat(report.text()).contains(table.title());
    });
  }
}

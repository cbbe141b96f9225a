package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.Mode;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report may never say, in any form and of any session. */
class WordsTest {
  private static final String[] NEVER = {
    "injur", "unsafe", "danger", "weak multifidus", "weak ql", "prevent", "diagnos", "risk", "rounding"
  };
  private static final String[] NOT_WITH_ONE_SENSOR = {"flexion", "rounded"};

  static Stream<Arguments> reports() {
    return Sessions.all().entrySet().stream()
        .flatMap(e -> Stream.of(ReportFormat.values()).map(f -> Arguments.of(e.getKey(), f, e.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("reports")
  void speaksOfChangeAndNotOfHarm(String name, ReportFormat format, SessionResult result) {
    String said = said(format, result);
    assertThat(said.toLowerCase(Locale.ROOT)).doesNotContain(NEVER);
    assertThat(said).doesNotContain("STOP").doesNotContain("!");
    if (result.mode() == Mode.ONE_SENSOR) {
      assertThat(said.toLowerCase(Locale.ROOT)).doesNotContain(NOT_WITH_ONE_SENSOR);
    }
  }

  /** Names of fields are the contracts'; a style sheet and a document type say nothing to people. */
  private static String said(ReportFormat format, SessionResult result) {
    String text = format.render(Sessions.model(result));
    return switch (format) {
      case JSON, CSV -> text.replaceAll("lumbar_flexion_[a-z_]*(deg|ratio)", "");
      case HTML -> text.replaceAll("(?s)<style>.*?</style>|<!DOCTYPE html>", "");
      case TEXT -> text;
    };
  }
}

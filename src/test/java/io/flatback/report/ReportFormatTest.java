package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void rendersTheSameCharactersInEveryLocale(String tag) {
    List<String> here = everything();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(everything()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> everything() {
    List<String> all = new ArrayList<>();
    for (var result : Sessions.all().values()) {
      for (ReportFormat format : ReportFormat.values()) {
        all.add(format.render(Sessions.model(result)));
      }
    }
    return all;
  }

  @Test
  void isFoundByItsKey() {
    assertThat(ReportFormat.ofKey("html")).contains(ReportFormat.HTML);
    assertThat(ReportFormat.ofKey("docx")).isEmpty();
  }
}

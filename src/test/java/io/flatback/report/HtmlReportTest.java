package io.flatback.report;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  @Test
  void preview() throws Exception {
    Path dir = Files.createDirectories(Path.of("target/report-preview"));
    for (var entry : Sessions.all().entrySet()) {
      ReportModel model = Sessions.model(entry.getValue());
      for (ReportFormat format : ReportFormat.values()) {
        Files.writeString(dir.resolve(entry.getKey() + "." + format.key()), format.render(model));
      }
    }
  }
}

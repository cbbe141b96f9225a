package io.flatback.report;

import java.util.Locale;
import java.util.Optional;

/** The forms a report comes in. The same model gives the same characters, whatever the machine's locale. */
public enum ReportFormat {
  TEXT("text/plain; charset=utf-8"),
  JSON("application/json"),
  HTML("text/html; charset=utf-8"),
  CSV("text/csv; charset=utf-8");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As given on the command line and in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  public String render(ReportModel model) {
    return switch (this) {
      case TEXT -> TextReport.render(model);
      case JSON -> JsonReport.render(model);
      case HTML -> HtmlReport.render(model);
      case CSV -> CsvReport.render(model);
    };
  }

  public static Optional<ReportFormat> ofKey(String key) {
    for (ReportFormat format : values()) {
      if (format.key().equals(key)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}

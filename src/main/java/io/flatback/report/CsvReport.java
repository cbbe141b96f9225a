package io.flatback.report;

/** The report for a spreadsheet. */
public final class CsvReport {
  private CsvReport() {}

  public static String render(ReportModel model) {
    return "flatback " + model.context().version();
  }
}

package io.flatback.report;

/** The report for a browser or a sheet of paper. */
public final class HtmlReport {
  private HtmlReport() {}

  public static String render(ReportModel model) {
    return "flatback " + model.context().version();
  }
}

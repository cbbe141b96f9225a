package io.flatback.report;

/** The report for a terminal. */
public final class TextReport {
  private TextReport() {}

  public static String render(ReportModel model) {
    return "flatback " + model.context().version();
  }
}

package io.flatback.report;

/** The report for the machine. */
public final class JsonReport {
  private JsonReport() {}

  public static String render(ReportModel model) {
    return "{\"generated_by\":\"flatback " + model.context().version() + "\"}";
  }
}

package io.flatback.report;

import io.flatback.session.SessionResult;

/**
 * All that a report tells, decided once; the renderers only choose how to show it.
 *
 * <p>In: the plain facts of a session. Out: a value that never changes; the same facts give the same model.
 */
public record ReportModel(SessionResult result, ReportContext context) {

  public static ReportModel of(SessionResult result, ReportContext context) {
    return new ReportModel(result, context);
  }
}

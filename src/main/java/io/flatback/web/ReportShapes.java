package io.flatback.web;

import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.form.summary.SetSummary;
import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.report.JsonReport;
import io.flatback.report.JsonSummary;
import io.flatback.report.ReportContext;
import io.flatback.report.ReportModel;
import io.flatback.session.AngleTrace;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts of a session in the very shape they have in the report: there is one writer of that shape, and it
 * is the report's.
 */
final class ReportShapes {
  private ReportShapes() {}

  /** @param followsBack the sensor moved as the back did */
  static JsonNode set(WorkSet set, boolean followsBack) {
    SessionResult.MountingFacts mounting = new SessionResult.MountingFacts(1, followsBack, Map.of(), List.of());
    return sets(
            new SessionResult(
                new SessionResult.RecordingFacts(0, List.of()),
                SessionResult.Mode.ONE_SENSOR,
                mounting,
                List.of(set),
                List.of()))
        .path(0);
  }

  /** With what the sets before it make of it. */
  static JsonNode ended(SessionEvent.SetEnded event, boolean followsBack) {
    JsonNode shape = set(event.set(), followsBack);
    return shape instanceof ObjectNode fields
        ? fields.set("set_summary", summary(event.summary(), followsBack))
        : shape;
  }

  static JsonNode summary(SetSummary summary, boolean followsBack) {
    return JsonSummary.tree(followsBack ? summary : SetSummary.unjudged(summary.set(), summary.over(), summary.reps()));
  }

  /** Without the {@code state} that the report gives it: that is judged when the set has ended. */
  static JsonNode rep(Rep rep) {
    JsonNode shape = around(List.of(rep), List.of(), List.of()).path("reps").path(0);
    return shape instanceof ObjectNode fields ? fields.without("state") : shape;
  }

  /** An array. */
  static JsonNode bands(List<NoiseBand> bands) {
    WorkSet set =
        new WorkSet(1, "", false, 0, 0, null, List.of(), List.of(), List.of(), List.of(), bands, AngleTrace.EMPTY);
    return set(set, true).path("bands");
  }

  static JsonNode rejected(RejectedCandidate candidate) {
    return around(List.of(), List.of(candidate), List.of()).path("rejected").path(0);
  }

  static JsonNode warning(Warning warning) {
    return around(List.of(), List.of(), List.of(warning)).path("warnings").path(0);
  }

  /** An array. */
  static JsonNode sets(SessionResult result) {
    return JsonReport.tree(ReportModel.of(result, ReportContext.ofVersion(""))).path("sets");
  }

  private static JsonNode around(List<Rep> reps, List<RejectedCandidate> rejected, List<Warning> warnings) {
    WorkSet set =
        new WorkSet(1, "", false, 0, 0, null, reps, rejected, warnings, List.of(), List.of(), AngleTrace.EMPTY);
    return set(set, true);
  }
}

package io.flatback.web;

import static io.flatback.web.Operation.get;
import static io.flatback.web.Operation.patch;

import io.flatback.report.ReportContext;
import io.flatback.report.ReportFormat;
import io.flatback.report.ReportModel;
import io.flatback.lift.RepEdit;
import io.flatback.session.SessionResult;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.HistoryStore;
import io.flatback.store.SessionStore;
import io.flatback.store.TrainingSession;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a session held: its sets, its report, and corrections by hand. */
final class ResultRoutes {
  /** own: enough to find the same load again for who trains each lift twice a week; a read of milliseconds each. */
  private static final int EARLIER_SESSIONS = 16;

  private final Database database;
  private final SessionStore sessions;
  private final LiveControl live;
  private final SessionRoutes shapes;
  private final String version;

  ResultRoutes(Database database, LiveControl live, SessionRoutes shapes, String version) {
    this.database = database;
    this.sessions = database.sessions();
    this.live = live;
    this.shapes = shapes;
    this.version = version;
  }

  /**
   * @param action {@code delete}, {@code split}, {@code merge} or {@code confirm}
   * @param atS where a rep is split, on the record's time line
   * @param expectedStartS what the page showed as its start
   */
  record EditBody(String action, @Nullable Double atS, @Nullable Double expectedStartS) {}

  /** @param sets as in the report */
  record EditedJson(SessionJson session, List<JsonNode> sets) {}

  List<Operation> operations() {
    String one = "/api/v1/sessions/{id}";
    return List.of(
        get(
                one + "/sets",
                "listSets",
                "The session's sets, as in the report.",
                new Operation.PageAnswer(200, "A page of sets.", "ReportSet", null),
                this::sets)
            .with(PageJson.LIMIT, PageJson.OFFSET),
        patch(
                one + "/reps/{rep}",
                "editRep",
                "Correct a rep by hand; everything after it is computed anew. {rep} is SET-REP, or SET-rN for the"
                    + " N-th rejected movement of the set.",
                new Operation.JsonAnswer(200, "The session with its sets, computed anew.", EditedJson.class),
                this::edit)
            .taking(EditBody.class)
            .refusing(
                Problem.Kind.SESSION_ACTIVE, Problem.Kind.REP_MOVED, Problem.Kind.EDIT_WITHOUT_EFFECT),
        get(
                one + "/report",
                "getReport",
                "The report, in the form that Accept asks for.",
                new Operation.TextAnswer(200, "The report.", ReportChoice.MEDIA_TYPES),
                this::report)
            .refusing(Problem.Kind.NOT_ACCEPTABLE));
  }

  private void sets(Context ctx) throws IOException {
    SessionResult result = live.result(session(ctx).id());
    JsonNode sets = ReportShapes.sets(result);
    ctx.json(PageJson.cut(ctx, List.copyOf(sets.values()), set -> set));
  }

  private void edit(Context ctx) throws IOException {
    TrainingSession session = session(ctx);
    Body body = Body.of(ctx, EditBody.class);
    if (session.state() == TrainingSession.State.ACTIVE) {
      throw ProblemException.sessionActive(
          "Session " + session.id() + " still goes on; reps are edited once it has ended.",
          "POST /api/v1/sessions/" + session.id() + "/end first, then try again.");
    }
    RepEdit edit = RepReference.of(ctx.pathParam("rep")).edit(live.result(session.id()), body);
    SessionResult edited = live.edit(session.id(), edit);
    TrainingSession now = SessionRoutes.found(sessions, session.id());
    ctx.json(new EditedJson(shapes.json(now), List.copyOf(ReportShapes.sets(edited).values())));
  }

  private void report(Context ctx) throws IOException {
    TrainingSession session = session(ctx);
    ReportFormat format = ReportChoice.of(ctx);
    String athlete = database.athletes().find(session.athleteId()).map(Athlete::name).orElse(null);
    ReportContext context =
        new ReportContext(athlete, session.id(), session.startedAt(), null, version)
            .judgedBy(sessions.preferences(session.id()))
            .knowingSince(learntSince(session));
    List<ComparedRecord> earlier =
        database.history().sessionsBefore(session.startedAt(), session.athleteId(), EARLIER_SESSIONS);
    String rendered = format.render(ReportModel.of(live.result(session.id()), context, earlier));
    if (format == ReportFormat.HTML) {
      ctx.header("Content-Security-Policy", SecurityHeaders.REPORT_POLICY);
    }
    ctx.header("Vary", "Accept").contentType(format.mediaType()).result(rendered);
  }

  private @Nullable Instant learntSince(TrainingSession session) {
    String exercise = HistoryStore.exerciseOf(session.exercise());
    return database.baselines().learntSince(session.startedAt(), session.athleteId(), exercise).orElse(null);
  }

  private TrainingSession session(Context ctx) {
    return SessionRoutes.found(sessions, ctx.pathParam("id"));
  }
}

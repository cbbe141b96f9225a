package io.flatback.web;

import static io.flatback.web.Operation.delete;
import static io.flatback.web.Operation.get;
import static io.flatback.web.Operation.patch;
import static io.flatback.web.Operation.post;

import io.flatback.store.Athlete;
import io.flatback.store.AthleteStore;
import io.flatback.store.Database;
import io.flatback.store.Page;
import io.flatback.store.Paged;
import io.flatback.store.SessionFilter;
import io.flatback.store.SessionStore;
import io.flatback.store.TrainingSession;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions from their start to their end. */
final class SessionRoutes {
  private final AthleteStore athletes;
  private final SessionStore sessions;
  private final LiveControl live;

  SessionRoutes(Database database, LiveControl live) {
    this.athletes = database.athletes();
    this.sessions = database.sessions();
    this.live = live;
  }

  record StartBody(
      String platform, @Nullable String athlete, @Nullable String exercise, @Nullable Double loadKg) {}

  record ChangeBody(@Nullable String exercise, @Nullable Double loadKg, @Nullable Boolean ended) {}

  List<Operation> operations() {
    String list = "/api/v1/sessions";
    String one = "/api/v1/sessions/{id}";
    return List.of(
        get(list, "listSessions", "Sessions, newest first.", page(), this::list)
            .with(
                PageJson.LIMIT,
                PageJson.OFFSET,
                new Operation.QueryParameter("athlete", "string", "Only the sessions of this athlete.")),
        post(list, "startSession", "Start a session on a platform.", json(201, "The new session."), this::start)
            .taking(StartBody.class)
            .refusing(Problem.Kind.PLATFORM_BUSY, Problem.Kind.PLATFORM_WITHOUT_ATHLETE),
        get(one, "getSession", "One session.", json(200, "The session."), this::find),
        patch(one, "changeSession", "Say what was lifted, or end it.", json(200, "The session."), this::change)
            .taking(ChangeBody.class),
        post(one + "/end", "endSession", "End a session; it is analysed once more.", json(200, "The session."), this::end)
            .refusing(Problem.Kind.SESSION_ENDED),
        delete(one, "deleteSession", "Delete a session with its raw record.", this::delete0)
            .refusing(Problem.Kind.SESSION_ACTIVE));
  }

  private static Operation.Answer page() {
    return new Operation.PageAnswer(200, "A page of sessions.", "Session", SessionJson.class);
  }

  private static Operation.Answer json(int status, String description) {
    return new Operation.JsonAnswer(status, description, SessionJson.class);
  }

  private void list(Context ctx) {
    Page page = PageJson.asked(ctx);
    Paged<TrainingSession> found = sessions.list(new SessionFilter(ctx.queryParam("athlete"), null), page);
    ctx.json(PageJson.of(ctx, found.items(), page, found.total(), this::json));
  }

  private void start(Context ctx) {
    Body body = Body.of(ctx, StartBody.class);
    String id = body.text("platform");
    PlatformView platform =
        live.platform(id)
            .orElseThrow(() -> ProblemException.notFound("platform " + id, "GET /api/v1/platforms lists them."));
    TrainingSession session = live.start(id, PlatformRoutes.preparation(body, platform, athletes));
    ctx.status(201).header("Location", "/api/v1/sessions/" + session.id()).json(json(session));
  }

  private void find(Context ctx) {
    ctx.json(json(session(ctx)));
  }

  private void change(Context ctx) throws IOException {
    TrainingSession session = session(ctx);
    Body body = Body.of(ctx, ChangeBody.class);
    String exercise = body.has("exercise") ? PlatformRoutes.exercise(body) : session.exercise();
    Double loadKg =
        body.has("load_kg") ? body.numberOrNull("load_kg", 0, PlatformRoutes.MAX_LOAD_KG) : session.loadKg();
    boolean ends = body.isTrue("ended");
    TrainingSession changed = session;
    if (body.has("exercise") || body.has("load_kg")) {
      changed = live.describe(session.id(), exercise, loadKg);
    }
    if (ends && changed.state() == TrainingSession.State.ACTIVE) {
      changed = live.end(session.id());
    }
    ctx.json(json(changed));
  }

  private void end(Context ctx) throws IOException {
    TrainingSession session = session(ctx);
    if (session.state() == TrainingSession.State.ENDED) {
      throw ProblemException.sessionEnded(
          "Session " + session.id() + " ended at " + session.endedAt() + ".", "Nothing to do: its report is there.");
    }
    ctx.json(json(live.end(session.id())));
  }

  private void delete0(Context ctx) {
    TrainingSession session = session(ctx);
    if (session.state() == TrainingSession.State.ACTIVE) {
      throw ProblemException.sessionActive(
          "Session " + session.id() + " still goes on.", "End it first: POST /api/v1/sessions/" + session.id() + "/end.");
    }
    live.delete(session.id());
    ctx.status(204);
  }

  private TrainingSession session(Context ctx) {
    return found(sessions, ctx.pathParam("id"));
  }

  static TrainingSession found(SessionStore sessions, String id) {
    return sessions
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("session " + id, "GET /api/v1/sessions lists those there are."));
  }

  SessionJson json(TrainingSession session) {
    return SessionJson.of(session, athletes.find(session.athleteId()).map(Athlete::name).orElse(""));
  }
}

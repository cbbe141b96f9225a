package io.flatback.web;

import static io.flatback.web.Operation.delete;
import static io.flatback.web.Operation.get;
import static io.flatback.web.Operation.patch;
import static io.flatback.web.Operation.post;

import io.flatback.form.FormPreferences;
import io.flatback.store.Athlete;
import io.flatback.store.AthleteStore;
import io.flatback.store.Database;
import io.flatback.store.Page;
import io.flatback.store.SessionFilter;
import io.flatback.store.SessionStore;
import io.javalin.http.Context;
import java.util.List;

/** Who lifts. */
final class AthleteRoutes {
  private final AthleteStore athletes;
  private final SessionStore sessions;
  private final LiveControl live;

  AthleteRoutes(Database database, LiveControl live) {
    this.athletes = database.athletes();
    this.sessions = database.sessions();
    this.live = live;
  }

  record NameBody(String name) {}

  List<Operation> operations() {
    String list = "/api/v1/athletes";
    String one = "/api/v1/athletes/{id}";
    return List.of(
        get(list, "listAthletes", "Who lifts, by name.", page(), this::list).with(PageJson.LIMIT, PageJson.OFFSET),
        post(list, "createAthlete", "Add an athlete.", json(201, "The new athlete."), this::create)
            .taking(NameBody.class),
        get(one, "getAthlete", "One athlete.", json(200, "The athlete."), this::find),
        patch(
                one,
                "changeAthlete",
                "Change the name, what the alarm rule is set to from the next session on, or whether a warning is felt.",
                json(200, "The athlete."),
                this::change)
            .taking(PreferencesBody.class),
        delete(one, "deleteAthlete", "Remove an athlete; with all sessions only where that is said.", this::delete0)
            .with(
                new Operation.QueryParameter(
                    "with_sessions", "boolean", "true: delete the athlete's sessions and raw records as well."))
            .refusing(Problem.Kind.ATHLETE_IN_USE, Problem.Kind.SESSION_ACTIVE));
  }

  private static Operation.Answer page() {
    return new Operation.PageAnswer(200, "A page of athletes.", "Athlete", AthleteJson.class);
  }

  private static Operation.Answer json(int status, String description) {
    return new Operation.JsonAnswer(status, description, AthleteJson.class);
  }

  private void list(Context ctx) {
    ctx.json(PageJson.cut(ctx, athletes.list(), this::shown));
  }

  private void create(Context ctx) {
    Athlete athlete = athletes.create(Body.of(ctx, NameBody.class).text("name"));
    ctx.status(201).header("Location", "/api/v1/athletes/" + athlete.id()).json(shown(athlete));
  }

  private void find(Context ctx) {
    ctx.json(shown(found(athletes, ctx.pathParam("id"))));
  }

  private AthleteJson shown(Athlete athlete) {
    return AthleteJson.of(athlete, athletes.preferences(athlete.id()));
  }

  private void change(Context ctx) {
    String id = found(athletes, ctx.pathParam("id")).id();
    Body body = Body.of(ctx, PreferencesBody.class);
    FormPreferences now = athletes.preferences(id);
    FormPreferences next = PreferencesBody.of(body, now);
    Boolean vibration = body.yesOrNo("vibration");
    if (vibration != null) {
      athletes.vibrate(id, vibration);
      live.athletesChanged();
    }
    if (body.has("name") || body.isEmpty()) {
      athletes.rename(id, body.text("name"));
      live.athletesChanged();
    }
    if (!next.equals(now)) {
      athletes.prefer(id, next);
      live.judgedAnew(id);
    }
    ctx.json(shown(found(athletes, id)));
  }

  private void delete0(Context ctx) {
    String id = found(athletes, ctx.pathParam("id")).id();
    int total = sessions.list(SessionFilter.ofAthlete(id), new Page(0, 1)).total();
    if (total > 0 && !"true".equals(ctx.queryParam("with_sessions"))) {
      throw new ProblemException(
          Problem.Kind.ATHLETE_IN_USE,
          "Athlete " + id + " has " + total + (total == 1 ? " session." : " sessions."),
          "Delete the sessions first, or all at once with ?with_sessions=true.");
    }
    if (sessions.active().stream().anyMatch(session -> session.athleteId().equals(id))) {
      throw ProblemException.sessionActive(
          "Athlete " + id + " has a session that goes on.", "End it first: POST /api/v1/sessions/{id}/end.");
    }
    athletes.delete(id);
    live.athletesChanged();
    ctx.status(204);
  }

  static Athlete found(AthleteStore athletes, String id) {
    return athletes
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("athlete " + id, "GET /api/v1/athletes lists those there are."));
  }
}

package io.flatback.web;

import static io.flatback.web.Operation.get;
import static io.flatback.web.Operation.patch;

import io.flatback.lift.ExerciseProfiles;
import io.flatback.store.AthleteStore;
import io.flatback.store.Database;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places to lift at. */
final class PlatformRoutes {
  static final double MAX_LOAD_KG = 1_000;

  private final AthleteStore athletes;
  private final LiveControl live;

  PlatformRoutes(Database database, LiveControl live) {
    this.athletes = database.athletes();
    this.live = live;
  }

  record PreparationBody(@Nullable String athlete, @Nullable String exercise, @Nullable Double loadKg) {}

  List<Operation> operations() {
    String list = "/api/v1/platforms";
    String one = "/api/v1/platforms/{id}";
    return List.of(
        get(
                list,
                "listPlatforms",
                "The places to lift at.",
                new Operation.PageAnswer(200, "A page of platforms.", "Platform", PlatformJson.class),
                this::list)
            .with(PageJson.LIMIT, PageJson.OFFSET),
        get(one, "getPlatform", "One platform.", json(), this::find),
        patch(one, "preparePlatform", "Say who lifts there and what.", json(), this::prepare)
            .taking(PreparationBody.class)
            .refusing(Problem.Kind.PLATFORM_BUSY));
  }

  private static Operation.Answer json() {
    return new Operation.JsonAnswer(200, "The platform.", PlatformJson.class);
  }

  private void list(Context ctx) {
    ctx.json(PageJson.cut(ctx, live.platforms(), PlatformJson::of));
  }

  private void find(Context ctx) {
    ctx.json(PlatformJson.of(platform(ctx.pathParam("id"))));
  }

  private void prepare(Context ctx) {
    PlatformView now = platform(ctx.pathParam("id"));
    Body body = Body.of(ctx, PreparationBody.class);
    ctx.json(PlatformJson.of(live.prepare(now.id(), preparation(body, now, athletes))));
  }

  /** What the body leaves out stays as it is on the platform. */
  static LiveControl.Preparation preparation(Body body, PlatformView now, AthleteStore athletes) {
    String already = now.athlete() == null ? null : now.athlete().id();
    String athlete = body.has("athlete") ? body.textOrNull("athlete") : already;
    if (athlete != null && athletes.find(athlete).isEmpty()) {
      throw ProblemException.notFound("athlete " + athlete, "GET /api/v1/athletes lists those there are.");
    }
    return new LiveControl.Preparation(
        athlete,
        body.has("exercise") ? exercise(body) : now.exercise(),
        body.has("load_kg") ? body.numberOrNull("load_kg", 0, MAX_LOAD_KG) : now.loadKg());
  }

  /** @return null: guess it */
  static @Nullable String exercise(Body body) {
    String name = body.textOrNull("exercise");
    if (name != null && !ExerciseProfiles.names().contains(name)) {
      throw ProblemException.badValue(
          "Field 'exercise'", "'" + name + "'", "one of " + String.join(", ", ExerciseProfiles.names()));
    }
    return name;
  }

  private PlatformView platform(String id) {
    return live.platform(id)
        .orElseThrow(() -> ProblemException.notFound("platform " + id, "GET /api/v1/platforms lists those there are."));
  }
}

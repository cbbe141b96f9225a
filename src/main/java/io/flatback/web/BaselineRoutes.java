package io.flatback.web;

import static io.flatback.web.Operation.delete;
import static io.flatback.web.Operation.get;
import static io.flatback.web.Operation.post;

import io.flatback.form.ChangeBounds;
import io.flatback.form.FormPreferences;
import io.flatback.form.FormPreset;
import io.flatback.lift.ExerciseProfiles;
import io.flatback.store.AthleteStore;
import io.flatback.store.BaselineReset;
import io.flatback.store.BaselineStore;
import io.flatback.store.Database;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What athletes' sets are judged by: presets to choose from, and since when their own scatter is learnt. */
final class BaselineRoutes {
  private final AthleteStore athletes;
  private final BaselineStore baselines;
  private final LiveControl live;

  BaselineRoutes(Database database, LiveControl live) {
    this.athletes = database.athletes();
    this.baselines = database.baselines();
    this.live = live;
  }

  /** A preset with its values, and the bounds within which each may be set by hand. */
  record AlarmPresetJson(
      String preset,
      String primaryWithTwoSensors,
      double velocityLossWatchRatio,
      double velocityLossWarnRatio,
      double lumbarFlexionWatchDeg,
      double lumbarFlexionWarnDeg,
      double velocityLossLeastRatio,
      double velocityLossMostRatio,
      double lumbarFlexionLeastDeg,
      double lumbarFlexionMostDeg) {
    static AlarmPresetJson of(FormPreset preset) {
      FormPreferences values = FormPreferences.of(preset);
      ChangeBounds loss = ChangeBounds.VELOCITY_LOSS_RATIO;
      ChangeBounds flexion = ChangeBounds.LUMBAR_FLEXION_DEG;
      return new AlarmPresetJson(
          preset.key(), values.withTwoSensors().key(),
          values.velocityLossRatio().watch(), values.velocityLossRatio().warn(),
          values.lumbarFlexionDeg().watch(), values.lumbarFlexionDeg().warn(),
          loss.least(), loss.most(), flexion.least(), flexion.most());
    }
  }

  /** @param exercise null: all */
  record ResetBody(@Nullable String exercise) {}

  /**
   * A moment from which on noise is learnt anew.
   *
   * @param exercise null: all
   * @param undoneAt null while it holds
   */
  record BaselineResetJson(String id, @Nullable String exercise, Instant madeAt, @Nullable Instant undoneAt) {
    static BaselineResetJson of(BaselineReset reset) {
      return new BaselineResetJson(reset.id(), reset.exercise(), reset.madeAt(), reset.undoneAt());
    }
  }

  List<Operation> operations() {
    String resets = "/api/v1/athletes/{id}/baseline-resets";
    return List.of(
        get(
                "/api/v1/alarm-presets",
                "listAlarmPresets",
                "What an athlete may train for, as far as alarms go.",
                new Operation.PageAnswer(200, "A page of presets.", "AlarmPreset", AlarmPresetJson.class),
                ctx -> ctx.json(PageJson.cut(ctx, Arrays.asList(FormPreset.values()), AlarmPresetJson::of)))
            .with(PageJson.LIMIT, PageJson.OFFSET),
        get(
                resets,
                "listBaselineResets",
                "When the athlete's own scatter was learnt anew, newest first; with those undone.",
                new Operation.PageAnswer(200, "A page of resets.", "BaselineReset", BaselineResetJson.class),
                this::list)
            .with(PageJson.LIMIT, PageJson.OFFSET),
        post(
                resets,
                "resetBaseline",
                "Learn the athlete's own scatter anew from now on, in one exercise or in all. Nothing is deleted;"
                    + " earlier sessions keep what held then.",
                new Operation.JsonAnswer(201, "The reset.", BaselineResetJson.class),
                this::reset)
            .taking(ResetBody.class),
        delete(
            resets + "/{reset}",
            "undoBaselineReset",
            "Use what was learnt before the reset again, from the next session on.",
            this::undo));
  }

  private void list(Context ctx) {
    ctx.json(PageJson.cut(ctx, baselines.list(athlete(ctx)), BaselineResetJson::of));
  }

  private void reset(Context ctx) {
    String athlete = athlete(ctx);
    String exercise = Body.of(ctx, ResetBody.class).textOrNull("exercise");
    if (exercise != null && !ExerciseProfiles.names().contains(exercise)) {
      throw ProblemException.badValue(
          "Field 'exercise'", "'" + exercise + "'", "one of " + String.join(", ", ExerciseProfiles.names()));
    }
    BaselineReset made = baselines.reset(athlete, exercise);
    live.judgedAnew(athlete);
    ctx.status(201)
        .header("Location", "/api/v1/athletes/" + athlete + "/baseline-resets/" + made.id())
        .json(BaselineResetJson.of(made));
  }

  private void undo(Context ctx) {
    String athlete = athlete(ctx);
    String reset = ctx.pathParam("reset");
    if (!baselines.undo(athlete, reset)) {
      throw ProblemException.notFound(
          "reset " + reset + " that holds", "GET /api/v1/athletes/" + athlete + "/baseline-resets lists them.");
    }
    live.judgedAnew(athlete);
    ctx.status(204);
  }

  private String athlete(Context ctx) {
    return AthleteRoutes.found(athletes, ctx.pathParam("id")).id();
  }
}

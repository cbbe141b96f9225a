package io.flatback.web;

import static io.flatback.web.Operation.delete;
import static io.flatback.web.Operation.post;

import io.javalin.http.Context;
import java.util.List;

/** Guided calibrations: begun here, followed as live events named {@code calibration}. */
final class CalibrationRoutes {
  private final LiveControl live;

  CalibrationRoutes(LiveControl live) {
    this.live = live;
  }

  /** @param platform where the wearer stands */
  record CalibrationBody(String platform) {}

  List<Operation> operations() {
    return List.of(
        post(
                "/api/v1/calibrations",
                "startCalibration",
                "Lead who lifts there through a calibration: stand still for 3 s, then hinge slowly three times.",
                new Operation.JsonAnswer(202, "Begun; live events named calibration say how it goes.", PlatformJson.class),
                this::start)
            .taking(CalibrationBody.class)
            .refusing(Problem.Kind.PLATFORM_BUSY),
        delete(
            "/api/v1/calibrations/{platform}",
            "cancelCalibration",
            "Stop a calibration that goes on; what was found before stays.",
            this::cancel));
  }

  private void start(Context ctx) {
    String platform = Body.of(ctx, CalibrationBody.class).text("platform");
    ctx.status(202).json(PlatformJson.of(live.calibrate(platform)));
  }

  private void cancel(Context ctx) {
    var unused = live.cancelCalibration(ctx.pathParam("platform"));
    ctx.status(204);
  }
}

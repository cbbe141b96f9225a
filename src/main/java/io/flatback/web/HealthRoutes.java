package io.flatback.web;

import static io.flatback.web.Operation.get;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Whether the service is up, and its figures. */
final class HealthRoutes {
  private final LiveControl live;
  private final ServiceMetrics metrics;

  HealthRoutes(LiveControl live, ServiceMetrics metrics) {
    this.live = live;
    this.metrics = metrics;
  }

  record StatusJson(String status) {}

  List<Operation> operations() {
    return List.of(
        get("/api/v1/health/live", "healthLive", "The program runs.", up("It runs."), this::alive),
        get("/api/v1/health/ready", "healthReady", "What arrives is kept.", up("It is ready."), this::ready)
            .refusing(Problem.Kind.NOT_READY),
        get(
            "/api/v1/metrics",
            "metrics",
            "Figures for Prometheus.",
            new Operation.TextAnswer(200, "Prometheus text.", List.of(ServiceMetrics.MEDIA_TYPE)),
            this::metrics));
  }

  private static Operation.Answer up(String description) {
    return new Operation.JsonAnswer(200, description, StatusJson.class);
  }

  private void alive(Context ctx) {
    ctx.json(new StatusJson("up"));
  }

  private void ready(Context ctx) {
    Optional<PlatformView.Trouble> trouble = live.storageTrouble();
    if (trouble.isPresent()) {
      throw new ProblemException(Problem.Kind.NOT_READY, trouble.get().text(), trouble.get().remedy());
    }
    ctx.json(new StatusJson("up"));
  }

  private void metrics(Context ctx) {
    ctx.contentType(ServiceMetrics.MEDIA_TYPE).result(metrics.scrape());
  }
}

package io.flatback.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The figures of one running service. */
public final class ServiceMetrics {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String STARTED = "flatback.request.started";

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private volatile @Nullable SensorMetrics sensors;

  public ServiceMetrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Where other parts put theirs; names begin with {@code flatback.}. */
  public MeterRegistry registry() {
    return registry;
  }

  void watch(LiveControl live) {
    sensors = new SensorMetrics(live, registry);
  }

  void watch(EventHub hub) {
    Gauge.builder("flatback.live.clients", hub, EventHub::clientCount)
        .description("Clients that read live events")
        .register(registry);
    FunctionCounter.builder("flatback.live.events", hub, EventHub::published)
        .description("Live events published, samples too")
        .register(registry);
  }

  void requestBegins(Context ctx) {
    ctx.attribute(STARTED, System.nanoTime());
  }

  /** @param route the pattern, never the path itself: figures must stay few */
  void requestEnds(Context ctx, String route) {
    @Nullable Long started = ctx.attribute(STARTED);
    if (started != null) {
      Timer.builder("http.server.requests")
          .tags("method", ctx.method().name(), "route", route, "status", Integer.toString(ctx.statusCode()))
          .register(registry)
          .record(Duration.ofNanos(System.nanoTime() - started));
    }
  }

  String scrape() {
    SensorMetrics now = sensors;
    if (now != null) {
      now.update();
    }
    return registry.scrape();
  }
}

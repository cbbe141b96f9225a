package io.flatback.web;

import io.flatback.session.SessionEvent.SensorStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of every sensor, by address and placement; what is not known has no line. */
final class SensorMetrics {
  private final LiveControl live;
  private final MultiGauge states;
  private final Map<MultiGauge, Figure> figures = new LinkedHashMap<>();

  /** One number of a sensor; null or NaN where it is not known. */
  private interface Figure {
    @Nullable Number of(SensorStatus sensor);
  }

  SensorMetrics(LiveControl live, MeterRegistry registry) {
    this.live = live;
    this.states = gauge(registry, "state", "1 for the state the sensor is in");
    figure(registry, "rate.hertz", "Readings per second of device time", s -> s.figures().rateHz());
    figure(registry, "jitter.seconds", "Spread of arrivals against device time", s -> seconds(s.figures().jitterMs()));
    figure(registry, "loss.ratio", "Share of readings lost since the stream began", s -> s.figures().lossRatio());
    figure(registry, "round.trip.seconds", "The latest ping, there and back", s -> seconds(s.figures().roundTripMs()));
    figure(registry, "clock.ahead.seconds", "How far the device's clock has run ahead of the host's since the stream began",
        s -> seconds(s.figures().clockAheadMs()));
    figure(registry, "clock.drift.ratio", "How fast the device's clock is", s -> s.figures().clockDriftPpm() / 1e6);
    figure(registry, "battery.ratio", "How full its battery is", s -> times(s.figures().batteryPercent(), 0.01));
    figure(registry, "signal.dbm", "Strength of its radio link", s -> s.figures().signalDbm());
  }

  private void figure(
      MeterRegistry registry, String name, String description, Figure of) {
    figures.put(gauge(registry, name, description), of);
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder("flatback.sensor." + name).description(description).register(registry);
  }

  private static double seconds(double millis) {
    return millis * 1e-3;
  }

  private static @Nullable Double times(@Nullable Integer whole, double factor) {
    return whole == null ? null : Double.valueOf(whole * factor);
  }

  /** Before the figures are read. */
  synchronized void update() {
    List<SensorStatus> sensors = live.platforms().stream().flatMap(platform -> platform.sensors().stream()).toList();
    states.register(
        sensors.stream().map(s -> MultiGauge.Row.of(tags(s).and("state", LiveTranslation.key(s.state())), 1)).toList(),
        true);
    figures.forEach((gauge, of) -> gauge.register(rows(sensors, of), true));
  }

  private static List<MultiGauge.Row<?>> rows(List<SensorStatus> sensors, Figure of) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (SensorStatus sensor : sensors) {
      Number value = of.of(sensor);
      if (value != null && Double.isFinite(value.doubleValue())) {
        rows.add(MultiGauge.Row.of(tags(sensor), value));
      }
    }
    return rows;
  }

  private static Tags tags(SensorStatus sensor) {
    return Tags.of("sensor", sensor.sensor(), "placement", sensor.placement().key());
  }
}

package io.flatback.web;

import io.flatback.session.LinkFigures;
import io.flatback.session.SessionEvent.SensorStatus;
import org.jspecify.annotations.Nullable;

/** A sensor and what its link is doing; numbers are null until they are known. */
record SensorJson(
    String sensor,
    String platform,
    String placement,
    @Nullable PersonJson athlete,
    String state,
    String reason,
    String device,
    @Nullable Double rateHz,
    @Nullable Double jitterMs,
    @Nullable Double lossRatio,
    @Nullable Double roundTripMs,
    @Nullable Double clockAheadMs,
    @Nullable Double clockDriftPpm,
    @Nullable Integer batteryPercent,
    @Nullable Integer signalDbm) {

  static SensorJson of(String platform, @Nullable PersonJson athlete, SensorStatus status) {
    LinkFigures figures = status.figures();
    return new SensorJson(
        status.sensor(),
        platform,
        status.placement().key(),
        athlete,
        LiveTranslation.key(status.state()),
        status.reason(),
        status.device(),
        Json.rounded(figures.rateHz(), 2),
        Json.rounded(figures.jitterMs(), 2),
        Json.rounded(figures.lossRatio(), 5),
        Json.rounded(figures.roundTripMs(), 1),
        Json.rounded(figures.clockAheadMs(), 1),
        Json.rounded(figures.clockDriftPpm(), 1),
        figures.batteryPercent(),
        figures.signalDbm());
  }

  SensorJson with(LivePayload.Sensor now) {
    return new SensorJson(
        sensor,
        platform,
        placement,
        athlete,
        now.state(),
        now.reason(),
        now.device(),
        now.rateHz(),
        now.jitterMs(),
        now.lossRatio(),
        now.roundTripMs(),
        now.clockAheadMs(),
        now.clockDriftPpm(),
        now.batteryPercent(),
        now.signalDbm());
  }
}

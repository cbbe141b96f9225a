package io.flatback.web;

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
    @Nullable Double rateHz,
    @Nullable Double jitterMs,
    @Nullable Double lossRatio,
    @Nullable Integer batteryPercent) {

  static SensorJson of(String platform, @Nullable PersonJson athlete, SensorStatus status) {
    return new SensorJson(
        status.sensor(),
        platform,
        status.placement().key(),
        athlete,
        LiveTranslation.key(status.state()),
        status.reason(),
        Json.rounded(status.rateHz(), 2),
        Json.rounded(status.jitterMs(), 2),
        Json.rounded(status.lossRatio(), 5),
        status.batteryPercent());
  }

  SensorJson with(LivePayload.Sensor now) {
    return new SensorJson(
        sensor,
        platform,
        placement,
        athlete,
        now.state(),
        now.reason(),
        now.rateHz(),
        now.jitterMs(),
        now.lossRatio(),
        now.batteryPercent());
  }
}

package io.flatback.web;

import org.jspecify.annotations.Nullable;

/** A port that could be listened to; numbers are null where they are not known. */
record InReachJson(
    String sensor,
    String description,
    String state,
    String driver,
    String device,
    @Nullable Double rateHz,
    @Nullable Integer batteryPercent,
    @Nullable Integer signalDbm,
    @Nullable Boolean paired,
    String text) {

  static InReachJson of(InReach port) {
    Double rateHz = port.rateHz();
    return new InReachJson(
        port.sensor(), port.description(), port.state().key(), port.driver(), port.device(),
        rateHz == null ? null : Json.rounded(rateHz, 2), port.batteryPercent(), port.signalDbm(), port.paired(), port.text());
  }
}

package io.flatback.web;

import java.time.Instant;

/**
 * Data of the live event {@code port}; it is of no platform.
 *
 * @param change {@code plugged_in} or {@code unplugged}
 */
record PortChangeJson(Instant at, String sensor, String description, String change) {
  static PortChangeJson of(PortChange port, Instant at) {
    return new PortChangeJson(at, port.sensor(), port.description(), port.pluggedIn() ? "plugged_in" : "unplugged");
  }
}

package io.flatback.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place to lift at, as the interface shows it.
 *
 * @param session id of the active one
 * @param trouble what keeps it from working as it should; null while all is well
 */
record PlatformJson(
    String id,
    String name,
    String mode,
    @Nullable PersonJson athlete,
    @Nullable String exercise,
    @Nullable Double loadKg,
    @Nullable String session,
    List<SensorJson> sensors,
    @Nullable TroubleJson trouble) {

  /** @param kind {@code disk} or {@code pipeline} */
  record TroubleJson(String kind, String text, String remedy, Instant since) {
    static TroubleJson of(PlatformView.Trouble trouble) {
      return new TroubleJson(trouble.kind().key(), trouble.text(), trouble.remedy(), trouble.since());
    }
  }

  PlatformJson {
    sensors = List.copyOf(sensors);
  }

  static PlatformJson of(PlatformView view) {
    PersonJson athlete = view.athlete() == null ? null : new PersonJson(view.athlete().id(), view.athlete().name());
    PlatformView.Trouble trouble = view.trouble();
    return new PlatformJson(
        view.id(),
        view.name(),
        view.twoSensors() ? "two_sensors" : "one_sensor",
        athlete,
        view.exercise(),
        view.loadKg(),
        view.sessionId(),
        view.sensors().stream().map(status -> SensorJson.of(view.id(), athlete, status)).toList(),
        trouble == null ? null : TroubleJson.of(trouble));
  }

  PlatformJson inSession(@Nullable String id) {
    return new PlatformJson(this.id, name, mode, athlete, exercise, loadKg, id, sensors, trouble);
  }

  /** With what this sensor's link does now. */
  PlatformJson with(LivePayload.Sensor changed) {
    List<SensorJson> now =
        sensors.stream().map(s -> s.sensor().equals(changed.sensor()) ? s.with(changed) : s).toList();
    return new PlatformJson(id, name, mode, athlete, exercise, loadKg, session, now, trouble);
  }
}

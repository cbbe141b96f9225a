package io.flatback.web.page;

import static io.flatback.web.page.Script.json;
import static io.flatback.web.page.Script.map;

import io.flatback.report.HtmlReport;
import io.flatback.report.ReportContext;
import io.flatback.report.ReportModel;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers for the pages that are read sitting down, in the shapes of docs/api.md. */
final class Canned {
  private static final String JSON = "application/json";
  static final double SECOND_REP_START_S = 6.0;

  private Canned() {}

  static Map<String, @Nullable Object> session(String id, String state, int reps) {
    return map("id", id, "athlete", map("id", "a1", "name", "Ada"), "platform", "p1", "state", state, "started_at",
        "2026-11-20T17:30:00Z", "ended_at", state.equals("ended") ? "2026-11-20T18:05:00Z" : null, "exercise",
        "deadlift", "load_kg", 120, "sets", 1, "reps", reps, "warnings", 0);
  }

  private static Map<String, @Nullable Object> rep(int index, double startS) {
    return map("index", index, "start_s", startS, "bottom_s", startS + 1.2, "ascent_onset_s", startS + 1.3, "lockout_s",
        startS + 2.2, "end_s", startS + 2.4, "quality", List.of(), "metrics",
        map("concentric_duration_s", 0.94, "inclination_at_onset_deg", 46.0));
  }

  static List<Map<String, @Nullable Object>> sets(int reps) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (int i = 1; i <= reps; i++) {
      all.add(rep(i, SECOND_REP_START_S + (i - 2) * 4.0));
    }
    return List.of(
        map("index", 1, "exercise", "deadlift", "start_s", 0.0, "end_s", 30.0, "load_kg", 120, "reps", all, "rejected",
            List.of(map("start_s", 22.0, "end_s", 23.0, "reason", "no_lockout")), "warnings", List.of(), "drift",
            List.of()));
  }

  /** The service's own report of a simulated session. */
  private static String report() {
    try {
      SimulatedRecording recording = new SimulatedRecording(Scenarios.of("demo"), 7);
      SessionResult result = Reanalysis.analyze(recording, SessionSettings.UNKNOWN);
      return HtmlReport.render(ReportModel.of(result, ReportContext.ofVersion("0.1.0")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page(List<Map<String, @Nullable Object>> items) {
    return json(map("items", items, "limit", 50, "offset", 0, "total", items.size(), "next", null));
  }

  private static void get(Stage stage, String path, String body) {
    stage.answer("GET", "/api/v1" + path, new Stage.Answer(200, JSON, body));
  }

  private static Map<String, @Nullable Object> preset(String key, String primary, double watch, double warn) {
    return map("preset", key, "primary_with_two_sensors", primary, "velocity_loss_watch_ratio", watch,
        "velocity_loss_warn_ratio", warn, "lumbar_flexion_watch_deg", 7.3, "lumbar_flexion_warn_deg", 9,
        "velocity_loss_least_ratio", .15, "velocity_loss_most_ratio", .6, "lumbar_flexion_least_deg", 6.5,
        "lumbar_flexion_most_deg", 20);
  }

  /** Two sessions of one athlete, one of them still going on. */
  static void install(Stage stage) {
    Map<String, @Nullable Object> ada = map("id", "a1", "name", "Ada", "created_at", "2026-11-01T08:00:00Z");
    ada.putAll(preset("default", "lumbar_flexion", .20, .30));
    get(stage, "/athletes", page(List.of(ada)));
    get(stage, "/alarm-presets",
        page(List.of(preset("default", "lumbar_flexion", .20, .30), preset("strength", "velocity_loss", .15, .20))));
    get(stage, "/athletes/a1/baseline-resets", page(List.of()));
    stage.answer("PATCH", "/api/v1/athletes/a1", new Stage.Answer(200, JSON, json(ada)));
    stage.answer("POST", "/api/v1/athletes/a1/baseline-resets", new Stage.Answer(201, JSON, "{}"));
    get(stage, "/sessions", page(List.of(session("s2", "active", 3), session("s1", "ended", 2))));
    get(stage, "/sessions/s1", json(session("s1", "ended", 2)));
    get(stage, "/sessions/s1/report", json(map("schema", "flatback.report/1", "sets", sets(2))));
    stage.answer("GET html", "/api/v1/sessions/s1/report", new Stage.Answer(200, "text/html; charset=utf-8", report()));
    stage.answer(
        "PATCH", "/api/v1/sessions/s1/reps/1-2",
        new Stage.Answer(200, JSON, json(map("session", session("s1", "ended", 1), "sets", sets(1)))));
    get(stage, "/sensors",
        page(List.of(
            sensor("ble:flatback-1", "lumbar", "streaming", "", 78),
            sensor("serial:/dev/ttyUSB0", "sacrum", "degraded", "12 % of readings lost in the last 5 s: bring the sensor closer", 41),
            sensor("serial:/dev/ttyACM3", "lumbar", "lost",
                "serial:/dev/ttyACM3 may not be opened by this user: sudo usermod -aG dialout ada, then log out and in again", null))));
    get(stage, "/platforms", page(List.of(
        map("id", "p1", "name", "Platform 1", "mode", "one_sensor", "athlete", map("id", "a1", "name", "Ada"), "sensors",
            List.of(map("sensor", "ble:flatback-1", "placement", "lumbar"))))));
    get(stage, "/machine", page(List.of(
        map("good", true, "subject", "Java", "text", "25 in /usr/lib/jvm", "remedy", ""),
        map("good", true, "subject", "disk", "text", "20 GB free", "remedy", ""),
        map("good", false, "subject", "port", "text", "/dev/ttyACM3 belongs to the group dialout, which ada is not in",
            "remedy", "sudo usermod -aG dialout ada, then log out and in again"))));
    stage.answer("POST", "/api/v1/sensors", new Stage.Answer(201, JSON, "{}"));
    stage.answer("DELETE", "/api/v1/sensors/ble:flatback-1", new Stage.Answer(409, "application/problem+json",
        json(map("title", "Session is active", "status", 409, "detail", "ble:flatback-1 is worn in a session that goes on.",
            "remedy", "End the session first, then let the sensor go."))));
    get(stage, "/sensors-in-reach", page(reach()));
    stage.answer("POST", "/api/v1/sensors-in-reach", new Stage.Answer(200, JSON, json(page(reach()))));
  }

  private static List<Map<String, @Nullable Object>> reach() {
    return List.of(
        port("serial:/dev/ttyACM0", "answers", "flatback one (driver flatback, 100.0 Hz, battery 78 %)"),
        port("serial:/dev/ttyACM1", "not_asked", "There before flatback was, so nothing was sent to it."),
        port("serial:/dev/ttyUSB0", "in_use", "One of the sensors above."),
        port("serial:/dev/ttyS4", "silent", "nothing answers"),
        radio());
  }

  private static Map<String, @Nullable Object> sensor(
      String uri, String placement, String state, String reason, @Nullable Integer battery) {
    boolean known = battery != null;
    return map("id", uri, "sensor", uri, "platform", "p1", "placement", placement, "athlete", null, "state", state, "reason",
        reason, "driver", "flatback", "device", known ? "Flatback one" : "", "rate_hz", known ? 99.7 : null, "jitter_ms",
        known ? 2.1 : null, "loss_ratio", known ? 0.02 : null, "round_trip_ms", known ? 14.2 : null, "clock_ahead_ms",
        known ? -3.4 : null, "clock_drift_ppm", known ? -21.0 : null, "battery_percent", battery, "signal_dbm",
        uri.startsWith("ble") ? -61 : null, "calibration", null);
  }

  private static Map<String, @Nullable Object> port(String uri, String state, String text) {
    return map("sensor", uri, "description", "Seeed XIAO nRF52840", "state", state, "driver", state.equals("answers") ? "flatback" : "",
        "device", "", "rate_hz", null, "battery_percent", null, "signal_dbm", null, "paired", null, "text", text);
  }

  private static Map<String, @Nullable Object> radio() {
    return map("sensor", "ble:C0:FF:EE:00:00:02", "description", "flatback 02", "state", "answers", "driver", "flatback",
        "device", "flatback 02", "rate_hz", null, "battery_percent", null, "signal_dbm", -61, "paired", false, "text",
        "Not paired yet.");
  }

  /** One port more than before. */
  static void installPluggedIn(Stage stage) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>(reach());
    all.add(port("serial:/dev/ttyACM9", "asking", "Being asked who is there."));
    get(stage, "/sensors-in-reach", page(all));
  }

  /** A service on its first day. */
  static void installNothing(Stage stage) {
    for (String list : List.of("/athletes", "/sessions", "/sensors", "/sensors-in-reach", "/platforms", "/machine", "/alarm-presets")) {
      get(stage, list, page(List.of()));
    }
  }
}

package io.flatback.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Plays a lifter: builds the live events of docs/api.md, in order, on a time line of its own. */
final class Script {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final double SAMPLE_S = 0.05;
  private static final String AT = "2026-11-22T10:00:00Z";
  private static final double UPRIGHT_S = 1.4;

  /** @param kept it has an id, and is sent again to a page that comes back */
  record Event(String name, String json, boolean kept) {}

  private final Consumer<Event> out;
  private final boolean twoSensors;
  private final List<Map<String, @Nullable Object>> reps = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> rejected = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> warnings = new ArrayList<>();
  private double tS = 20;
  private double setStartS;
  private int set;
  private double fastestS = Double.MAX_VALUE;

  Script(boolean twoSensors, Consumer<Event> out) {
    this.twoSensors = twoSensors;
    this.out = out;
  }

  static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** A service that has been started without a sensor. */
  static String emptySnapshot() {
    return json(map("at", AT, "platforms", List.of(platformState("one_sensor", null, List.of()))));
  }

  /** One platform whose sensors are in the given state, with nothing lifted yet. */
  String snapshot(String state) {
    Map<String, @Nullable Object> athlete = map("id", "a1", "name", "Ada");
    return json(map("at", AT, "platforms", List.of(platformState(mode(), athlete, sensors(state, "")))));
  }

  private String mode() {
    return twoSensors ? "two_sensors" : "one_sensor";
  }

  private static Map<String, @Nullable Object> platformState(
      String mode, @Nullable Object athlete, List<Map<String, @Nullable Object>> sensors) {
    Map<String, @Nullable Object> platform =
        map("id", "p1", "name", "Platform 1", "mode", mode, "athlete", athlete, "exercise", null, "load_kg", null,
            "session", null, "sensors", sensors, "trouble", null);
    return map("platform", platform, "session", null, "sets", List.of(), "set", null, "mounting", map(), "samples",
        List.of());
  }

  private List<Map<String, @Nullable Object>> sensors(String state, String reason) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    all.add(sensor("lumbar", state, reason));
    if (twoSensors) {
      all.add(sensor("sacrum", state, reason));
    }
    return all;
  }

  private Map<String, @Nullable Object> sensor(String placement, String state, String reason) {
    Map<String, Double> rates = Map.of("streaming", 99.7, "degraded", 61.2);
    return map("platform", "p1", "t_s", tS, "at", AT, "sensor", "sim:" + placement, "placement", placement, "state",
        state, "reason", reason, "rate_hz", rates.get(state), "jitter_ms", 2.1, "loss_ratio", 0.0, "battery_percent", 78);
  }

  private void send(String name, Map<String, @Nullable Object> data) {
    out.accept(new Event(name, json(data), !name.equals("sample")));
  }

  private Map<String, @Nullable Object> data(@Nullable Object... pairs) {
    Map<String, @Nullable Object> data = map("platform", "p1", "t_s", tS, "at", AT, "session", "s1");
    data.putAll(map(pairs));
    return data;
  }

  Script sensorIs(String state, String reason) {
    sensors(state, reason).forEach(each -> send("sensor", each));
    return this;
  }

  Script mounted() {
    send("calibration", data("placement", "lumbar", "confidence", 0.96, "follows_back", true));
    return this;
  }

  /** @param text as the service says it */
  Script guided(String step, @Nullable Integer secondsLeft, @Nullable Integer hinge, String text) {
    send("calibration", data("step", step, "seconds_left", secondsLeft, "hinge", hinge, "text", text));
    tS += 0.1;
    return this;
  }

  private void sample(@Nullable Double inclinationDeg, String phase) {
    Double flexion = twoSensors && inclinationDeg != null ? Double.valueOf(inclinationDeg * 0.45) : null;
    send("sample", map("platform", "p1", "t_s", tS, "at", AT, "inclination_deg", inclinationDeg, "lateral_tilt_deg",
        0.4, "lumbar_flexion_deg", flexion, "phase", phase, "confidence", 0.96));
    tS += SAMPLE_S;
  }

  Script stand(double seconds) {
    for (double s = 0; s < seconds; s += SAMPLE_S) {
      sample(0.6 * Math.sin(tS * 1.7), "standing");
    }
    return this;
  }

  Script unseen(double seconds) {
    sample(null, "unknown");
    tS += seconds;
    sample(null, "unknown");
    return this;
  }

  Script beginSession() {
    send("session", data("session", session("active"), "reason", "first_set"));
    return this;
  }

  Script endSession() {
    send("session", data("session", session("ended"), "reason", "request"));
    return this;
  }

  private Map<String, @Nullable Object> session(String state) {
    return map("id", "s1", "athlete", map("id", "a1", "name", "Ada"), "platform", "p1", "state", state, "started_at",
        AT, "ended_at", state.equals("ended") ? AT : null, "exercise", "deadlift", "load_kg", 120, "sets", set, "reps",
        reps.size(), "warnings", warnings.size());
  }

  Script beginSet() {
    reps.clear();
    rejected.clear();
    warnings.clear();
    fastestS = Double.MAX_VALUE;
    set++;
    setStartS = tS;
    send("set_started", data("set", set, "exercise", "deadlift", "exercise_guessed", true));
    return this;
  }

  /** Down and up again, seen as a whole and confirmed. */
  Script rep(double pullS, double onsetDeg) {
    Map<String, @Nullable Object> rep = move(pullS, onsetDeg);
    reps.add(rep);
    send("rep_completed", data("set", set, "rep", reps.size(), "detail", rep));
    return stand(UPRIGHT_S);
  }

  Script provisional(double pullS, double onsetDeg) {
    Map<String, @Nullable Object> rep = move(pullS, onsetDeg);
    send("rep_provisional", data("set", set, "rep", reps.size() + 1, "detail", rep));
    return stand(UPRIGHT_S);
  }

  Script withdraw(String reason) {
    Map<String, @Nullable Object> detail = map("start_s", tS - 4, "end_s", tS - 1, "reason", reason);
    rejected.add(detail);
    send("rep_withdrawn", data("set", set, "rep", reps.size() + 1, "detail", detail));
    return this;
  }

  private Map<String, @Nullable Object> move(double pullS, double onsetDeg) {
    send("rep_started", data("set", set, "rep", reps.size() + 1));
    double startS = tS;
    double downS = 1.2;
    for (double s = 0; s < downS; s += SAMPLE_S) {
      sample(onsetDeg * 1.1 * (1 - Math.cos(Math.PI * s / downS)) / 2, "eccentric");
    }
    double bottomS = tS;
    sample(onsetDeg * 1.1, "bottom");
    double onsetS = tS;
    for (double s = 0; s < pullS; s += SAMPLE_S) {
      sample(onsetDeg * 1.1 * (1 + Math.cos(Math.PI * s / pullS)) / 2, "concentric");
    }
    return rep(startS, bottomS, onsetS, pullS, onsetDeg);
  }

  private Map<String, @Nullable Object> rep(
      double startS, double bottomS, double onsetS, double pullS, double onsetDeg) {
    fastestS = reps.size() < 3 ? Math.min(fastestS, pullS) : fastestS;
    Double flexion = twoSensors ? Double.valueOf(onsetDeg * 0.45) : null;
    Map<String, @Nullable Object> metrics =
        map("concentric_duration_s", pullS, "velocity_loss_by_duration_ratio", 1 - fastestS / pullS,
            "inclination_at_onset_deg", onsetDeg, "inclination_peak_deg", onsetDeg * 1.1, "range_of_motion_deg",
            onsetDeg, "lumbar_flexion_at_onset_deg", flexion);
    return map("index", reps.size() + 1, "start_s", startS, "bottom_s", bottomS, "ascent_onset_s", onsetS, "lockout_s",
        tS, "end_s", tS, "quality", List.of(), "metrics", metrics);
  }

  /** The lifter's own band, as it is known after the first three reps. */
  Script bands(double onsetDeg) {
    send("bands", data("set", set, "detail", bandList(onsetDeg)));
    return this;
  }

  private List<Map<String, @Nullable Object>> bandList(double onsetDeg) {
    String posture = twoSensors ? "lumbar_flexion_at_onset_deg" : "inclination_at_onset_deg";
    double reference = twoSensors ? onsetDeg * 0.45 : onsetDeg;
    return List.of(
        map("metric", "velocity_loss_by_duration_ratio", "reference", 0.0, "low", -0.1, "high", 0.14),
        map("metric", posture, "reference", reference, "low", reference - 4, "high", reference + 4));
  }

  Script warn(String level, double value) {
    Map<String, @Nullable Object> detail =
        map("rep", reps.size(), "level", level, "metric", "velocity_loss_by_duration_ratio", "baseline", 0.0, "value",
            value, "change", value, "limit", level.equals("warn") ? 0.30 : 0.20, "rule",
            level.equals("warn") ? "trend_and_two_consecutive" : "trend", "text", sentence(level, value), "evidence",
            "sanchez-medina-2011");
    return raise(detail);
  }

  /** All that can be said at once. */
  Script watchTogether() {
    return raise(
        map("rep", reps.size(), "level", "watch", "metric", "lumbar_flexion_at_onset_deg", "baseline", 14.2, "value",
            31.4, "change", 17.2, "limit", 10.4, "rule", "combined_trend", "text",
            "Since rep 1, together: your lower back bent further (about 17°), your pulls took longer (about 42 %), your"
                + " back leant further forward (about 12°) at rep 6.",
            "evidence", "own-chart-limits"));
  }

  private Script raise(Map<String, @Nullable Object> detail) {
    warnings.add(detail);
    send("warning", data("set", set, "rep", reps.size(), "detail", detail));
    return this;
  }

  /** As the rule words it. */
  private String sentence(String level, double loss) {
    long longer = Math.round((1 / (1 - loss) - 1) * 100);
    return level.equals("warn")
        ? "Reps " + (reps.size() - 1) + " and " + reps.size() + " took " + longer
            + " % longer than your fastest early rep: consider ending the set."
        : "Since rep 3 your pulls took longer (about " + longer + " % at rep " + reps.size() + ").";
  }

  /** What the set has come to so far. */
  Script summarise() {
    send("set_summary", data("set", set, "detail", summary(false)));
    return this;
  }

  private Map<String, @Nullable Object> summary(boolean isFinal) {
    String posture = twoSensors ? "lumbar_flexion_at_onset_deg" : "inclination_at_onset_deg";
    boolean warned = !warnings.isEmpty();
    Map<String, @Nullable Object> suggestion =
        warned
            ? map("kind", "end_earlier", "text", "Consider ending the next set earlier.", "reason",
                "In this one you left your band at rep 7, and it was still so at rep 8.", "evidence",
                "sanchez-medina-2011")
            : map("kind", "add_rest", "text", "Consider a longer rest before the next set.", "reason",
                "Your first reps took 12 % ± 9 % longer than those of set 1 at the same load.", "evidence",
                "own-between-sets");
    return map("set", set, "is_final", isFinal, "reps", reps.size(), "clean_reps", reps.size(), "slow_down",
        map("velocity_loss_by_duration_ratio", 0.1, "longer_ratio", 0.11, "longer_plus_minus_ratio", 0.14, "first_rep",
            reps.size() - 1, "last_rep", reps.size()),
        "drift", map("metric", posture, "total", 4.2, "p", 0.03, "beyond_noise", false), "first_rep_outside",
        warned ? Integer.valueOf(7) : null, "set_before",
        map("set", 1, "reps", 8, "start_longer_ratio", map("value", 0.12, "plus_minus", 0.09, "beyond_noise", true)),
        "last_time", null, "pattern",
        map("kind", "late_in_the_set", "probability", 0.93, "sets", 5, "text",
            "Your posture changed only in the later reps of a set, by about 9° (5 sets, 93 % sure).", "look_next",
            "To look at next: the hold tests, fewer reps in a set, and the rest between sets."),
        "suggestion", isFinal ? suggestion : null);
  }

  Script endSet() {
    Map<String, @Nullable Object> detail =
        map("index", set, "exercise", "deadlift", "start_s", setStartS, "end_s", tS, "load_kg", 120, "reps",
            List.copyOf(reps), "rejected", List.copyOf(rejected), "warnings", List.copyOf(warnings), "drift",
            List.of(), "set_summary", summary(true));
    send("set_ended", data("set", set, "detail", detail));
    return this;
  }

  /** A good set: the first three reps teach the band, the rest stay inside. */
  Script goodSet(int count) {
    double[] pulls = {1.02, 0.94, 0.96, 0.98, 1.0, 0.99, 1.03, 1.04};
    beginSet();
    for (int i = 0; i < count; i++) {
      rep(pulls[i % pulls.length], 46 + i % 3);
      if (i == 2) {
        bands(46);
      }
    }
    return this;
  }
}

package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.RepEdit;
import io.flatback.signal.Calibration;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;
  private Service service;

  @BeforeEach
  void open() throws IOException {
    service = Service.open(directory);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private JsonNode ok(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Service.json(response);
  }

  private JsonNode start(String athlete) throws Exception {
    return ok(
        service.send(
            "POST",
            "/api/v1/sessions",
            "{\"platform\": \"" + service.live.platformId + "\", \"athlete\": \"" + athlete + "\", \"load_kg\": 102.5}"),
        201);
  }

  private String endedSession() throws Exception {
    String id = start(service.athlete("Ada")).path("id").asString();
    ok(service.send("POST", "/api/v1/sessions/" + id + "/end", null), 200);
    return id;
  }

  @Test
  void athletesAreAddedRenamedAndRemoved() throws Exception {
    HttpResponse<String> created = service.send("POST", "/api/v1/athletes", "{\"name\": \"Ada\"}");
    String id = ok(created, 201).path("id").asString();
    assertThat(created.headers().firstValue("Location")).contains("/api/v1/athletes/" + id);
    assertThat(Instant.parse(Service.json(created).path("created_at").asString())).isAfter(Instant.EPOCH);
    ok(service.send("PATCH", "/api/v1/athletes/" + id, "{\"name\": \"Ada L.\"}"), 200);
    assertThat(ok(service.get("/api/v1/athletes/" + id), 200).path("name").asString()).isEqualTo("Ada L.");
    assertThat(service.send("DELETE", "/api/v1/athletes/" + id, null).statusCode()).isEqualTo(204);
    assertThat(service.get("/api/v1/athletes/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void alarmsAreSetByPresetAndByHand() throws Exception {
    String path = "/api/v1/athletes/" + service.athlete("Ada");
    assertThat(ok(service.get(path), 200).path("preset").asString()).isEqualTo("default");
    JsonNode strength = ok(service.send("PATCH", path, "{\"preset\": \"strength\"}"), 200);
    assertThat(strength.path("velocity_loss_warn_ratio").asDouble()).isEqualTo(.20);
    assertThat(strength.path("primary_with_two_sensors").asString()).isEqualTo("velocity_loss");
    assertThat(strength.path("name").asString()).as("left out, so left alone").isEqualTo("Ada");
    ok(service.send("PATCH", path, "{\"preset\": \"strength\"}"), 200);
    ok(service.send("PATCH", path, "{\"velocity_loss_warn_ratio\": 0.25}"), 200);
    JsonNode own = ok(service.send("PATCH", path, "{\"name\": \"Ada L.\"}"), 200);
    assertThat(own.path("velocity_loss_warn_ratio").asDouble()).isEqualTo(.25);
    assertThat(own.path("preset").asString()).isEqualTo("strength");
    JsonNode back = ok(service.send("PATCH", path, "{\"velocity_loss_warn_ratio\": null}"), 200);
    assertThat(back.path("velocity_loss_warn_ratio").asDouble()).as("the preset's").isEqualTo(.20);
    assertThat(ok(service.get("/api/v1/alarm-presets"), 200).path("total").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"preset\": \"bulk\"}", "{\"velocity_loss_watch_ratio\": 0.1}", "{\"velocity_loss_watch_ratio\": 0.5}",
      "{\"lumbar_flexion_warn_deg\": 400}", "{\"lumbar_flexion_watch_deg\": \"small\"}",
      "{\"primary_with_two_sensors\": \"inclination\"}", "{\"alarm\": 1}", "{}"})
  void nonsenseAboutAlarmsIsRefusedAndChangesNothing(String body) throws Exception {
    String path = "/api/v1/athletes/" + service.athlete("Ada");
    JsonNode before = ok(service.get(path), 200);
    JsonNode problem = ok(service.send("PATCH", path, body), 400);
    assertThat(problem.path("type").asString()).endsWith("bad_value");
    assertThat(problem.path("remedy").asString()).isNotBlank();
    assertThat(ok(service.get(path), 200)).isEqualTo(before);
  }

  @Test
  void whatIsLearntBeginsAnewOnRequestAndThatIsUndone() throws Exception {
    String resets = "/api/v1/athletes/" + service.athlete("Ada") + "/baseline-resets";
    HttpResponse<String> made = service.send("POST", resets, "{\"exercise\": \"deadlift\"}");
    String id = ok(made, 201).path("id").asString();
    assertThat(made.headers().firstValue("Location")).contains(resets + "/" + id);
    assertThat(ok(service.send("POST", resets, null), 201).path("exercise").isNull()).isTrue();
    assertThat(ok(service.get(resets), 200).path("total").asInt()).isEqualTo(2);
    assertThat(ok(service.send("POST", resets, "{\"exercise\": \"curl\"}"), 400).path("detail").asString())
        .contains("deadlift");
    assertThat(service.send("DELETE", resets + "/" + id, null).statusCode()).isEqualTo(204);
    ok(service.send("DELETE", resets + "/" + id, null), 404);
    ok(service.send("POST", "/api/v1/athletes/none/baseline-resets", null), 404);
  }

  @Test
  void anAthleteWithSessionsGoesOnlyWhenThatIsSaid() throws Exception {
    String athlete = service.athlete("Ada");
    String session = start(athlete).path("id").asString();
    String path = "/api/v1/athletes/" + athlete;
    assertThat(Service.json(service.send("DELETE", path, null)).path("type").asString()).endsWith("athlete_in_use");
    assertThat(Service.json(service.send("DELETE", path + "?with_sessions=true", null)).path("type").asString()).endsWith("session_active");
    ok(service.send("POST", "/api/v1/sessions/" + session + "/end", null), 200);
    assertThat(service.send("DELETE", path + "?with_sessions=true", null).statusCode()).isEqualTo(204);
    assertThat(service.get("/api/v1/sessions/" + session).statusCode()).isEqualTo(404);
  }

  @Test
  void listsComeInPages() throws Exception {
    for (int i = 0; i < 7; i++) {
      service.athlete("Athlete " + i);
    }
    JsonNode first = ok(service.get("/api/v1/athletes?limit=3"), 200);
    assertThat(first.path("items").size()).isEqualTo(3);
    assertThat(first.path("total").asInt()).isEqualTo(7);
    JsonNode second = ok(service.get(first.path("next").asString()), 200);
    assertThat(second.path("items").path(0).path("name").asString()).isEqualTo("Athlete 3");
    JsonNode third = ok(service.get(second.path("next").asString()), 200);
    assertThat(third.path("items").size()).isEqualTo(1);
    assertThat(third.path("next").isNull()).isTrue();
    assertThat(ok(service.get("/api/v1/athletes?offset=99"), 200).path("items").size()).isZero();
  }

  @Test
  void aSessionIsStartedDescribedEndedAndDeleted() throws Exception {
    String athlete = service.athlete("Ada");
    JsonNode started = start(athlete);
    String id = started.path("id").asString();
    String path = "/api/v1/sessions/" + id;
    assertThat(started.path("state").asString()).isEqualTo("active");
    assertThat(started.path("load_kg").asDouble()).isEqualTo(102.5);
    assertThat(started.path("athlete").path("name").asString()).isEqualTo("Ada");
    assertThat(ok(start409(athlete), 409).path("type").asString()).endsWith("platform_busy");
    assertThat(ok(service.send("DELETE", path, null), 409).path("type").asString()).endsWith("session_active");
    JsonNode described = ok(service.send("PATCH", path, "{\"exercise\": \"squat\"}"), 200);
    assertThat(described.path("exercise").asString()).isEqualTo("squat");
    assertThat(described.path("load_kg").asDouble()).as("left out, so left alone").isEqualTo(102.5);
    assertThat(ok(service.send("PATCH", path, "{\"load_kg\": null}"), 200).path("load_kg").isNull()).isTrue();
    JsonNode ended = ok(service.send("PATCH", path, "{\"ended\": true}"), 200);
    assertThat(ended.path("state").asString()).isEqualTo("ended");
    assertThat(Instant.parse(ended.path("ended_at").asString())).isNotNull();
    assertThat(ok(service.send("POST", path + "/end", null), 409).path("type").asString()).endsWith("session_ended");
    assertThat(ok(service.get("/api/v1/sessions?athlete=" + athlete), 200).path("total").asInt()).isEqualTo(1);
    assertThat(ok(service.get("/api/v1/sessions?athlete=none"), 200).path("total").asInt()).isZero();
    assertThat(service.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(service.get(path).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> start409(String athlete) throws Exception {
    return service.send(
        "POST", "/api/v1/sessions", "{\"platform\": \"" + service.live.platformId + "\", \"athlete\": \"" + athlete + "\"}");
  }

  @Test
  void aSessionNeedsSomebodyWhoLifts() throws Exception {
    HttpResponse<String> response =
        service.send("POST", "/api/v1/sessions", "{\"platform\": \"" + service.live.platformId + "\"}");
    assertThat(ok(response, 409).path("type").asString()).endsWith("platform_without_athlete");
  }

  @Test
  void platformsAndSensorsSayHowTheyAre() throws Exception {
    String athlete = service.athlete("Ada");
    String path = "/api/v1/platforms/" + service.live.platformId;
    JsonNode prepared =
        ok(service.send("PATCH", path, "{\"athlete\": \"" + athlete + "\", \"exercise\": \"deadlift\", \"load_kg\": 80}"), 200);
    assertThat(prepared.path("athlete").path("name").asString()).isEqualTo("Ada");
    JsonNode kept = ok(service.send("PATCH", path, "{\"load_kg\": 90}"), 200);
    assertThat(kept.path("exercise").asString()).isEqualTo("deadlift");
    assertThat(kept.path("load_kg").asDouble()).isEqualTo(90);
    assertThat(ok(service.send("PATCH", path, "{\"athlete\": null}"), 200).path("athlete").isNull()).isTrue();
    assertThat(service.send("PATCH", path, "{\"athlete\": \"none\"}").statusCode()).isEqualTo(404);
    JsonNode sensor = ok(service.get("/api/v1/sensors"), 200).path("items").path(0);
    assertThat(sensor.path("sensor").asString()).isEqualTo("sim:plain");
    assertThat(sensor.path("state").asString()).isEqualTo("streaming");
    assertThat(sensor.path("jitter_ms").isNull()).isTrue();
  }

  @Test
  void listsWhenADeviceWasCalibratedAndDeletesThat() throws Exception {
    JsonNode before = ok(service.get("/api/v1/sensors"), 200).path("items").path(0);
    assertThat(before.path("calibration").isNull()).isTrue();
    String path = "/api/v1/sensors/" + before.path("id").asString() + "/calibration";
    assertThat(service.send("DELETE", path, null).statusCode()).as("none there").isEqualTo(404);

    service.database.sensors().calibrate(service.live.sensorId, Calibration.NONE, 0.0196133);
    JsonNode calibration = ok(service.get("/api/v1/sensors"), 200).path("items").path(0).path("calibration");
    assertThat(calibration.path("residual_mg").asDouble()).isEqualTo(2.0);
    assertThat(Instant.parse(calibration.path("made_at").asString())).isBeforeOrEqualTo(Instant.now());
    service.database.sensors().calibrate(service.live.sensorId, Calibration.NONE, Double.NaN);
    assertThat(ok(service.get("/api/v1/sensors"), 200).path("items").path(0).path("calibration").path("residual_mg").isNull())
        .isTrue();

    assertThat(service.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(ok(service.get("/api/v1/sensors"), 200).path("items").path(0).path("calibration").isNull()).isTrue();
  }

  @Test
  void setsHaveTheShapeOfTheReport() throws Exception {
    String id = endedSession();
    JsonNode report = ok(service.get("/api/v1/sessions/" + id + "/report"), 200);
    JsonNode sets = ok(service.get("/api/v1/sessions/" + id + "/sets"), 200);
    assertThat(report.path("schema").asString()).isEqualTo("flatback.report/1");
    assertThat(sets.path("items")).isEqualTo(report.path("sets"));
    assertThat(sets.path("total").asInt()).isEqualTo(2);
  }

  @Test
  void theReportComesInTheFormThatIsAsked() throws Exception {
    String path = "/api/v1/sessions/" + endedSession() + "/report";
    for (String accept : List.of("*/*", "application/json", "application/pdf, application/json;q=0.5", "text/html;q=0, */*;q=0.1")) {
      assertThat(contentType(path, accept)).as(accept).startsWith("application/json");
    }
    for (String accept : List.of("text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")) {
      assertThat(contentType(path, accept)).as(accept).startsWith("text/html");
    }
    HttpResponse<String> pdf = service.send(service.request(path).header("Accept", "application/pdf"));
    assertThat(ok(pdf, 406).path("type").asString()).endsWith("not_acceptable");
    HttpResponse<String> html = service.send(service.request(path).header("Accept", "text/html"));
    assertThat(html.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    assertThat(html.headers().allValues("Content-Security-Policy")).hasSize(1);
  }

  private String contentType(String path, String accept) throws Exception {
    HttpResponse<String> response = service.send(service.request(path).header("Accept", accept));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void editsSpeakOfTimesSoThatTheyStillMeanTheSameRepLater() throws Exception {
    String reps = "/api/v1/sessions/" + endedSession() + "/reps/";
    ok(service.send("PATCH", reps + "1-2", "{\"action\": \"delete\", \"expected_start_s\": 14.0}"), 200);
    ok(service.send("PATCH", reps + "1-2", "{\"action\": \"split\", \"at_s\": 15.5}"), 200);
    ok(service.send("PATCH", reps + "1-2", "{\"action\": \"merge\"}"), 200);
    JsonNode edited = ok(service.send("PATCH", reps + "2-r1", "{\"action\": \"confirm\"}"), 200);
    assertThat(edited.path("sets").size()).isEqualTo(2);
    assertThat(edited.path("session").path("state").asString()).isEqualTo("ended");
    assertThat(service.live.edits)
        .containsExactly(
            new RepEdit(RepEdit.Kind.DELETE, 14 * SECOND, 17 * SECOND),
            new RepEdit(RepEdit.Kind.SPLIT, 15_500_000_000L, 15_500_000_000L),
            new RepEdit(RepEdit.Kind.MERGE, 14 * SECOND, 21 * SECOND),
            new RepEdit(RepEdit.Kind.CONFIRM, 114 * SECOND, 116 * SECOND));
  }

  @Test
  void editsThatCanNotBeMeantAreRefused() throws Exception {
    String session = endedSession();
    String reps = "/api/v1/sessions/" + session + "/reps/";
    assertThat(problem(reps + "1-2", "{\"action\": \"delete\", \"expected_start_s\": 15.0}")).endsWith("rep_moved");
    assertThat(problem(reps + "1-9", "{\"action\": \"delete\"}")).endsWith("not_found");
    assertThat(problem(reps + "7-1", "{\"action\": \"delete\"}")).endsWith("not_found");
    assertThat(problem(reps + "1-r1", "{\"action\": \"delete\"}")).endsWith("not_found");
    assertThat(problem(reps + "1-1", "{\"action\": \"confirm\"}")).endsWith("not_found");
    assertThat(problem(reps + "1-1", "{\"action\": \"praise\"}")).endsWith("bad_value");
    assertThat(problem(reps + "1-1", "{\"action\": \"split\"}")).endsWith("bad_value");
    assertThat(problem(reps + "1-1", "{\"action\": \"split\", \"at_s\": 99}")).endsWith("bad_value");
    assertThat(problem(reps + "1-3", "{\"action\": \"merge\"}")).endsWith("bad_value");
    assertThat(problem(reps + "third", "{\"action\": \"delete\"}")).endsWith("bad_value");
    assertThat(service.live.edits).isEmpty();
  }

  private String problem(String path, String body) throws Exception {
    return Service.json(service.send("PATCH", path, body)).path("type").asString();
  }

  @Test
  void anActiveSessionIsNotEdited() throws Exception {
    String id = start(service.athlete("Ada")).path("id").asString();
    assertThat(problem("/api/v1/sessions/" + id + "/reps/1-1", "{\"action\": \"delete\"}")).endsWith("session_active");
  }

  @Test
  void metricsSayHowEverySensorIsAndNothingThatIsNotKnown() throws Exception {
    String body = service.get("/api/v1/metrics").body();
    assertThat(body)
        .contains("flatback_sensor_state{placement=\"lumbar\",sensor=\"sim:plain\",state=\"streaming\"} 1.0")
        .contains("flatback_sensor_rate_hertz{placement=\"lumbar\",sensor=\"sim:plain\"} 100.0")
        .contains("flatback_sensor_round_trip_seconds{placement=\"lumbar\",sensor=\"sim:plain\"} 0.0125")
        .contains("flatback_sensor_clock_drift_ratio{placement=\"lumbar\",sensor=\"sim:plain\"} 8.0E-5")
        .doesNotContain("flatback_sensor_jitter_seconds{", "flatback_sensor_battery_ratio{");
  }

  @Test
  void aWarningIsFeltOnlyByWhoAsksForIt() throws Exception {
    String path = "/api/v1/athletes/" + service.athlete("Ada");
    assertThat(ok(service.get(path), 200).path("vibration").asBoolean()).isFalse();
    assertThat(ok(service.send("PATCH", path, "{\"vibration\": true}"), 200).path("vibration").asBoolean()).isTrue();
    assertThat(ok(service.get(path), 200).path("name").asString()).isEqualTo("Ada");
    ok(service.send("PATCH", path, "{\"name\": \"Ada L.\"}"), 200);
    assertThat(ok(service.get(path), 200).path("vibration").asBoolean()).isTrue();
    assertThat(service.send("PATCH", path, "{\"vibration\": 1}").statusCode()).isEqualTo(400);
  }

  @Test
  void portsInReachAreListedAndAskedOnlyOnRequest() throws Exception {
    JsonNode listed = ok(service.get("/api/v1/sensors-in-reach"), 200).path("items").path(0);
    assertThat(listed.path("sensor").asString()).isEqualTo("serial:/dev/ttyACM0");
    assertThat(listed.path("state").asString()).isEqualTo("not_asked");
    JsonNode asked = ok(service.send("POST", "/api/v1/sensors-in-reach", null), 200).path("items").path(0);
    assertThat(asked.path("state").asString()).isEqualTo("answers");
    assertThat(asked.path("driver").asString()).isEqualTo("flatback");
  }

  @Test
  void metricsCountRequestsByRoute() throws Exception {
    ok(service.get("/api/v1/athletes/none"), 404);
    HttpResponse<String> metrics = service.get("/api/v1/metrics");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body())
        .contains("flatback_live_clients 0")
        .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/athletes/{id}\",status=\"404\"}");
  }

  @Test
  void aSensorIsTakenInWhereTheBodySaysAndLetGoByItsId() throws Exception {
    String path = "/api/v1/sensors";
    String platform = service.live.platformId;
    HttpResponse<String> taken = service.send("POST", path,
        "{\"sensor\": \"sim:plain\", \"placement\": \"sacrum\", \"platform\": \"" + platform + "\"}");
    assertThat(ok(taken, 201).path("id").asString()).isEqualTo(service.live.sensorId);
    assertThat(taken.headers().firstValue("Location")).contains(path + "/" + service.live.sensorId);
    assertThat(service.live.takenIn).containsExactly("sim:plain SACRUM " + platform);
    for (String body : List.of("{}", "{\"sensor\": \"\"}", "{\"sensor\": \"x\", \"placement\": \"wrist\"}", "{\"sensor\": \"x\", \"path\": 1}")) {
      assertThat(ok(service.send("POST", path, body), 400).path("type").asString()).endsWith("bad_value");
    }
    assertThat(service.live.takenIn).hasSize(1);
    assertThat(service.send("DELETE", path + "/" + service.live.sensorId, null).statusCode()).isEqualTo(204);
    ok(service.send("DELETE", path + "/none", null), 404);
    ok(service.get(path + "/none"), 404);
  }
}

package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Athletes, what their alarms are set to and what is learnt of them. */
class AthleteApiTest extends ApiBench {
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
  void aWarningIsFeltOnlyByWhoAsksForIt() throws Exception {
    String path = "/api/v1/athletes/" + service.athlete("Ada");
    assertThat(ok(service.get(path), 200).path("vibration").asBoolean()).isFalse();
    assertThat(ok(service.send("PATCH", path, "{\"vibration\": true}"), 200).path("vibration").asBoolean()).isTrue();
    assertThat(ok(service.get(path), 200).path("name").asString()).isEqualTo("Ada");
    ok(service.send("PATCH", path, "{\"name\": \"Ada L.\"}"), 200);
    assertThat(ok(service.get(path), 200).path("vibration").asBoolean()).isTrue();
    assertThat(service.send("PATCH", path, "{\"vibration\": 1}").statusCode()).isEqualTo(400);
  }
}

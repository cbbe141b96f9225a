package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.lift.RepEdit;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiTest extends ApiBench {
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

  @Test
  void aSessionNeedsSomebodyWhoLifts() throws Exception {
    HttpResponse<String> response =
        service.send("POST", "/api/v1/sessions", "{\"platform\": \"" + service.live.platformId + "\"}");
    assertThat(ok(response, 409).path("type").asString()).endsWith("platform_without_athlete");
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

  @Test
  void anActiveSessionIsNotEdited() throws Exception {
    String id = start(service.athlete("Ada")).path("id").asString();
    assertThat(problem("/api/v1/sessions/" + id + "/reps/1-1", "{\"action\": \"delete\"}")).endsWith("session_active");
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
}

package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.store.Page;
import io.flatback.store.SessionFilter;
import io.flatback.store.TrainingSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole service: recordings played through link, decoder, pipeline, store and HTTP, as fast as they go. */
class ServiceTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SLOWING = "replay:samples/deadlift-slowing.csv.gz?speed=max";

  @TempDir Path directory;

  private Served serve(String... uris) throws IOException {
    return Served.listeningTo(directory, uris);
  }

  private static TrainingSession awaitAnalysed(Served service) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> service.database().sessions().list(SessionFilter.ALL, Page.FIRST).items(),
            sessions -> !sessions.isEmpty() && sessions.stream().allMatch(s -> s.analysedAt() != null))
        .getFirst();
  }

  private static List<String> events(Served service, String path) throws Exception {
    HttpResponse<Stream<String>> response =
        Served.send(
            service.request(path).header("Accept", "text/event-stream").header("Last-Event-ID", "0"),
            HttpResponse.BodyHandlers.ofLines());
    List<String> names = new ArrayList<>();
    try (Stream<String> lines = response.body()) {
      var iterator = lines.iterator();
      while (iterator.hasNext() && !names.contains("set_ended")) {
        String line = iterator.next();
        if (line.startsWith("event: ")) {
          names.add(line.substring(7));
        }
      }
    }
    return names;
  }

  @Test
  void aReplayBecomesASessionByItselfAndItsReportIsTheOneAnalyzeGives() throws Exception {
    try (Served service = serve(SLOWING)) {
      TrainingSession session = awaitAnalysed(service);
      assertThat(session.endReason()).isEqualTo(TrainingSession.EndReason.RECORDING_OVER);
      assertThat(session.exercise()).isEqualTo("deadlift");
      assertThat(session.reps()).isEqualTo(8);
      assertThat(service.get("/api/v1/athletes").path("items").path(0).path("name").asString()).isEqualTo("You");

      ObjectNode report = (ObjectNode) service.get("/api/v1/sessions/" + session.id() + "/report");
      assertThat(report.path("session_id").asString()).isEqualTo(session.id());
      assertThat(blank(report)).isEqualTo(blank(analyzed("samples/deadlift-slowing.csv.gz")));

      List<String> names = events(service, "/api/v1/live");
      assertThat(names.stream().filter("rep_completed"::equals)).hasSize(8);
      assertThat(names).containsSubsequence("platform", "sensor", "calibration");
      assertThat(names).containsSubsequence("session", "set_started", "rep_completed", "warning", "set_ended");
    }
  }

  private static ObjectNode blank(ObjectNode report) {
    return report.putNull("session_id").putNull("started_at");
  }

  private ObjectNode analyzed(String file) {
    Path out = directory.resolve("analyzed.json");
    int code = Flatback.run(Terminal.ofProcess(), "analyze", file, "--format", "json", "--out", out.toString());
    assertThat(code).isZero();
    return (ObjectNode) JSON.readTree(out.toFile());
  }

  @Test
  void aRepDeletedByHandIsGoneEverywhereAndCanComeBack() throws Exception {
    try (Served service = serve(SLOWING)) {
      String session = "/api/v1/sessions/" + awaitAnalysed(service).id();
      JsonNode third = service.get(session + "/sets").path("items").path(0).path("reps").path(2);
      JsonNode edited =
          service.call("PATCH", session + "/reps/1-3",
              "{\"action\": \"delete\", \"expected_start_s\": " + third.path("start_s") + "}");
      assertThat(edited.path("session").path("reps").asInt()).isEqualTo(7);
      JsonNode set = service.get(session + "/report").path("sets").path(0);
      assertThat(set.path("reps").size()).isEqualTo(7);
      int rejected = -1;
      for (int i = 0; i < set.path("rejected").size(); i++) {
        if (set.path("rejected").path(i).path("reason").asString().equals("deleted_by_user")) {
          rejected = i + 1;
        }
      }
      assertThat(rejected).isPositive();
      JsonNode back = service.call("PATCH", session + "/reps/1-r" + rejected, "{\"action\": \"confirm\"}");
      assertThat(back.path("session").path("reps").asInt()).isEqualTo(8);
    }
  }

  @Test
  void aSessionEndedOnRequestIsAnalysedAndTheNextSetBeginsAnother() throws Exception {
    try (Served service = serve("sim:clean?seed=3&speed=8")) {
      await().atMost(Duration.ofSeconds(60)).until(
          () -> service.get("/api/v1/sessions").path("items").path(0).path("reps").asInt() >= 3);
      String first = service.get("/api/v1/sessions").path("items").path(0).path("id").asString();
      assertThat(service.get("/api/v1/sessions/" + first + "/report").path("sets").path(0).path("reps").size())
          .as("the record so far")
          .isGreaterThanOrEqualTo(3);
      JsonNode ended = service.call("POST", "/api/v1/sessions/" + first + "/end", "");
      assertThat(ended.path("state").asString()).isEqualTo("ended");
      assertThat(ended.path("end_reason").asString()).isEqualTo("requested");
      int reps = ended.path("reps").asInt();
      assertThat(reps).isGreaterThanOrEqualTo(3);
      await().atMost(Duration.ofSeconds(60)).until(() -> service.get("/api/v1/sessions").path("total").asInt() == 2);
      await().atMost(Duration.ofSeconds(60)).until(
          () -> service.get("/api/v1/sessions").path("items").path(0).path("state").asString().equals("ended"));
      assertThat(service.get("/api/v1/sessions/" + first).path("reps").asInt()).as("left alone").isEqualTo(reps);
    }
  }

  @Test
  void lumbarAndSacrumFormOnePlatform() throws Exception {
    try (Served service =
        serve("sim:rounding-late?seed=6&speed=20&placement=lumbar", "sim:rounding-late?seed=6&speed=20&placement=sacrum")) {
      assertThat(service.get("/api/v1/platforms").path("total").asInt()).isEqualTo(1);
      assertThat(service.get("/api/v1/platforms").path("items").path(0).path("mode").asString()).isEqualTo("two_sensors");
      TrainingSession session = awaitAnalysed(service);
      JsonNode report = service.get("/api/v1/sessions/" + session.id() + "/report");
      assertThat(report.path("mode").asString()).isEqualTo("two_sensors");
      assertThat(report.path("sets").path(0).path("reps").size()).isEqualTo(10);
      assertThat(report.path("sets").path(0).path("reps").path(4).path("metrics").path("lumbar_flexion_peak_deg").isNumber()).isTrue();
    }
  }

  @Test
  void sensorsAtTheSamePlaceAreTwoLifters() throws Exception {
    try (Served service = serve(SLOWING, "replay:samples/squat.csv.gz?speed=max")) {
      JsonNode platforms = service.get("/api/v1/platforms");
      assertThat(platforms.path("total").asInt()).isEqualTo(2);
      await().atMost(Duration.ofSeconds(60)).until(() -> service.get("/api/v1/sessions").path("total").asInt() == 2);
      var unused = awaitAnalysed(service);
      for (JsonNode session : service.get("/api/v1/sessions").path("items").values()) {
        assertThat(session.path("reps").asInt()).isEqualTo(8);
      }
    }
  }

  @Test
  void theRecordingIsTheOneThatWasPlayed() throws Exception {
    try (Served service = serve(SLOWING)) {
      TrainingSession session = awaitAnalysed(service);
      Path file = directory.resolve("again.csv");
      var unused =
          Served.send(
              service.request("/api/v1/sessions/" + session.id() + "/recording"), HttpResponse.BodyHandlers.ofFile(file));
      ObjectNode again = analyzed(file.toString());
      ObjectNode first = analyzed("samples/deadlift-slowing.csv.gz");
      assertThat(again.path("sets").path(0).path("reps").size()).isEqualTo(8);
      assertThat(again.path("recording")).isEqualTo(first.path("recording"));
    }
  }
}

package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProblemsTest {
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

  private static void assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Service.json(response);
    assertThat(problem.path("type").asString()).isEqualTo("urn:flatback:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    for (String field : new String[] {"title", "detail", "where", "remedy"}) {
      assertThat(problem.path(field).asString()).as(field).isNotEmpty();
    }
  }

  @Test
  void unknownRoutes() throws Exception {
    assertProblem(service.get("/api/v1/hold-tests"), 404, "unknown_route");
    assertProblem(service.get("/no/such/page"), 404, "unknown_route");
    assertProblem(service.get("/..%2f..%2fetc/passwd"), 404, "unknown_route");
  }

  @Test
  void methodsThatARouteDoesNotKnow() throws Exception {
    HttpResponse<String> response = service.send("PUT", "/api/v1/athletes", "{}");
    assertProblem(response, 405, "method_not_allowed");
    assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET").contains("POST");
  }

  @Test
  void bodiesThatAreNoJson() throws Exception {
    assertProblem(service.send("POST", "/api/v1/athletes", "{\"name\": "), 400, "bad_json");
    assertProblem(service.send("POST", "/api/v1/athletes", "[1, 2]"), 400, "bad_json");
    assertProblem(service.send("POST", "/api/v1/athletes", "nonsense"), 400, "bad_json");
  }

  @Test
  void fieldsThatAreNotWhatTheyMustBe() throws Exception {
    assertProblem(service.send("POST", "/api/v1/athletes", "{}"), 400, "bad_value");
    assertProblem(service.send("POST", "/api/v1/athletes", "{\"name\": 7}"), 400, "bad_value");
    assertProblem(service.send("POST", "/api/v1/athletes", "{\"name\": \"  \"}"), 400, "bad_value");
    assertProblem(service.send("POST", "/api/v1/athletes", "{\"nome\": \"Ada\"}"), 400, "bad_value");
    assertProblem(
        service.send("PATCH", "/api/v1/platforms/" + service.live.platformId, "{\"load_kg\": -3}"), 400, "bad_value");
    assertProblem(
        service.send("PATCH", "/api/v1/platforms/" + service.live.platformId, "{\"load_kg\": \"100\"}"), 400, "bad_value");
    assertProblem(
        service.send("PATCH", "/api/v1/platforms/" + service.live.platformId, "{\"exercise\": \"dead lift\"}"),
        400,
        "bad_value");
  }

  @Test
  void parametersThatAreNotWhatTheyMustBe() throws Exception {
    assertProblem(service.get("/api/v1/sessions?limit=0"), 400, "bad_value");
    assertProblem(service.get("/api/v1/sessions?limit=201"), 400, "bad_value");
    assertProblem(service.get("/api/v1/sessions?offset=-1"), 400, "bad_value");
    assertProblem(service.get("/api/v1/sessions?limit=many"), 400, "bad_value");
  }

  @Test
  void bodiesThatAreNotDeclaredAsJson() throws Exception {
    HttpRequest.Builder request =
        service.request("/api/v1/athletes").header("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Ada\"}"));
    assertProblem(service.send(request), 415, "unsupported_media_type");
  }

  @Test
  void bodiesThatAreTooLarge() throws Exception {
    String large = "{\"name\": \"" + "x".repeat(Body.MAX_BYTES) + "\"}";
    assertProblem(service.send("POST", "/api/v1/athletes", large), 413, "body_too_large");
    HttpRequest.Builder chunked =
        service
            .request("/api/v1/athletes")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
    assertProblem(service.send(chunked), 413, "body_too_large");
  }

  @Test
  void thingsThatAreNotThere() throws Exception {
    for (String path : new String[] {"athletes", "sessions", "platforms"}) {
      assertProblem(service.get("/api/v1/" + path + "/none"), 404, "not_found");
    }
    assertProblem(service.get("/api/v1/sessions/none/report"), 404, "not_found");
    assertProblem(service.get("/api/v1/sessions/none/recording"), 404, "not_found");
    assertProblem(service.send("POST", "/api/v1/sessions", "{\"platform\": \"none\"}"), 404, "not_found");
  }

  @Test
  void aServiceThatCanNotKeepWhatArrivesIsNotReady() throws Exception {
    assertThat(service.get("/api/v1/health/ready").statusCode()).isEqualTo(200);
    service.live.trouble =
        new PlatformView.Trouble(PlatformView.Trouble.Kind.DISK, "Nothing is being kept: disk full.", "Make room.", Instant.EPOCH);
    assertProblem(service.get("/api/v1/health/ready"), 503, "not_ready");
    assertThat(service.get("/api/v1/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void faultsOfTheProgramSayNothingOfItsInside() throws Exception {
    service.live.result = null;
    String session = startSession();
    HttpResponse<String> response = service.get("/api/v1/sessions/" + session + "/sets");
    assertProblem(response, 500, "fault");
    assertThat(response.body()).doesNotContain("io.flatback").doesNotContain("at java");
  }

  private String startSession() throws Exception {
    String athlete = service.athlete("Ada");
    HttpResponse<String> response =
        service.send(
            "POST", "/api/v1/sessions", "{\"platform\": \"" + service.live.platformId + "\", \"athlete\": \"" + athlete + "\"}");
    return Service.json(response).path("id").asString();
  }

  @Test
  void linesThatAreNoHttp() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", service.server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write("NONSENSE\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json").contains("remedy");
    }
  }
}

package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The interface over a real store, with nobody lifting. */
abstract class ApiBench {
  static final long SECOND = 1_000_000_000L;

  @TempDir Path directory;
  Service service;

  @BeforeEach
  void open() throws IOException {
    service = Service.open(directory);
  }

  @AfterEach
  void close() {
    service.close();
  }

  JsonNode ok(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Service.json(response);
  }

  JsonNode start(String athlete) throws Exception {
    return ok(
        service.send(
            "POST",
            "/api/v1/sessions",
            "{\"platform\": \"" + service.live.platformId + "\", \"athlete\": \"" + athlete + "\", \"load_kg\": 102.5}"),
        201);
  }

  String endedSession() throws Exception {
    String id = start(service.athlete("Ada")).path("id").asString();
    ok(service.send("POST", "/api/v1/sessions/" + id + "/end", null), 200);
    return id;
  }

  HttpResponse<String> start409(String athlete) throws Exception {
    return service.send(
        "POST", "/api/v1/sessions", "{\"platform\": \"" + service.live.platformId + "\", \"athlete\": \"" + athlete + "\"}");
  }

  String contentType(String path, String accept) throws Exception {
    HttpResponse<String> response = service.send(service.request(path).header("Accept", accept));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.headers().firstValue("Content-Type").orElse("");
  }

  String problem(String path, String body) throws Exception {
    return Service.json(service.send("PATCH", path, body)).path("type").asString();
  }
}

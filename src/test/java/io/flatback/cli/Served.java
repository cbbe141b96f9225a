package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.cli.live.LiveSensor;
import io.flatback.link.HostClock;
import io.flatback.store.Database;
import io.flatback.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in this process and a client of it; any answer but a good one is a failure. */
record Served(RunningService service) implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static Served listeningTo(Path directory, String... uris) throws IOException {
    return within(Neighbourhood.ofMachine(), directory, uris);
  }

  static Served within(Neighbourhood here, Path directory, String... uris) throws IOException {
    List<LiveSensor> sensors = new ArrayList<>();
    for (String uri : uris) {
      sensors.add(SensorSources.of(SensorUri.parse(uri), HostClock.SYSTEM, here));
    }
    return new Served(RunningService.start(new WebSettings(WebSettings.LOOPBACK, 0, null), directory, sensors, here));
  }

  Database database() {
    return service.database();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  /** Whatever the answer is. */
  HttpResponse<String> answer(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
    return send(
        request(path).header("Content-Type", "application/json").method(method, sent),
        HttpResponse.BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), body);
  }

  JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
    return JSON.readTree(good(answer(method, path, body)));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }

  String text(String path) throws IOException, InterruptedException {
    return good(answer("GET", path, ""));
  }

  private static String good(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return response.body();
  }

  JsonNode latestSession() throws IOException, InterruptedException {
    return get("/api/v1/sessions").path("items").path(0);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}

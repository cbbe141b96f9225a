package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.cli.live.LiveSensor;
import io.flatback.link.HostClock;
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
    List<LiveSensor> sensors = new ArrayList<>();
    for (String uri : uris) {
      sensors.add(SensorSources.of(SensorUri.parse(uri), HostClock.SYSTEM));
    }
    return new Served(RunningService.start(new WebSettings(WebSettings.LOOPBACK, 0, null), directory, sensors));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher sent = HttpRequest.BodyPublishers.ofString(body);
    return JSON.readTree(good(request(path).header("Content-Type", "application/json").method(method, sent)));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(text(path));
  }

  String text(String path) throws IOException, InterruptedException {
    return good(request(path));
  }

  private static String good(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
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

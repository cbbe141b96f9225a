package io.flatback.web;

import io.flatback.recording.DecoderFactory;
import io.flatback.store.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The real service on a free port over a real store, with nobody lifting. */
final class Service implements AutoCloseable {
  final Database database;
  final FakeLive live;
  final EventHub hub;
  final WebServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();

  private Service(Path directory, WebSettings settings) throws IOException {
    database = Database.open(directory);
    live = new FakeLive(database);
    hub = new EventHub(database.events(), InstantSource.system());
    hub.platformChanged(0, live.view());
    server =
        WebServer.start(
            settings, new WebServer.Parts(database, DecoderFactory.NONE, live, hub, new ServiceMetrics(), "0.0.0-test"));
  }

  static Service open(Path directory) throws IOException {
    return new Service(directory, new WebSettings(WebSettings.LOOPBACK, 0, null));
  }

  static Service withToken(Path directory, String host, String token) throws IOException {
    return new Service(directory, new WebSettings(host, 0, token));
  }

  String athlete(String name) {
    return database.athletes().create(name).id();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> send(String method, String path, @Nullable String json) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    return json == null
        ? send(request.method(method, HttpRequest.BodyPublishers.noBody()))
        : send(
            request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}

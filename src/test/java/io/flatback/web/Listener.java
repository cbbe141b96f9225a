package io.flatback.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of live events that reads on a thread of its own. */
final class Listener implements AutoCloseable {
  /** @param id null where the stream gave none */
  record Heard(@Nullable String id, String name, JsonNode data) {}

  private final InputStream body;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  Listener(int port, String path, @Nullable String lastEventId) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    body = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    Thread.ofVirtual().start(this::read);
  }

  /** For a client that then does nothing. */
  static void request(Socket socket, int port, String path) throws IOException {
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: text/event-stream\r\n\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void read() {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String id = null;
      String name = null;
      String data = null;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && name != null && data != null) {
          heard.add(new Heard(id, name, Json.MAPPER.readTree(data)));
          id = null;
          name = null;
          data = null;
        }
      }
    } catch (IOException e) {
      // Closed from one of both sides.
    } finally {
      ended = true;
    }
  }

  List<Heard> heard() {
    return heard;
  }

  List<Heard> heard(String name) {
    return heard.stream().filter(each -> each.name().equals(name)).toList();
  }

  @Nullable String lastId() {
    return heard.stream().map(Heard::id).filter(id -> id != null).reduce((a, b) -> b).orElse(null);
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}

package io.flatback.web.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for the service in front of the pages: serves the static files, answers what it was told to answer, and
 * sends live events when the test says so. It speaks docs/api.md; the service itself is tested by its own room.
 */
final class Stage implements AutoCloseable {
  private static final Map<String, String> PAGES =
      Map.of(
          "/", "index.html",
          "/sessions", "sessions.html",
          "/settings", "settings.html",
          "/sensors", "sensors.html",
          "/how-it-works", "how-it-works.html",
          "/evidence", "evidence.html",
          "/doctor", "doctor.html");
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
  /** As strict as the service's own. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

  private static final String END = "";

  /** What a path answers. */
  record Answer(int status, String type, String body) {}

  /** What was asked for, in order. */
  record Asked(String method, String path, String body, Optional<String> lastEventId) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<LinkedBlockingQueue<String>> clients = new CopyOnWriteArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<String> backlog = new CopyOnWriteArrayList<>();
  private volatile int life = 1;
  private volatile String snapshot = "{\"at\": \"2026-11-22T10:00:00Z\", \"platforms\": []}";

  Stage(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A new life of the service: nothing was said or asked yet; connected pages are cut off. */
  void reset(String newSnapshot) {
    snapshot = newSnapshot;
    life++;
    backlog.clear();
    asked.clear();
    answers.clear();
    cut();
  }

  void answer(String method, String path, Answer answer) {
    answers.put(method + " " + path, answer);
  }

  List<Asked> asked() {
    return asked;
  }

  int listeners() {
    return clients.size();
  }

  /** Sends to every page that listens; an event with an id is kept for those that come back. */
  void send(Script.Event event) {
    String data = "event: " + event.name() + "\ndata: " + event.json() + "\n\n";
    if (event.kept()) {
      backlog.add(data);
      data = id(backlog.size()) + data;
    }
    for (LinkedBlockingQueue<String> client : clients) {
      client.add(data);
    }
  }

  private String id(int count) {
    return "id: " + life + "-" + count + "\n";
  }

  /** Cuts every live connection, as a service does that is restarted. */
  void cut() {
    for (LinkedBlockingQueue<String> client : clients) {
      client.add(END);
    }
    clients.clear();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Optional<String> lastEventId = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, lastEventId));
    if (path.equals("/api/v1/live")) {
      live(exchange, lastEventId);
    } else if (path.startsWith("/api/")) {
      api(exchange, path);
    } else {
      page(exchange, path);
    }
  }

  private void live(HttpExchange exchange, Optional<String> lastEventId) throws IOException {
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
    queue.add("retry: 200\n\n");
    String ours = life + "-";
    if (lastEventId.isPresent() && lastEventId.get().startsWith(ours)) {
      for (int i = Integer.parseInt(lastEventId.get().substring(ours.length())); i < backlog.size(); i++) {
        queue.add(id(i + 1) + backlog.get(i));
      }
    } else {
      queue.add(id(backlog.size()) + "event: snapshot\ndata: " + snapshot + "\n\n");
    }
    clients.add(queue);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      for (String next = queue.take(); !next.equals(END); next = queue.take()) {
        out.write(next.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException goneAway) {
      clients.remove(queue);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void api(HttpExchange exchange, String path) throws IOException {
    String method = exchange.getRequestMethod();
    boolean wantsHtml = String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).startsWith("text/html");
    Answer answer = answers.get(method + (wantsHtml ? " html " : " ") + path);
    if (answer == null) {
      String none = "{\"title\": \"Not found\", \"status\": 404, \"detail\": \"Nothing at " + path + ".\"}";
      answer = new Answer(404, "application/problem+json", none);
    }
    reply(exchange, answer.status(), answer.type(), answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    String file = path.startsWith("/sessions/") ? "session.html" : PAGES.getOrDefault(path, path.substring(1));
    try (InputStream in = Stage.class.getResourceAsStream("/web/" + file)) {
      if (in == null) {
        reply(exchange, 404, "text/plain", ("nothing at " + path).getBytes(StandardCharsets.UTF_8));
        return;
      }
      String ending = file.substring(file.lastIndexOf('.') + 1);
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      reply(exchange, 200, TYPES.get(ending) + "; charset=utf-8", in.readAllBytes());
    }
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  void awaitListener() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (clients.isEmpty()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("no page opened /api/v1/live within 5 s");
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    cut();
    server.stop(0);
  }
}

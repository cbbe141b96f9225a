package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path directory;

  /** By hand: Java's client does not let a test lie about its host. */
  private static String statusLine(Service service, String method, String path, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.server.port())) {
      socket.setSoTimeout(5_000);
      String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return String.valueOf(in.readLine());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void letsItsOwnNamesIn(String host) throws IOException {
    try (Service service = Service.open(directory)) {
      String line = statusLine(service, "GET", "/api/v1/athletes", "Host: " + host + ":" + service.server.port());
      assertThat(line).contains(" 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/athletes", "/api/v1/live", "/openapi.json", "/api/v1/health/live", "/nothing"})
  void refusesANameThatWasBentToPointHere(String path) throws IOException {
    try (Service service = Service.open(directory)) {
      int port = service.server.port();
      for (String host : List.of("evil.example:" + port, "localhost:" + (port + 1), "localhost", "127.0.0.1.evil.example:" + port, "localhost.:" + port)) {
        assertThat(statusLine(service, "GET", path, "Host: " + host, "Accept: text/event-stream, */*"))
            .as("Host: %s on %s", host, path)
            .contains(" 403 ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD", "PUT"})
  void refusesForeignHostsWhateverTheMethod(String method) throws IOException {
    try (Service service = Service.open(directory)) {
      assertThat(statusLine(service, method, "/api/v1/athletes", "Host: evil.example", "Content-Length: 0"))
          .contains(" 403 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/athletes", "/api/v1/live", "/"})
  void refusesRequestsThatOtherSitesMakeABrowserSend(String path) throws IOException {
    try (Service service = Service.open(directory)) {
      int port = service.server.port();
      String host = "Host: localhost:" + port;
      String accept = "Accept: text/event-stream, */*";
      for (String origin : List.of("http://evil.example", "null", "https://localhost:" + port, "http://localhost:" + (port + 1), "http://localhost")) {
        assertThat(statusLine(service, "GET", path, host, accept, "Origin: " + origin)).as(origin).contains(" 403 ");
      }
      assertThat(statusLine(service, "GET", path, host, accept, "Origin: http://localhost:" + port))
          .doesNotContain(" 403 ");
    }
  }

  @Test
  void tellsInAProblemWhatItRefusedAndWhatToDo() throws Exception {
    try (Service service = Service.open(directory)) {
      HttpResponse<String> response = service.send(service.request("/api/v1/athletes").header("Origin", "http://evil.example"));
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
      assertThat(Service.json(response).path("type").asString()).isEqualTo("urn:flatback:problem:foreign_origin");
      assertThat(Service.json(response).path("detail").asString()).contains("evil.example");
      assertThat(Service.json(response).path("remedy").asString()).isNotEmpty();
    }
  }

  @Test
  void sendsTheSameHeadersOfCautionWithEveryAnswer() throws Exception {
    try (Service service = Service.open(directory)) {
      for (String path : List.of("/api/v1/athletes", "/nothing", "/openapi.json")) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
            .as(path)
            .contains("default-src 'self'")
            .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      }
      assertThat(service.get("/api/v1/athletes").headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void asksForTheTokenItWasStartedWith() throws Exception {
    try (Service service = Service.withToken(directory, "127.0.0.1", TOKEN)) {
      for (String path : List.of("/", "/api/v1/athletes", "/api/v1/live", "/openapi.json", "/api/v1/metrics")) {
        assertThat(service.get(path).statusCode()).as(path).isEqualTo(401);
      }
      assertThat(bearer(service, TOKEN)).isEqualTo(200);
      assertThat(bearer(service, TOKEN + "0")).isEqualTo(401);
      assertThat(bearer(service, "")).isEqualTo(401);
    }
  }

  private static int bearer(Service service, String token) throws Exception {
    return service.send(service.request("/api/v1/athletes").header("Authorization", "Bearer " + token)).statusCode();
  }

  @Test
  void setsACookieOnceTheTokenStandsInTheAddress() throws Exception {
    try (Service service = Service.withToken(directory, "127.0.0.1", TOKEN)) {
      HttpResponse<String> login = service.get("/?token=" + TOKEN);
      assertThat(login.statusCode()).isEqualTo(303);
      assertThat(login.headers().firstValue("Location")).contains("/");
      String cookie = login.headers().firstValue("Set-Cookie").orElse("");
      assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain(TOKEN);
      String pair = cookie.substring(0, cookie.indexOf(';'));
      assertThat(service.send(service.request("/api/v1/athletes").header("Cookie", pair)).statusCode()).isEqualTo(200);
      assertThat(service.send(service.request("/api/v1/athletes").header("Cookie", pair + "0")).statusCode()).isEqualTo(401);
      assertThat(service.get("/?token=wrongwrongwrongwrong").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void letsTheAddressInNumbersInWhereItListensOnAll() throws Exception {
    try (Service service = Service.withToken(directory, "0.0.0.0", TOKEN)) {
      assertThat(bearer(service, TOKEN)).isEqualTo(200);
      String auth = "Authorization: Bearer " + TOKEN;
      assertThat(statusLine(service, "GET", "/api/v1/athletes", "Host: evil.example:" + service.server.port(), auth))
          .contains(" 403 ");
    }
  }

  @Test
  void doesNotListenToOthersWithoutAToken() {
    assertThatThrownBy(() -> new WebSettings("0.0.0.0", 0, null)).hasMessageContaining("--token");
    assertThatThrownBy(() -> new WebSettings("127.0.0.1", 0, "short")).hasMessageContaining("at least 16");
    assertThat(new WebSettings("0.0.0.0", 0, TOKEN).token()).isEqualTo(TOKEN);
  }

  @Test
  void saysWhatToDoWhenThePortIsTaken() throws Exception {
    try (Service service = Service.open(directory)) {
      WebSettings same = new WebSettings("127.0.0.1", service.server.port(), null);
      WebServer.Parts parts =
          new WebServer.Parts(
              service.database, io.flatback.recording.DecoderFactory.NONE, service.live, service.hub, new ServiceMetrics(), "test");
      assertThatThrownBy(() -> WebServer.start(same, parts))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining(String.valueOf(service.server.port()))
          .hasMessageContaining("--port");
    }
  }
}

package io.flatback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFilesTest {
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

  @Test
  void pagesHaveAddressesOfTheirOwn() throws Exception {
    for (String path : List.of("/", "/sessions", "/sessions/1ahykssm7qpg", "/openapi", "/index.html")) {
      HttpResponse<String> response = service.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(response.body()).startsWith("<!doctype html>");
    }
  }

  @Test
  void aBrowserKeepsFilesAndAsksWhetherTheyChanged() throws Exception {
    HttpResponse<String> first = service.get("/js/dom.js");
    String etag = first.headers().firstValue("ETag").orElse("");
    assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    HttpResponse<String> again = service.send(service.request("/js/dom.js").header("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    HttpResponse<String> changed = service.send(service.request("/js/dom.js").header("If-None-Match", "\"other\""));
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void nothingButTheAppIsServed() throws Exception {
    List<String> paths =
        List.of(
            "/../logback.xml", "/..%2flogback.xml", "/%2e%2e/logback.xml", "/js/", "/js", "/.hidden", "//etc/passwd",
            "/logback.xml", "/js/dom.js%00.html");
    for (String path : paths) {
      assertThat(service.get(path).statusCode()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void noPageHasAnythingInline() throws Exception {
    for (String path : new String[] {"/", "/sessions", "/sessions/x", "/settings", "/doctor", "/how-it-works", "/evidence", "/openapi"}) {
      String body = service.get(path).body();
      assertThat(body).as(path).doesNotContain(" style=").doesNotContain("<style").doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern(" on\\w+=");
    }
  }
}

package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process of its own: killed without warning, and asked politely to stop. */
class KilledServiceTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path directory;

  private record Running(Process process, String address) {
    static Running start(String... arguments) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.flatback.cli.Flatback",
                  "serve",
                  "--no-browser",
                  "--port",
                  "0"));
      command.addAll(List.of(arguments));
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = String.valueOf(out.readLine());
      assertThat(line).startsWith("Flatback is at http://127.0.0.1:");
      return new Running(process, line.substring("Flatback is at ".length()));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20)).build();
      return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    JsonNode session() throws IOException, InterruptedException {
      return get("api/v1/sessions").path("items").path(0);
    }
  }

  @Test
  void aKilledServiceShowsTheOpenSessionUpToItsLastCommitAndGoesOn() throws Exception {
    String sensor = "sim:clean?seed=3&speed=8";
    Running first = Running.start("--data", directory.toString(), "--sensor", sensor);
    String id;
    int repsBefore;
    try {
      await().atMost(Duration.ofSeconds(90)).until(() -> first.session().path("reps").asInt() >= 3);
      id = first.session().path("id").asString();
      repsBefore = first.session().path("reps").asInt();
    } finally {
      first.process().destroyForcibly().waitFor();
    }

    Running second = Running.start("--data", directory.toString(), "--sensor", sensor);
    try {
      JsonNode taken = second.session();
      assertThat(taken.path("id").asString()).isEqualTo(id);
      assertThat(taken.path("state").asString()).isEqualTo("active");
      assertThat(taken.path("reps").asInt()).isGreaterThanOrEqualTo(repsBefore);
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> second.session().path("reps").asInt() > repsBefore + 3);
      assertThat(second.get("api/v1/sessions").path("total").asInt()).isEqualTo(1);
    } finally {
      second.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void stopsSoonAfterAPoliteWordAndEndsItsSession() throws Exception {
    Running running = Running.start("--data", directory.toString(), "--sensor", "sim:clean?seed=3&speed=8");
    await().atMost(Duration.ofSeconds(90)).until(() -> running.session().path("reps").asInt() >= 1);
    long asked = System.nanoTime();
    running.process().destroy();
    assertThat(running.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(running.process().exitValue()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));

    Running again = Running.start("--data", directory.toString());
    try {
      assertThat(again.session().path("state").asString()).isEqualTo("ended");
      assertThat(again.session().path("end_reason").asString()).isEqualTo("shutdown");
      String report = "api/v1/sessions/" + again.session().path("id").asString() + "/report";
      assertThat(again.get(report).path("sets").path(0).path("reps").size()).isPositive();
    } finally {
      again.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void aTakenPortIsToldInOneLineWithCode69() throws Exception {
    Running running = Running.start("--data", directory.toString());
    try {
      String port = Integer.toString(URI.create(running.address()).getPort());
      Run run = Run.of("serve", "--no-browser", "--port", port, "--data", directory.resolve("other").toString());
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.err()).contains(port).contains("--port").hasLineCount(1);
    } finally {
      running.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void anotherHostNeedsAToken() {
    Run run = Run.of("serve", "--no-browser", "--host", "0.0.0.0", "--data", directory.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--token").hasLineCount(1);
  }
}

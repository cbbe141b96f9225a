package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.cli.firmware.Bench;
import io.flatback.cli.firmware.Firmware;
import io.flatback.cli.firmware.Motion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A set pulled with the emulated sensor in the running service: what happens to it and what comes back to it. */
@Timeout(120)
class EmulatedSetTest {
  private static final double SPEED = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private Served listeningTo(Bench bench) throws Exception {
    return Served.listeningTo(directory.resolve("data"), "serial:" + bench.port());
  }

  private static void awaitPlayed(Bench bench) throws InterruptedException {
    await().atMost(PATIENCE).until(() -> bench.lines().contains("played"));
    TimeUnit.SECONDS.sleep(1);
  }

  @Test
  void aSensorThatStartsAnewInMidSetLosesOneRepAtMost() throws Exception {
    Firmware.needEmulator();
    try (Bench bench = Bench.avr(directory, Motion.eightDeadlifts(directory), SPEED);
        Served service = listeningTo(bench)) {
      TimeUnit.SECONDS.sleep(1);
      bench.order("play");
      await().atMost(PATIENCE).until(() -> service.latestSession().path("reps").asInt() >= 4);
      bench.order("reset");
      awaitPlayed(bench);

      String session = "/api/v1/sessions/" + service.latestSession().path("id").asString();
      var unused = service.call("POST", session + "/end", "");
      assertThat(service.get("/api/v1/sessions").path("total").asInt()).isEqualTo(1);
      JsonNode report = service.get(session + "/report");
      assertThat(report.path("sets").size()).as("%s", report.path("sets")).isEqualTo(1);
      assertThat(report.path("sets").path(0).path("reps").size()).isBetween(7, 8);
      JsonNode record = report.path("recording").path("sensors").path(0);
      assertThat(record.path("gaps").asInt()).isEqualTo(1);
      assertThat(record.path("missing_s").asDouble()).isBetween(0.0, 2.0);
    }
  }

  @Test
  void aWarningIsFeltByWhoAskedForIt() throws Exception {
    Firmware.needEmulator();
    try (Bench bench = Bench.avr(directory, Motion.slowingDeadlifts(directory), SPEED)) {
      assertThat(motorRuns(bench, true)).isPositive();
    }
  }

  @Test
  void aWarningIsNotFeltUnlessAskedFor() throws Exception {
    Firmware.needHostCompiler();
    try (Bench bench = Bench.host(directory, Motion.slowingDeadlifts(directory), 0, 2 * SPEED)) {
      assertThat(motorRuns(bench, false)).isZero();
    }
  }

  private long motorRuns(Bench bench, boolean vibration) throws Exception {
    try (Served service = listeningTo(bench)) {
      String athlete = service.get("/api/v1/athletes").path("items").path(0).path("id").asString();
      var unused = service.call("PATCH", "/api/v1/athletes/" + athlete, "{\"vibration\": " + vibration + "}");
      TimeUnit.SECONDS.sleep(1);
      bench.order("play");
      awaitPlayed(bench);
      assertThat(service.latestSession().path("warnings").asInt()).as("told on the screen").isPositive();
      return bench.lines().stream().filter(line -> line.startsWith("motor 1")).count();
    }
  }
}

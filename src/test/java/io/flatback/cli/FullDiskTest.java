package io.flatback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flatback.store.Page;
import io.flatback.store.SessionFilter;
import io.flatback.store.TrainingSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up in the middle of a set and is cleared again before its end. */
class FullDiskTest {
  @TempDir Path directory;

  @Test
  void showsTheStateGoesOnAndLosesNothing() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "needs the right to mount a tmpfs (run as root)");
    try {
      try (Served service = Served.listeningTo(disk.resolve("data"), "sim:clean?seed=3&speed=6")) {
        await().atMost(Duration.ofSeconds(60)).until(() -> sessions(service).stream().anyMatch(s -> s.reps() >= 1));
        Path filler = disk.resolve("filler");
        fill(filler);
        await("trouble").atMost(Duration.ofSeconds(30)).until(() -> service.answer("GET", "/api/v1/health/ready", "").statusCode() == 503);
        assertThat(service.answer("GET", "/api/v1/platforms", "").body()).contains("\"kind\":\"disk\"").contains("Make room");
        assertThat(service.answer("GET", "/api/v1/health/live", "").statusCode()).isEqualTo(200);
        Files.delete(filler);
        await("recovery").atMost(Duration.ofSeconds(30)).until(() -> service.answer("GET", "/api/v1/health/ready", "").statusCode() == 200);
        await().atMost(Duration.ofSeconds(90)).until(() -> sessions(service).stream().anyMatch(s -> s.analysedAt() != null));
        assertThat(sessions(service)).hasSize(1);
        assertThat(sessions(service).getFirst().reps()).isEqualTo(8);
        String recording = service.answer("GET", "/api/v1/sessions/" + sessions(service).getFirst().id() + "/report", "").body();
        assertThat(recording).contains("\"gaps\" : 0");
      }
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static List<TrainingSession> sessions(Served service) {
    return service.database().sessions().list(SessionFilter.ALL, Page.FIRST).items();
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(Files.size(file)).isPositive();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

package io.flatback.store;

import io.flatback.signal.Placement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Another process that journals for ever: says {@code appended BYTES NANOS} for each chunk it has handed
 * over, and {@code acked BYTES} for what it was told is on disk.
 */
final class JournalChild {
  static final int CHUNK_BYTES = 78;

  private JournalChild() {}

  public static void main(String[] args) throws InterruptedException {
    Database database = Database.open(Path.of(args[0]));
    String athlete = database.athletes().create("Ada").id();
    String sensor = database.sensors().register("fake:child", Placement.LUMBAR, "fake").id();
    database.sessions().start(NewSession.now(athlete, List.of(sensor)));
    String stream = database.journal().startStream(sensor, System.nanoTime()).id();
    for (long chunk = 0; ; chunk++) {
      database.journal().append(stream, System.nanoTime(), chunk(chunk), CHUNK_BYTES);
      System.out.println("appended " + (chunk + 1) * CHUNK_BYTES + " " + System.nanoTime());
      if (chunk % 150 == 0) {
        database.journal().flush();
        System.out.println("acked " + (chunk + 1) * CHUNK_BYTES);
      }
      Thread.sleep(2);
    }
  }

  /** What the child writes as its n-th chunk. */
  static byte[] chunk(long n) {
    byte[] bytes = new byte[CHUNK_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (n * 31 + i * (n % 7));
    }
    return bytes;
  }

  static Running start(Path directory) throws IOException {
    return new Running(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                JournalChild.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** The child as its parent sees it. */
  static final class Running implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Running(Process process) {
      this.process = process;
      this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          lines.add(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    long pid() {
      return process.pid();
    }

    void awaitLine(String beginning) {
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .pollInterval(5, TimeUnit.MILLISECONDS)
          .until(() -> lines.stream().anyMatch(line -> line.startsWith(beginning)));
    }

    /** SIGKILL, and then everything that it had said. */
    List<String> kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
      reader.join();
      return lines;
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}

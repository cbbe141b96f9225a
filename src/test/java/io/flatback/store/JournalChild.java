package io.flatback.store;

import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      if (chunk % 700 == 0) {
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

  /** @param said where the child's words go; a file keeps them whatever becomes of the child */
  static Running start(Path directory, Path said) throws IOException {
    Process process =
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
            .redirectOutput(said.toFile())
            .start();
    return new Running(process, said);
  }

  /** The child as its parent sees it. */
  record Running(Process process, Path said) implements AutoCloseable {
    void awaitLine(String beginning) {
      Awaitility.await()
          .atMost(120, TimeUnit.SECONDS)
          .pollInterval(20, TimeUnit.MILLISECONDS)
          .until(() -> Files.readAllLines(said).stream().anyMatch(line -> line.startsWith(beginning)));
    }

    /** SIGKILL, and then all whole lines that it had said. */
    List<String> kill() throws IOException {
      close();
      String all = Files.readString(said);
      return all.substring(0, all.lastIndexOf('\n')).lines().toList();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}

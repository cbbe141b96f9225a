package io.flatback.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Two ends of a cable that is not there: socat joins two pseudo-terminals. {@link #unplug} takes both ends
 * away, {@link #plug} brings them back under the same paths.
 */
public final class PtyPair implements AutoCloseable {
  /** socat may still be setting the terminals up after their links are there, over what the link has set. */
  private static final long SETTLE_MS = 50;

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final Path deviceEnd;
  private final Path hostEnd;
  private Process socat;

  public PtyPair(Path directory) throws IOException, InterruptedException {
    deviceEnd = directory.resolve("device");
    hostEnd = directory.resolve("host");
    socat = plugged();
  }

  public Path deviceEnd() {
    return deviceEnd;
  }

  public Path hostEnd() {
    return hostEnd;
  }

  public void plug() throws IOException, InterruptedException {
    socat = plugged();
  }

  private Process plugged() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            "socat", "pty,rawer,link=" + deviceEnd, "pty,rawer,link=" + hostEnd)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    long untilNanos = System.nanoTime() + PATIENCE_NANOS;
    while (!Files.exists(deviceEnd) || !Files.exists(hostEnd)) {
      if (System.nanoTime() > untilNanos || !process.isAlive()) {
        process.destroyForcibly();
        throw new IOException("socat made no pseudo-terminals in " + deviceEnd.getParent());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    TimeUnit.MILLISECONDS.sleep(SETTLE_MS);
    return process;
  }

  public void unplug() throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    socat.destroyForcibly().onExit().join();
    Files.deleteIfExists(deviceEnd);
    Files.deleteIfExists(hostEnd);
  }
}

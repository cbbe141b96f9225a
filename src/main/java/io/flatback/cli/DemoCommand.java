package io.flatback.cli;

import io.flatback.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole of it without any hardware: finished sessions to read, and a set that is lifted now. */
@Command(
    name = "demo",
    description = "Show a simulated lifter live, with finished sessions; no hardware, no network, nothing kept.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 7475;

  private final Terminal terminal;

  @Option(names = "--port", paramLabel = "P", description = "Port to listen on; 0 takes any free one.")
  private int port = USUAL_PORT;

  @Option(names = "--speed", paramLabel = "N", description = "How many times real speed (default: ${DEFAULT-VALUE}).")
  private double speed = 1.0;

  @Option(names = "--no-browser", description = "Do not open the browser.")
  private boolean noBrowser;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!(speed >= 0)) {
      throw new UsageException("--speed " + speed + ": expected a number from 0, where 0 is as fast as possible");
    }
    Path directory = Files.createTempDirectory("flatback-demo-");
    terminal.err().println("Preparing a lifter with a week of training …");
    RunningService service = start(directory);
    UntilStopped stop =
        new UntilStopped(
            () -> {
              service.close();
              delete(directory);
            });
    terminal.print(
        "Flatback is at " + service.invitation() + "\n"
            + "A simulated lifter is pulling a set there now; earlier sessions are under History.\n");
    terminal.err().println("Nothing is kept. Ctrl-C stops.");
    if (!noBrowser) {
      Browser.open(service.invitation());
    }
    return stop.await().number();
  }

  /** What can't start leaves nothing behind. */
  private RunningService start(Path directory) throws IOException {
    try {
      return Demo.start(settings(), directory, speed);
    } catch (IOException | RuntimeException e) {
      try {
        delete(directory);
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw e;
    }
  }

  private WebSettings settings() {
    try {
      return new WebSettings(WebSettings.LOOPBACK, port, null);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package io.flatback.cli;

import io.flatback.cli.live.LiveSensor;
import io.flatback.link.HostClock;
import io.flatback.web.WebSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The service: listens to sensors, keeps what they say, and shows it in a browser, until Ctrl-C. */
@Command(
    name = "serve",
    description = "Listen to sensors and show sessions in a browser, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 7474;

  private final Terminal terminal;

  @Option(
      names = "--sensor",
      paramLabel = "URI",
      description = "serial:auto, serial:/dev/ttyUSB0, replay:FILE, sim:SCENARIO …; may be given several times.")
  private List<String> sensorUris = new ArrayList<>();

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  private @Nullable Path data;

  @Option(names = "--host", paramLabel = "H", description = "Address to listen on; ${DEFAULT-VALUE} unless told.")
  private String host = WebSettings.LOOPBACK;

  @Option(names = "--port", paramLabel = "P", description = "Port to listen on; 0 takes any free one.")
  private int port = USUAL_PORT;

  @Option(
      names = "--token",
      paramLabel = "T",
      description = "Ask for this token, at least 16 characters; needed for any --host but this machine.")
  private @Nullable String token;

  @Option(names = "--no-browser", description = "Do not open the browser.")
  private boolean noBrowser;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    WebSettings settings = settings();
    List<LiveSensor> sensors = new ArrayList<>();
    for (String uri : sensorUris) {
      sensors.add(SensorSources.of(SensorUri.parse(uri), HostClock.SYSTEM));
    }
    Path directory = data == null ? DataDirectory.usual() : data;
    RunningService service = RunningService.start(settings, directory, sensors);
    UntilStopped stop = new UntilStopped(service);
    terminal.print("Flatback is at " + service.invitation() + "\n");
    List<String> others = new ArrayList<>(service.sensors());
    others.removeAll(sensorUris);
    if (!others.isEmpty()) {
      terminal.err().println("Also listens to " + String.join(", ", others) + ", taken in on the page Sensors earlier.");
    }
    terminal.err().println("Everything is kept in " + directory + ". Ctrl-C stops.");
    if (!noBrowser) {
      Browser.open(service.invitation());
    }
    return stop.await().number();
  }

  private WebSettings settings() {
    try {
      return new WebSettings(host, port, token);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}

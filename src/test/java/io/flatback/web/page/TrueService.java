package io.flatback.web.page;

import io.flatback.cli.live.LiveSensor;
import io.flatback.cli.live.LiveService;
import io.flatback.link.HostClock;
import io.flatback.recording.DecoderFactory;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimLink;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import io.flatback.store.Database;
import io.flatback.web.EventHub;
import io.flatback.web.ServiceMetrics;
import io.flatback.web.WebServer;
import io.flatback.web.WebSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The service itself on a free port, with a simulated sensor that waits for its cue. */
final class TrueService implements AutoCloseable {
  private static final long SEED = 7;
  private static final double RATE_HZ = 100;

  private final Database database;
  private final LiveService live;
  private final WebServer server;

  TrueService(Path directory, String scenario, double speed) throws Exception {
    database = Database.open(directory);
    EventHub hub = new EventHub(database.events(), InstantSource.system());
    DecoderFactory decoders = (driver, placement) -> SensorDriver.flatback(placement).decoder();
    LiveSensor sensor =
        new LiveSensor(
            "sim:" + scenario, Placement.LUMBAR, "flatback", () -> link(scenario, speed),
            () -> SensorDriver.flatback(Placement.LUMBAR));
    live = LiveService.open(database, hub, decoders, List.of(sensor), HostClock.SYSTEM);
    server =
        WebServer.start(
            new WebSettings(WebSettings.LOOPBACK, 0, null),
            new WebServer.Parts(database, decoders, live, hub, new ServiceMetrics(), "0.1.0"));
  }

  private static SimLink link(String scenario, double speed) {
    SimulatedReader reader = new SimulatedRecording(Scenarios.of(scenario), SEED).open();
    ReferenceSensor sensor = new ReferenceSensor(ReferenceSensor.defaultHello(RATE_HZ), reader, Placement.LUMBAR);
    return new SimLink("sim:" + scenario, sensor, reader, speed, HostClock.SYSTEM);
  }

  /** The lifter steps up. */
  void cue() {
    live.listen();
  }

  /** Without the slash at its end. */
  String address() {
    return "http://localhost:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    live.close();
    database.close();
  }
}

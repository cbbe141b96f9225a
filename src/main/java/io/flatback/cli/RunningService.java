package io.flatback.cli;

import io.flatback.cli.doctor.Examination;
import io.flatback.cli.live.LiveSensor;
import io.flatback.cli.live.LiveService;
import io.flatback.cli.live.Surroundings;
import io.flatback.cli.reach.BluetoothReach;
import io.flatback.cli.reach.Manner;
import io.flatback.cli.reach.PortProbe;
import io.flatback.cli.reach.Reach;
import io.flatback.cli.reach.SerialReach;
import io.flatback.link.HostClock;
import io.flatback.link.SerialLink;
import io.flatback.link.ble.BleScan;
import io.flatback.session.SessionEvent;
import io.flatback.store.Database;
import io.flatback.web.EventHub;
import io.flatback.web.PortTakenException;
import io.flatback.web.ServiceMetrics;
import io.flatback.web.WebServer;
import io.flatback.web.WebSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Store, sensors and web server of one running program; closing it stops them in the right order. */
public final class RunningService implements AutoCloseable {
  private final WebSettings settings;
  private final Database database;
  private final LiveService live;
  private final WebServer web;

  private RunningService(WebSettings settings, Database database, LiveService live, WebServer web) {
    this.settings = settings;
    this.database = database;
    this.live = live;
    this.web = web;
  }

  /**
   * @throws PortTakenException when something else listens on the port
   * @throws io.flatback.store.StoreException when the data directory can't be used
   */
  public static RunningService start(WebSettings settings, Path dataDirectory, List<LiveSensor> sensors)
      throws PortTakenException {
    return start(settings, dataDirectory, sensors, Neighbourhood.ofMachine());
  }

  /** As the other, with the ports and the Bluetooth that are told. */
  static RunningService start(
      WebSettings settings, Path dataDirectory, List<LiveSensor> sensors, Neighbourhood neighbourhood)
      throws PortTakenException {
    Database database = Database.open(dataDirectory);
    try {
      return start(settings, database, sensors, surroundings(neighbourhood, dataDirectory));
    } catch (PortTakenException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Surroundings surroundings(Neighbourhood neighbourhood, Path dataDirectory) {
    SerialReach serial =
        new SerialReach(
            neighbourhood.ports(),
            port -> new PortProbe(port.path(), SerialLink.DEFAULT_BAUD, Manner.POLITE, HostClock.SYSTEM).ask());
    BluetoothReach bluetooth =
        new BluetoothReach(() -> BleScan.of(neighbourhood.bus(), neighbourhood.look()), Drivers.bluetoothServices());
    return new Surroundings(
        new Reach(serial, bluetooth),
        new TakenInSensors(neighbourhood, HostClock.SYSTEM),
        () -> new Examination(dataDirectory, neighbourhood.ports(), neighbourhood.bus()).findings());
  }

  private static RunningService start(
      WebSettings settings, Database database, List<LiveSensor> sensors, Surroundings surroundings)
      throws PortTakenException {
    EventHub hub = new EventHub(database.events(), InstantSource.system());
    LiveService live = LiveService.open(database, hub, Drivers.DECODERS, sensors, surroundings, HostClock.SYSTEM);
    try {
      WebServer web =
          WebServer.start(
              settings,
              new WebServer.Parts(database, Drivers.DECODERS, live, hub, new ServiceMetrics(), Version.get()));
      live.listen();
      return new RunningService(settings, database, live, web);
    } catch (PortTakenException | RuntimeException e) {
      live.close();
      throw e;
    }
  }

  /** Addresses of all sensors that are listened to, those that earlier runs took in too. */
  List<String> sensors() {
    return live.platforms().stream()
        .flatMap(platform -> platform.sensors().stream())
        .map(SessionEvent.SensorStatus::sensor)
        .toList();
  }

  public Database database() {
    return database;
  }

  public int port() {
    return web.port();
  }

  /** The address to open, with the token where one is asked for. */
  public String invitation() {
    String token = settings.token();
    return token == null
        ? web.address()
        : web.address() + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  /** Sensors first, so that the last of what they said is kept; then whoever listens; then the store. */
  @Override
  public void close() {
    try {
      live.close();
    } finally {
      try {
        web.close();
      } finally {
        database.close();
      }
    }
  }
}

package io.flatback.cli;

import io.flatback.cli.live.LiveSensor;
import io.flatback.cli.reach.Manner;
import io.flatback.cli.reach.PortProbe;
import io.flatback.cli.reach.SerialAuto;
import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.LinkOpener;
import io.flatback.link.SerialLink;
import io.flatback.link.TcpLink;
import io.flatback.link.UdpLink;
import io.flatback.link.ble.BleLinkOpener;
import io.flatback.link.ble.SystemBus;
import io.flatback.recording.CsvSignalDecoder;
import io.flatback.recording.DeviceFileRecording;
import io.flatback.recording.Recording;
import io.flatback.recording.Recordings;
import io.flatback.recording.ReplayLink;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Placement;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimLink;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From what the user wrote to a sensor that can be listened to. */
public final class SensorSources {
  private SensorSources() {}

  /**
   * Looks at files and scenarios at once; devices are opened later, and again when they are lost.
   *
   * @param clock by which recordings and simulations are played
   * @throws UsageException when the address can't be understood
   * @throws IOException when a recording to be played is missing or is none
   */
  public static LiveSensor of(SensorUri uri, HostClock clock) throws IOException {
    return of(uri, clock, Neighbourhood.ofMachine());
  }

  /** As the other, with the ports and the Bluetooth that are told. */
  static LiveSensor of(SensorUri uri, HostClock clock, Neighbourhood neighbourhood) throws IOException {
    return switch (uri.scheme()) {
      case SERIAL -> device(uri, serial(uri, clock, neighbourhood));
      case TCP -> device(uri, () -> TcpLink.open(uri.networkAddress()));
      case UDP -> device(uri, () -> UdpLink.open(uri.networkAddress(), uri.listenPort()));
      case BLE -> bluetooth(uri, neighbourhood.bus());
      case REPLAY -> replay(uri, clock);
      case SIM -> simulated(uri, clock);
    };
  }

  private static LiveSensor device(SensorUri uri, LinkOpener opener) {
    Placement placement = uri.placement().orElse(Placement.LUMBAR);
    return new LiveSensor(
        uri.text(), placement, uri.driver(), opener, () -> Drivers.of(uri.driver(), placement));
  }

  private static LinkOpener serial(SensorUri uri, HostClock clock, Neighbourhood neighbourhood) {
    int baud = uri.baud(SerialLink.DEFAULT_BAUD);
    return uri.target().equals(SensorUri.AUTO)
        ? auto(uri.driver(), baud, clock, neighbourhood)
        : () -> SerialLink.open(uri.target(), baud);
  }

  /** A driver that speaks by itself is heard without a word to the others on the ports. */
  private static LinkOpener auto(String driver, int baud, HostClock clock, Neighbourhood neighbourhood) {
    Manner manner = driver.equals(Drivers.FLATBACK) ? Manner.POLITE : Manner.LISTEN;
    return new SerialAuto(
        driver, baud, neighbourhood.ports(), port -> new PortProbe(port.path(), baud, manner, clock).ask(), clock);
  }

  private static LiveSensor bluetooth(SensorUri uri, SystemBus bus) {
    Placement placement = uri.placement().orElse(Placement.LUMBAR);
    return new LiveSensor(
        uri.text(),
        placement,
        uri.driver(),
        new BleLinkOpener(bus, uri.target(), Drivers.bluetooth(uri.driver())),
        () -> Drivers.of(uri.driver(), placement));
  }

  private static LiveSensor replay(SensorUri uri, HostClock clock) throws IOException {
    Path file = Path.of(uri.target());
    if (uri.target().endsWith(DeviceFileRecording.XIMU3_ENDING)) {
      throw new UsageException(
          "sensor '" + uri.text() + "': the file of an x-IMU3 can be analyzed, but not played; make a recording of it"
              + " with flatback import, and play that");
    }
    String driver = driverOf(file);
    Placement fallback = uri.placement().orElse(Placement.LUMBAR);
    boolean csv = driver.equals(ReplayLink.CSV_DRIVER);
    if (driver.equals(Drivers.WITMOTION) && uri.speed() != 1) {
      throw new UsageException(
          "sensor '" + uri.text() + "': a WitMotion sensor has no clock of its own, so that its record can only be"
              + " played at speed=1; flatback analyze reads it at once");
    }
    Recording recording = Recordings.open(file, fallback, Drivers.DECODERS);
    Placement placement = csv ? recording.placements().getFirst() : fallback;
    return new LiveSensor(
        uri.text(),
        placement,
        driver,
        () -> ReplayLink.open(file, uri.speed(), clock),
        () ->
            SensorDriver.listening(
                csv ? new CsvSignalDecoder(file.toString(), fallback) : Drivers.of(driver, placement).decoder()),
        recording.notes());
  }

  private static String driverOf(Path file) throws IOException {
    try (ReplayLink link = ReplayLink.open(file, ReplayLink.AS_FAST_AS_POSSIBLE)) {
      return link.driver();
    }
  }

  private static LiveSensor simulated(SensorUri uri, HostClock clock) {
    SimulatedRecording recording = new SimulatedRecording(scenario(uri.target()), uri.seed());
    List<Placement> worn = recording.placements();
    Placement placement = uri.placement().orElse(worn.getFirst());
    if (!worn.contains(placement)) {
      throw new UsageException(
          "sensor '" + uri.text() + "' has placement=" + placement.key() + ", but this scenario wears only "
              + worn.getFirst().key());
    }
    return new LiveSensor(
        uri.text(),
        placement,
        Drivers.FLATBACK,
        () -> simulatedLink(uri, recording, placement, clock),
        () -> SensorDriver.flatback(placement));
  }

  private static ByteLink simulatedLink(
      SensorUri uri, SimulatedRecording recording, Placement placement, HostClock clock) {
    SimulatedReader reader = recording.open();
    double rateHz = recording.scenario().sensors().rateHz();
    ReferenceSensor sensor = new ReferenceSensor(ReferenceSensor.hello(rateHz, String.format("F1A7BAC0%08X", uri.text().hashCode())), reader, placement);
    return new SimLink(uri.text(), sensor, reader, uri.speed(), clock);
  }

  /** @throws UsageException naming the scenarios there are */
  static Scenario scenario(String name) {
    try {
      return Scenarios.of(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}

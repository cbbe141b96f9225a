package io.flatback.cli;

import io.flatback.cli.live.LiveSensor;
import io.flatback.cli.live.SensorMaker;
import io.flatback.link.HostClock;
import io.flatback.signal.Placement;
import io.flatback.store.Sensor;
import io.flatback.web.ProblemException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sensors that are named while the service runs. Whoever reaches the service may name one, so only devices in reach
 * are let in: serial ports that are listed as such, and Bluetooth devices. No file, no scenario, no host on the
 * network, and no other path of this machine is opened for anybody. Any thread.
 */
record TakenInSensors(Neighbourhood neighbourhood, HostClock clock) implements SensorMaker {
  private static final Logger LOG = LoggerFactory.getLogger(TakenInSensors.class);
  private static final String EXAMPLES = "serial:/dev/ttyACM0, serial:auto or ble:C0:FF:EE:00:00:01";

  @Override
  public LiveSensor named(String address, @Nullable Placement placement) {
    SensorUri uri = parsed(address);
    switch (uri.scheme()) {
      case SERIAL -> requireListed(uri);
      case BLE -> {}
      case TCP, UDP, REPLAY, SIM -> throw ProblemException.sensorNotAllowed(
          "Sensor '" + address + "' is neither a serial port nor a Bluetooth device.",
          "Name it when you start the service: flatback serve --sensor " + address + ".");
    }
    if (placement != null && uri.placement().filter(said -> said != placement).isPresent()) {
      throw ProblemException.badValue(
          "Field 'placement'", "'" + placement.key() + "', and the sensor's address says another", "one placement");
    }
    return made(placement == null ? uri : uri.at(placement));
  }

  private static SensorUri parsed(String address) {
    if (address.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.badValue("Field 'sensor'", "not one line of text", EXAMPLES);
    }
    try {
      return SensorUri.parse(address);
    } catch (UsageException wrong) {
      throw ProblemException.badValue("Field 'sensor'", "'" + address + "' (" + wrong.getMessage() + ")", EXAMPLES);
    }
  }

  private void requireListed(SensorUri uri) {
    boolean listed = neighbourhood.ports().get().stream().anyMatch(port -> port.path().equals(uri.target()));
    if (!listed && !uri.target().equals(SensorUri.AUTO)) {
      throw ProblemException.notFound(
          "serial port " + uri.target() + " in reach", "Plug it in; GET /api/v1/sensors-in-reach lists those there are.");
    }
  }

  private LiveSensor made(SensorUri uri) {
    try {
      return SensorSources.of(uri, clock, neighbourhood);
    } catch (IOException | UsageException wrong) {
      throw ProblemException.badValue("Field 'sensor'", "'" + uri.text() + "' (" + wrong.getMessage() + ")", EXAMPLES);
    }
  }

  @Override
  public Optional<LiveSensor> remembered(Sensor known) {
    try {
      SensorUri uri = SensorUri.parse(known.uri()).at(known.placement());
      return Optional.of(SensorSources.of(uri, clock, neighbourhood));
    } catch (IOException | UsageException wrong) {
      LOG.warn("{} was taken in earlier and can't be now: {}", known.uri(), wrong.getMessage());
      return Optional.empty();
    }
  }
}

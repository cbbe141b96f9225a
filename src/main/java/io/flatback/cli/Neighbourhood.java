package io.flatback.cli;

import io.flatback.link.SerialPorts;
import io.flatback.link.SerialPorts.Port;
import io.flatback.link.ble.SystemBus;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where sensors may be: serial ports and the bus that bluetoothd is on.
 *
 * @param ports opens none
 * @param look how long Bluetooth sensors are looked for
 */
public record Neighbourhood(Supplier<List<Port>> ports, SystemBus bus, Duration look) {
  /** own: sensors advertise every 0.1 to 1 s, and some of it is not heard. */
  private static final Duration LOOK = Duration.ofSeconds(8);

  public static Neighbourhood ofMachine() {
    return new Neighbourhood(SerialPorts::list, SystemBus.ofMachine(), LOOK);
  }
}

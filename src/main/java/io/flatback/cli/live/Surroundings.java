package io.flatback.cli.live;

import io.flatback.cli.reach.BluetoothReach;
import io.flatback.cli.reach.PortAnswer;
import io.flatback.cli.reach.Reach;
import io.flatback.cli.reach.SerialReach;
import io.flatback.link.SerialPorts;
import io.flatback.web.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the service finds around itself: sensors in reach, ways to listen to them, and what would stop it.
 *
 * @param doctor may take a second
 */
public record Surroundings(Reach reach, SensorMaker maker, Supplier<List<Finding>> doctor) {

  /** Shows the ports of this machine, and opens none. */
  public static Surroundings none() {
    SerialReach serial = new SerialReach(SerialPorts::list, port -> PortAnswer.NOT_ASKED);
    return new Surroundings(
        new Reach(serial, new BluetoothReach(List::of, Map.of())), SensorMaker.NONE, List::of);
  }
}

package io.flatback.cli.reach;

import io.flatback.web.InReach;
import io.flatback.web.PortChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that a running service could listen to. Any thread. */
public record Reach(SerialReach serial, BluetoothReach bluetooth) implements AutoCloseable {

  /** @param ask everybody there; else only what is known by now is told */
  public List<InReach> inReach(boolean ask, Set<String> addressesInUse) {
    return Stream.concat(
            (ask ? serial.ask(addressesInUse) : serial.look(addressesInUse)).stream(),
            (ask ? bluetooth.ask(addressesInUse) : bluetooth.look(addressesInUse)).stream())
        .toList();
  }

  /** @see SerialReach#news */
  public List<PortChange> news() {
    return serial.news();
  }

  @Override
  public void close() {
    serial.close();
    bluetooth.close();
  }
}

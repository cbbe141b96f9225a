package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.freedesktop.dbus.types.Variant;

/** The Bluetooth adapters of this machine: whether any may be used, and looking for devices with them. One thread. */
final class BleRadio {
  private final Bluez bluez;
  private boolean looking;

  BleRadio(Bluez bluez) {
    this.bluez = bluez;
  }

  /** @throws LinkLostException when there is none, or all are switched off */
  List<BluezObject> adapters() throws LinkLostException {
    List<BluezObject> all = bluez.objects().all(Bluez.ADAPTER);
    List<BluezObject> on = all.stream().filter(one -> one.is("Powered")).toList();
    if (on.isEmpty()) {
      throw new LinkLostException(all.isEmpty() ? BleWords.noAdapter() : BleWords.switchedOff(names(all)));
    }
    return on;
  }

  /** E.g. {@code hci0}. */
  static String names(List<BluezObject> adapters) {
    return adapters.stream()
        .map(one -> one.path().substring(one.path().lastIndexOf('/') + 1))
        .collect(Collectors.joining(", "));
  }

  /**
   * Looks for LE devices, whatever services they tell of: an advertisement has no room for all. Goes on until {@link
   * #stopLooking}, or the conversation ends.
   */
  void look() throws LinkLostException {
    if (looking) {
      return;
    }
    for (BluezObject adapter : adapters()) {
      try {
        bluez.call(adapter.path(), Bluez.ADAPTER, "SetDiscoveryFilter", Bluez.SOON, "a{sv}",
            Map.of("Transport", new Variant<>("le")));
        bluez.call(adapter.path(), Bluez.ADAPTER, "StartDiscovery", Bluez.SOON, "");
        looking = true;
      } catch (BluezException refused) {
        tolerate(refused);
      }
    }
  }

  /** Another program may be looking already, and an adapter may just be going off: who waits sees that for himself. */
  private static void tolerate(BluezException refused) throws LinkLostException {
    switch (refused.kind()) {
      case "InProgress", "NotReady", "Failed" -> {}
      case "AccessDenied", "NotAuthorized", "NotPermitted" ->
          throw new LinkLostException(BleWords.notAllowed(), refused);
      default -> throw new LinkLostException(BleWords.daemonFailed(refused.reason()), refused);
    }
  }

  /** Some adapters can't connect while they look. */
  void stopLooking() throws LinkLostException {
    if (!looking) {
      return;
    }
    looking = false;
    for (BluezObject adapter : adapters()) {
      try {
        bluez.call(adapter.path(), Bluez.ADAPTER, "StopDiscovery", Bluez.SOON, "");
      } catch (BluezException notLooking) {
        // All that was wanted.
      }
    }
  }
}

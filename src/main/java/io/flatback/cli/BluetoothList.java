package io.flatback.cli;

import io.flatback.link.LinkLostException;
import io.flatback.link.ble.BleScan;
import io.flatback.link.ble.SystemBus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The sensors in reach of Bluetooth, told by the services they advertise; nothing is connected to ask. */
record BluetoothList(SystemBus bus, Duration duration) {
  /** own: a sensor that is on advertises once a second at the least. */
  static final Duration DURATION = Duration.ofSeconds(5);

  /** Lines to print; why there are none when there is no Bluetooth. */
  String text() {
    List<BleScan.Found> found;
    try {
      found = BleScan.of(bus, duration);
    } catch (LinkLostException e) {
      return "Bluetooth: " + e.getMessage() + "\n";
    }
    StringBuilder text = new StringBuilder();
    int others = 0;
    for (BleScan.Found one : found) {
      List<String> drivers = drivers(one);
      if (drivers.isEmpty()) {
        others++;
      } else {
        text.append(line(one, drivers));
      }
    }
    return text + summary(text.isEmpty(), others);
  }

  private static List<String> drivers(BleScan.Found one) {
    return Drivers.BY_BLUETOOTH.stream().filter(name -> one.has(Drivers.bluetooth(name).service())).toList();
  }

  private static String line(BleScan.Found one, List<String> drivers) {
    String driver = "driver " + String.join(" or ", drivers);
    String signal =
        one.signalDbm().isPresent()
            ? String.format(Locale.ROOT, ", signal %d dBm", one.signalDbm().getAsInt())
            : "";
    String battery =
        one.batteryPercent().isPresent() ? ", battery " + one.batteryPercent().getAsInt() + " %" : "";
    String held = one.connected() ? ", connected already" : "";
    return String.format("ble:%-23s %s (%s%s%s%s)%n", one.address(), one.name(), driver, signal, battery, held);
  }

  private static String summary(boolean none, int others) {
    if (none) {
      return "No sensor by Bluetooth (" + others + " other devices in reach): switch it on and bring it closer.\n";
    }
    return others == 0 ? "" : "and " + others + " other Bluetooth devices.\n";
  }
}

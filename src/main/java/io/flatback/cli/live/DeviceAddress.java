package io.flatback.cli.live;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/** Which device an address names, however it is written: without its parameters, by the port that a link leads to. */
final class DeviceAddress {
  private static final String SERIAL = "serial:";
  private static final String BLE = "ble:";

  private DeviceAddress() {}

  static boolean isAmong(String address, Collection<String> others) {
    String device = of(address);
    return others.stream().anyMatch(other -> of(other).equals(device));
  }

  static String of(String address) {
    if (!address.startsWith(SERIAL) && !address.startsWith(BLE)) {
      return address; // A recording or a simulated lifter may be played twice.
    }
    String plain = address.replaceFirst("\\?.*$", "");
    return plain.startsWith(SERIAL + "/")
        ? SERIAL + port(plain.substring(SERIAL.length()))
        : plain.startsWith(BLE) ? plain.toUpperCase(Locale.ROOT).replace('-', ':') : plain;
  }

  private static String port(String path) {
    try {
      return Path.of(path).toRealPath().toString();
    } catch (IOException | InvalidPathException notThere) {
      return path;
    }
  }
}

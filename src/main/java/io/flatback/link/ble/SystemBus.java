package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The message bus that bluetoothd is on.
 *
 * @param address as D-Bus writes it, e.g. {@code unix:path=/run/dbus/system_bus_socket}
 */
public record SystemBus(String address) {
  private static final String SETTING = "DBUS_SYSTEM_BUS_ADDRESS";
  private static final String STANDARD = "unix:path=/run/dbus/system_bus_socket";
  private static final String UNIX_PATH = "unix:path=";

  /** This machine's, or the one that the system property or variable {@code DBUS_SYSTEM_BUS_ADDRESS} names. */
  public static SystemBus ofMachine() {
    String set = System.getProperty(SETTING, System.getenv().getOrDefault(SETTING, ""));
    return new SystemBus(set.isEmpty() ? STANDARD : set);
  }

  /** An address may be a list; the first is used. */
  String first() {
    return address.split(";", 2)[0];
  }

  /** Told before the library tries, as it says less and takes longer. */
  void requireThere() throws LinkLostException {
    String first = first();
    if (!first.startsWith(UNIX_PATH)) {
      return;
    }
    Path socket = Path.of(first.substring(UNIX_PATH.length()).split(",", 2)[0]);
    if (Files.exists(socket)) {
      return;
    }
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    throw new LinkLostException(linux ? BleWords.noBus(socket.toString()) : BleWords.notLinux());
  }
}

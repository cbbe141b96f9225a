package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** Bonds with a device that asks for it. */
final class BlePairing {
  /** own: people look for the button. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** ATT errors 05, 08, 0c and 0f: authentication, authorisation, key size, encryption. */
  private static final List<String> ATT_ERRORS = List.of("0x05", "0x08", "0x0c", "0x0f");

  private final Bluez bluez;
  private final BleName name;

  BlePairing(Bluez bluez, BleName name) {
    this.bluez = bluez;
    this.name = name;
  }

  /** Whether a device turned something down because it is not bonded. */
  static boolean isWanted(BluezException refused) {
    String said = refused.reason().toLowerCase(Locale.ROOT);
    return switch (refused.kind()) {
      case "NotPermitted", "NotAuthorized" -> true;
      case "Failed" -> said.contains("not paired") || said.contains("insufficient")
          || ATT_ERRORS.stream().anyMatch(said::contains);
      default -> false;
    };
  }

  /** @throws LinkLostException when the device will not, or has forgotten an earlier bond */
  void pair(BluezObject device) throws LinkLostException {
    if (device.is("Paired")) {
      throw lost(BleWords.bondForgotten(device.text("Address")));
    }
    try {
      bluez.offer(PairingAgent.PATH, new PairingAgent(device.path()));
      bluez.call(Bluez.ROOT, Bluez.AGENT_MANAGER, "RegisterAgent", Bluez.SOON, "os",
          new DBusPath(PairingAgent.PATH), PairingAgent.CAPABILITY);
      bluez.call(device.path(), Bluez.DEVICE, "Pair", PATIENCE, "");
      bluez.call(device.path(), Bluez.PROPERTIES, "Set", Bluez.SOON, "ssv",
          Bluez.DEVICE, "Trusted", new Variant<>(true));
    } catch (BluezException refused) {
      if (!refused.kind().equals("AlreadyExists")) {
        throw lost(BleWords.pairingRefused(refused.reason()));
      }
    }
  }

  private LinkLostException lost(String words) {
    return new LinkLostException(name.asSensor() + " " + words);
  }
}

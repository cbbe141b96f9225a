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

  /**
   * From now on bluetoothd may bond with the device: by itself when the device turns something down for want of a
   * bond, and only while somebody is there to answer for this machine. Who may not be asked leaves it unbonded.
   */
  void allow(String devicePath) throws LinkLostException {
    bluez.offer(PairingAgent.PATH, new PairingAgent(devicePath));
    tell("RegisterAgent", "os", new DBusPath(PairingAgent.PATH), PairingAgent.CAPABILITY);
  }

  /** No other device is let in either: a machine with somebody to answer takes whoever asks without codes. */
  void allowNoMore() throws LinkLostException {
    tell("UnregisterAgent", "o", new DBusPath(PairingAgent.PATH));
  }

  private void tell(String method, String signature, Object... args) throws LinkLostException {
    try {
      bluez.call(Bluez.ROOT, Bluez.AGENT_MANAGER, method, Bluez.SOON, signature, args);
    } catch (BluezException refused) {
      // Pairing, if the device asks for it, then says why not.
    }
  }

  /**
   * Connects the device too, if it has hung up.
   *
   * @throws LinkLostException when the device will not, or has forgotten an earlier bond
   */
  void pair(BluezObject device) throws LinkLostException {
    if (device.is("Paired")) {
      throw lost(BleWords.bondForgotten(device.text("Address")));
    }
    try {
      bluez.call(device.path(), Bluez.DEVICE, "Pair", PATIENCE, "");
    } catch (BluezException refused) {
      switch (refused.kind()) {
        case "AlreadyExists" -> {}
        case "ConnectionAttemptFailed" -> throw lost(BleWords.disconnected());
        default -> throw lost(BleWords.pairingRefused(refused.reason()));
      }
    }
  }

  /** Lets a bonded device come back by itself. */
  void trust(String devicePath) throws LinkLostException {
    try {
      bluez.call(devicePath, Bluez.PROPERTIES, "Set", Bluez.SOON, "ssv",
          Bluez.DEVICE, "Trusted", new Variant<>(true));
    } catch (BluezException refused) {
      // It is asked for instead.
    }
  }

  private LinkLostException lost(String words) {
    return new LinkLostException(name.asSensor() + " " + words);
  }
}

package io.flatback.link.ble;

import java.util.List;
import java.util.UUID;

/** Why Bluetooth does not work, each with what to do about it; for a person to read. */
final class BleWords {
  private static final String BY_USB = "or connect the sensor by USB";

  private BleWords() {}

  static String notLinux() {
    return "Bluetooth is read through BlueZ, which only Linux has: connect the sensor by USB and name its port,"
        + " as in serial:COM3";
  }

  static String noBus(String socket) {
    return "the D-Bus system bus is not running (" + socket + " is not there): install and start dbus, " + BY_USB;
  }

  static String noMachineId() {
    return "this machine has no D-Bus machine id: sudo dbus-uuidgen --ensure, " + BY_USB;
  }

  static String busRefused(String said) {
    return "the D-Bus system bus can't be used (" + said + "): check that dbus runs, " + BY_USB;
  }

  static String busGone() {
    return "the D-Bus system bus has stopped: start dbus again, " + BY_USB;
  }

  static String notAllowed() {
    return "this user may not use Bluetooth: sudo usermod -aG bluetooth " + System.getProperty("user.name", "$USER")
        + ", then log out and in again";
  }

  static String noDaemon() {
    return "bluetoothd is not running: sudo systemctl enable --now bluetooth (package bluez), " + BY_USB;
  }

  static String daemonGone() {
    return "bluetoothd has stopped: sudo systemctl restart bluetooth";
  }

  static String daemonFailed(String said) {
    return "bluetoothd does not answer (" + said + "): sudo systemctl restart bluetooth";
  }

  static String noAdapter() {
    return "no Bluetooth adapter is there: plug one in, " + BY_USB;
  }

  /** @param adapters e.g. {@code hci0} */
  static String switchedOff(String adapters) {
    return "Bluetooth is switched off (" + adapters
        + "): bluetoothctl power on; if it stays off, rfkill unblock bluetooth";
  }

  static String notInReach() {
    return "is not in reach: switch the sensor on and bring it closer; flatback sensors lists those in reach";
  }

  static String severalOfThatName(List<String> addresses) {
    return "is the name of several devices: name one by its address, " + String.join(" or ", addresses);
  }

  static String noAnswer(String said) {
    return "does not answer (" + said + "): switch the sensor on, bring it closer, and let no other program or"
        + " phone hold it";
  }

  static String noService(UUID service, List<String> found) {
    String has = found.isEmpty() ? "none" : String.join(", ", found);
    return "has no service " + service + " (it has " + has + "): it is another kind of sensor, name its maker by"
        + " driver=, or choose another one";
  }

  static String noCharacteristic(UUID service, String property) {
    return "has the service " + service + ", but nothing in it can " + property
        + ": update the sensor's firmware, or choose another sensor";
  }

  static String pairingRefused(String said) {
    return "refused to pair (" + said + "): press the sensor's button and try within a minute";
  }

  static String bondForgotten(String address) {
    return "no longer knows this machine: bluetoothctl remove " + address + ", then press the sensor's button";
  }

  static String notSubscribed(String said) {
    return "will not send (" + said + "): switch the sensor off and on";
  }

  static String notWritten(String said) {
    return "can't be written to (" + said + "): bring it closer, or switch it off and on";
  }

  /** @param pieces that have come */
  static String inPieces(int roomBytes, int wholeBytes, long pieces) {
    return "the link takes " + roomBytes + " bytes a notification, a frame of five readings has " + wholeBytes
        + ": frames come in pieces (" + pieces + " so far) and are put together; another Bluetooth adapter may take more";
  }

  static String disconnected() {
    return "has lost its connection: bring the sensor closer, or check its battery";
  }

  static String closed() {
    return "has been closed: open it again";
  }

  static String interrupted() {
    return "was interrupted: open it again";
  }
}

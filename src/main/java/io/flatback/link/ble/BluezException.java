package io.flatback.link.ble;

/** A call that bluetoothd, or the bus, turned down. */
final class BluezException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;

  /**
   * @param name e.g. {@code org.bluez.Error.NotReady}
   * @param message what it says about it; may be empty
   */
  BluezException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The last part of its name, e.g. {@code NotReady}. */
  String kind() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** For people: what was said, or else the kind. */
  String reason() {
    String said = String.valueOf(getMessage());
    return said.isEmpty() ? kind() : said;
  }
}

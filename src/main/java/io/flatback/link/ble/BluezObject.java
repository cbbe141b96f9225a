package io.flatback.link.ble;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One of bluetoothd's objects as it was last told, by one of its interfaces.
 *
 * @param path e.g. {@code /org/bluez/hci0/dev_C0_FF_EE_00_00_01}
 * @param properties plain values by name
 */
record BluezObject(String path, Map<String, Object> properties) {
  /** Of the HCI: the adapter can't tell. */
  private static final int UNKNOWN_DBM = 127;

  BluezObject {
    properties = Map.copyOf(properties);
  }

  /** Empty when it has none. */
  String text(String property) {
    return properties.get(property) instanceof String text ? text : "";
  }

  boolean is(String property) {
    return Boolean.TRUE.equals(properties.get(property));
  }

  OptionalInt number(String property) {
    return properties.get(property) instanceof Number number
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }

  /** How strongly a device is heard; empty when it is not, or the adapter does not tell. */
  OptionalInt signalDbm() {
    OptionalInt heard = number("RSSI");
    return heard.equals(OptionalInt.of(UNKNOWN_DBM)) ? OptionalInt.empty() : heard;
  }

  List<String> texts(String property) {
    return properties.get(property) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}

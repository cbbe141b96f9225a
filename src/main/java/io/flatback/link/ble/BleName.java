package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the user calls a device: its address, with colons or dashes, or the name it gives itself.
 *
 * @param text e.g. {@code C0:FF:EE:00:00:01} or {@code flatback 01}
 */
record BleName(String text) {
  private static final Pattern ADDRESS = Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

  /** How it is written as a sensor. */
  String asSensor() {
    return "ble:" + text;
  }

  /**
   * @return the device, if it is among these; one that is in reach or connected before one that is only remembered
   * @throws LinkLostException when the name fits several
   */
  Optional<BluezObject> among(List<BluezObject> devices) throws LinkLostException {
    List<BluezObject> named = devices.stream().filter(this::fits).toList();
    List<BluezObject> here = named.stream().filter(BleName::isHere).toList();
    List<BluezObject> best = here.isEmpty() ? named : here;
    if (best.stream().map(one -> one.text("Address")).distinct().count() > 1) {
      throw new LinkLostException(
          asSensor() + " " + BleWords.severalOfThatName(best.stream().map(one -> one.text("Address")).toList()));
    }
    return best.stream().findFirst();
  }

  private boolean fits(BluezObject device) {
    return ADDRESS.matcher(text).matches()
        ? device.text("Address").equals(text.toUpperCase(Locale.ROOT).replace('-', ':'))
        : device.text("Name").equals(text) || device.text("Alias").equals(text);
  }

  private static boolean isHere(BluezObject device) {
    return device.is("Connected") || device.number("RSSI").isPresent();
  }
}

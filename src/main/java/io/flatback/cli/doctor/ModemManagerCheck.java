package io.flatback.cli.doctor;

import io.flatback.web.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** ModemManager opens serial ports to ask whether a modem is there: a sensor is busy for seconds, and hears AT commands. */
record ModemManagerCheck(Machine machine, Udev udev) {
  private static final String SUBJECT = "ModemManager";
  private static final String RULES = "/etc/udev/rules.d/99-flatback-modem.rules";

  List<Finding> of(List<String> devices) {
    if (!machine.runs(SUBJECT)) {
      return List.of();
    }
    List<String> asked =
        devices.stream()
            .filter(device -> udev.usbOf(device).isPresent())
            .filter(device -> !udev.isLeftAloneByModemManager(device))
            .toList();
    if (asked.isEmpty()) {
      return List.of(Finding.good(SUBJECT, "runs, and leaves the ports here alone"));
    }
    return List.of(
        Finding.bad(
            SUBJECT,
            "runs, and may hold " + String.join(", ", asked) + " for some seconds after it is plugged in: the port is in use,"
                + " or the sensor is silent at first",
            "put into " + RULES + ": " + rules(asked) + ", then " + Udev.RELOAD
                + ", and plug the sensor in again; without a modem: sudo systemctl disable --now ModemManager"));
  }

  private String rules(List<String> devices) {
    return devices.stream()
        .flatMap(device -> udev.usbOf(device).stream())
        .distinct()
        .map(id -> String.format(
            "ATTRS{idVendor}==\"%s\", ATTRS{idProduct}==\"%s\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"", id.vendor(), id.product()))
        .collect(Collectors.joining(" and, on a line of its own, "));
  }
}

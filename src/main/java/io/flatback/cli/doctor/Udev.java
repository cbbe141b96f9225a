package io.flatback.cli.doctor;

import java.util.Optional;

/** What the machine knows of a serial port's device, by the files of kernel and udev. */
record Udev(Machine machine) {
  static final String RELOAD = "sudo udevadm control --reload && sudo udevadm trigger";
  /** A port hangs below its USB interface, which hangs below the device that has the numbers. */
  private static final int MOST_STEPS_UP = 3;

  /** @param vendor four hexadecimal digits */
  record UsbId(String vendor, String product) {}

  /** Empty for a port that is not of USB. */
  Optional<UsbId> usbOf(String device) {
    StringBuilder up = new StringBuilder("/sys/class/tty/" + nameOf(device) + "/device");
    for (int step = 0; step < MOST_STEPS_UP; step++) {
      up.append("/..");
      Optional<UsbId> found = usbAt(up.toString());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<UsbId> usbAt(String directory) {
    return machine.text(directory + "/idVendor")
        .flatMap(vendor -> machine.text(directory + "/idProduct").map(product -> new UsbId(vendor, product)));
  }

  /** A rule that somebody has put there before says so. */
  boolean isLeftAloneByModemManager(String device) {
    return machine.text("/sys/class/tty/" + nameOf(device) + "/dev")
        .flatMap(number -> machine.text("/run/udev/data/c" + number))
        .filter(known -> known.contains("ID_MM_DEVICE_IGNORE=1") || known.contains("ID_MM_PORT_IGNORE=1"))
        .isPresent();
  }

  private static String nameOf(String device) {
    return device.substring(device.lastIndexOf('/') + 1);
  }
}

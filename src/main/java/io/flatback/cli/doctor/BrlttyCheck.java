package io.flatback.cli.doctor;

import io.flatback.cli.doctor.Udev.UsbId;
import io.flatback.web.Finding;
import java.util.List;
import java.util.Set;

/**
 * brltty takes certain USB-to-serial chips for braille displays: the port is there for a moment, and gone. By the
 * numbers in its own udev rules: CH340, CP210x, FT232.
 */
record BrlttyCheck(Machine machine, Udev udev) {
  private static final String SUBJECT = "brltty";
  private static final Set<UsbId> TAKEN =
      Set.of(new UsbId("1a86", "7523"), new UsbId("10c4", "ea60"), new UsbId("0403", "6001"));
  private static final List<String> RULE_DIRECTORIES = List.of("/usr/lib/udev/rules.d", "/lib/udev/rules.d");
  private static final String OWN_RULES = "/etc/udev/rules.d/";

  List<Finding> of(List<String> devices) {
    boolean hasPort = devices.stream().anyMatch(device -> udev.usbOf(device).filter(TAKEN::contains).isPresent());
    boolean isPlugged =
        machine.names("/sys/bus/usb/devices").stream()
            .anyMatch(name -> udev.usbAt("/sys/bus/usb/devices/" + name).filter(TAKEN::contains).isPresent());
    boolean hasTaken = isPlugged && !hasPort && !rules().isEmpty();
    if (!machine.runs(SUBJECT) && !hasTaken) {
      return List.of();
    }
    String found =
        hasTaken
            ? "a CH340, CP210x or FT232 is plugged in and has no port: brltty takes it for a braille display"
            : "runs, and takes CH340, CP210x and FT232 for braille displays: their ports vanish a moment after they come";
    return List.of(Finding.bad(SUBJECT, found, remedy()));
  }

  private List<String> rules() {
    return RULE_DIRECTORIES.stream()
        .flatMap(directory -> machine.names(directory).stream())
        .filter(name -> name.contains(SUBJECT) && !isMasked(name))
        .distinct()
        .toList();
  }

  /** An own rule of the same name stands in for the packaged one. */
  private boolean isMasked(String name) {
    return machine.names(OWN_RULES).contains(name);
  }

  private String remedy() {
    List<String> rules = rules();
    String mask =
        rules.isEmpty()
            ? "sudo systemctl disable --now brltty"
            : "sudo ln -s /dev/null " + OWN_RULES + rules.getFirst() + " && " + Udev.RELOAD;
    return "without a braille display: " + mask + ", and plug the sensor in again";
  }
}

package io.flatback.cli.doctor;

import io.flatback.link.LinkLostException;
import io.flatback.link.ble.BleScan;
import io.flatback.link.ble.SystemBus;
import io.flatback.web.Finding;
import java.util.List;
import java.util.Optional;

/** From the switch on the radio up to the adapter that bluetoothd offers: the first that is amiss. */
record BluetoothCheck(Machine machine, SystemBus bus) {
  private static final String SUBJECT = "Bluetooth";
  private static final String SWITCHES = "/sys/class/rfkill";

  Finding finding() {
    Optional<Finding> blocked = blocked();
    return blocked.isPresent() ? blocked.get() : ofBluez();
  }

  private Optional<Finding> blocked() {
    List<String> switches =
        machine.names(SWITCHES).stream()
            .map(name -> SWITCHES + "/" + name)
            .filter(one -> machine.text(one + "/type").filter("bluetooth"::equals).isPresent())
            .toList();
    boolean someOn = switches.stream().anyMatch(one -> isOff(one, "soft") && isOff(one, "hard"));
    if (switches.isEmpty() || someOn) {
      return Optional.empty();
    }
    boolean hard = switches.stream().anyMatch(one -> !isOff(one, "hard"));
    return Optional.of(
        hard
            ? Finding.bad(SUBJECT, "its radio is switched off at the machine", "use the machine's switch or key for it, or leave flight mode")
            : Finding.bad(SUBJECT, "its radio is blocked", "rfkill unblock bluetooth, then bluetoothctl power on"));
  }

  private boolean isOff(String radioSwitch, String kind) {
    return machine.text(radioSwitch + "/" + kind).orElse("0").equals("0");
  }

  private Finding ofBluez() {
    try {
      return Finding.good(SUBJECT, BleScan.adapters(bus) + " is on");
    } catch (LinkLostException e) {
      String said = String.valueOf(e.getMessage());
      int remedy = said.lastIndexOf("): ") >= 0 ? said.lastIndexOf("): ") + 1 : said.indexOf(": ");
      return remedy < 0
          ? Finding.bad(SUBJECT, said, "")
          : Finding.bad(SUBJECT, said.substring(0, remedy), said.substring(remedy + 2));
    }
  }
}

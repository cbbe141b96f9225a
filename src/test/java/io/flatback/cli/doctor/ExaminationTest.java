package io.flatback.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.link.SerialPorts.Port;
import io.flatback.link.ble.SystemBus;
import io.flatback.web.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
  private static final String PORT = "/dev/ttyUSB0";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final List<Port> ports = new ArrayList<>();
  @TempDir private Path root;
  private PaperMachine machine;

  @BeforeEach
  void aMachineOfAda() {
    machine = new PaperMachine(root);
    machine.user("ada", "1000").has("/etc/group", "dialout:x:20:\nada:x:1000:");
  }

  private List<Finding> examine() {
    return new Examination(root, () -> ports, new SystemBus("unix:path=/nowhere/bus")).findings(machine, NOW);
  }

  private List<Finding> about(String subject) {
    return examine().stream().filter(finding -> finding.subject().equals(subject)).toList();
  }

  private Finding only(String subject) {
    assertThat(about(subject)).hasSize(1);
    return about(subject).getFirst();
  }

  private void plugIn(String vendor, String product) {
    machine.usbPort("ttyUSB0", vendor, product);
    ports.add(new Port(PORT, ""));
  }

  @Test
  void aPortThatMayBeOpenedIsWell() {
    plugIn("2886", "8045");
    assertThat(only("port")).isEqualTo(Finding.good("port", PORT + " may be opened"));
    assertThat(about("ModemManager")).isEmpty();
    assertThat(about("brltty")).isEmpty();
  }

  @Test
  void whoIsNotInTheGroupIsToldTheCommand() {
    plugIn("2886", "8045");
    machine.closedPort(PORT, "dialout");
    assertThat(only("port").text()).isEqualTo(PORT + " belongs to the group dialout, which ada is not in");
    assertThat(only("port").remedy()).isEqualTo("sudo usermod -aG dialout ada, then log out and in again");
  }

  @Test
  void whoJoinedAfterTheLogInIsToldToLogInAgain() {
    plugIn("2886", "8045");
    machine.closedPort(PORT, "dialout").has("/etc/group", "dialout:x:20:bob,ada\nada:x:1000:");
    assertThat(only("port").text()).contains("ada is in the group dialout", "logged in before that");
    assertThat(only("port").remedy()).startsWith("log out and in again").doesNotContain("usermod");
    machine.user("ada", "1000 20");
    assertThat(only("port").text()).contains("may not be opened, though ada is in its group");
  }

  @Test
  void aPortOfRootAloneNeedsARule() {
    plugIn("2886", "8045");
    machine.closedPort(PORT, "root");
    assertThat(only("port").remedy()).contains("GROUP=\"dialout\"", "udevadm control --reload").doesNotContain("usermod");
  }

  @Test
  void modemManagerIsToldOfWithTheRuleThatKeepsItAway() {
    plugIn("2886", "8045");
    machine.runs(411, "ModemManager");
    assertThat(only("ModemManager").good()).isFalse();
    assertThat(only("ModemManager").text()).contains(PORT, "some seconds");
    assertThat(only("ModemManager").remedy())
        .contains("ATTRS{idVendor}==\"2886\", ATTRS{idProduct}==\"8045\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"", "udevadm");
    machine.has("/run/udev/data/c188:0", "E:ID_MM_DEVICE_IGNORE=1");
    assertThat(only("ModemManager").good()).as("somebody has put the rule there").isTrue();
  }

  @Test
  void modemManagerDoesNotMatterWithoutAPortByUsb() {
    machine.runs(411, "ModemManager").has("/dev/ttyS0", "");
    ports.add(new Port("/dev/ttyS0", ""));
    assertThat(only("ModemManager").good()).isTrue();
  }

  @Test
  void brlttyIsToldOfWhileItRunsAndWhereItHasTakenAPort() {
    plugIn("1a86", "7523");
    machine.has("/usr/lib/udev/rules.d/90-brltty-device.rules", "");
    assertThat(about("brltty")).as("the port is there").isEmpty();
    machine.runs(77, "brltty");
    assertThat(only("brltty").text()).contains("vanish");
    assertThat(only("brltty").remedy()).contains("ln -s /dev/null /etc/udev/rules.d/90-brltty-device.rules");
  }

  @Test
  void aChipWithoutItsPortIsBrlttysWhereItHasARuleForIt() {
    machine.has("/sys/bus/usb/devices/1-1/idVendor", "10c4").has("/sys/bus/usb/devices/1-1/idProduct", "ea60");
    assertThat(about("brltty")).isEmpty();
    machine.has("/lib/udev/rules.d/85-brltty.rules", "");
    assertThat(only("brltty").text()).contains("has no port");
    machine.has("/etc/udev/rules.d/85-brltty.rules", "");
    assertThat(about("brltty")).as("masked").isEmpty();
  }

  @Test
  void aBlockedRadioIsToldBeforeTheBus() {
    assertThat(only("Bluetooth").text()).contains("D-Bus");
    assertThat(only("Bluetooth").remedy()).startsWith("install and start dbus");
    String radio = "/sys/class/rfkill/rfkill0";
    machine.has(radio + "/type", "bluetooth").has(radio + "/soft", "1").has(radio + "/hard", "0");
    assertThat(only("Bluetooth").remedy()).contains("rfkill unblock bluetooth");
    machine.has(radio + "/hard", "1");
    assertThat(only("Bluetooth").remedy()).contains("switch or key");
    machine.has(radio + "/hard", "0").has(radio + "/soft", "0");
    assertThat(only("Bluetooth").text()).contains("D-Bus");
  }

  @Test
  void everythingThatIsAmissHasARemedy() {
    plugIn("1a86", "7523");
    machine.closedPort(PORT, "dialout").runs(1, "ModemManager").runs(2, "brltty");
    assertThat(examine()).filteredOn(finding -> !finding.good()).hasSize(4)
        .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
  }
}

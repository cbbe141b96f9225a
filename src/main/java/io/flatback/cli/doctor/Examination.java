package io.flatback.cli.doctor;

import io.flatback.link.SerialPorts.Port;
import io.flatback.link.ble.SystemBus;
import io.flatback.web.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Looks this machine over: Java, disk, clock, serial ports, who else grabs them, Bluetooth. Opens no port.
 *
 * @param data where recordings are to be kept
 */
public record Examination(Path data, Supplier<List<Port>> ports, SystemBus bus) {
  private static final int LEAST_JAVA = 21;
  /** own: about a month of daily sessions of two sensors. */
  private static final long LEAST_FREE_BYTES = 200_000_000;

  private static final double BYTES_PER_GIGABYTE = 1e9;
  /** The source was written then: a clock before it is wrong. */
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  /** May take a second, as it asks bluetoothd. */
  public List<Finding> findings() {
    return findings(FilesOfMachine.THIS, Instant.now());
  }

  List<Finding> findings(Machine machine, Instant now) {
    List<Finding> findings = new ArrayList<>(List.of(java(), disk(), clock(now)));
    findings.addAll(ports(machine));
    findings.add(new BluetoothCheck(machine, bus).finding());
    return findings;
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String found = Runtime.version() + " in " + System.getProperty("java.home");
    return feature >= LEAST_JAVA ? Finding.good("Java", found) : Finding.bad("Java", found, "install Java 21 or newer");
  }

  private Finding disk() {
    Path place = data.toAbsolutePath();
    try {
      double gigabytes = Files.getFileStore(place).getUsableSpace() / BYTES_PER_GIGABYTE;
      String free = String.format(Locale.ROOT, "%.1f GB free in %s", gigabytes, place);
      if (gigabytes * BYTES_PER_GIGABYTE < LEAST_FREE_BYTES) {
        return Finding.bad("disk", free, "free at least 0.2 GB");
      }
      return Files.isWritable(place)
          ? Finding.good("disk", free)
          : Finding.bad("disk", place + " may not be written to", "choose another directory with --data");
    } catch (IOException e) {
      return Finding.bad("disk", place + " is not there", "create it, or choose another with --data");
    }
  }

  static Finding clock(Instant now) {
    return now.isBefore(EARLIEST)
        ? Finding.bad("clock", now + " is in the past", "Set the date, e.g. with timedatectl set-ntp true")
        : Finding.good("clock", now.toString());
  }

  private List<Finding> ports(Machine machine) {
    List<String> devices;
    try {
      devices = ports.get().stream().map(Port::path).toList();
    } catch (IllegalStateException | LinkageError e) {
      return List.of(
          Finding.bad("ports", "the serial library does not load (" + e.getMessage() + ")",
              "start by ./flatback, with a home directory that can be written to"));
    }
    Udev udev = new Udev(machine);
    PortCheck check = new PortCheck(machine, User.of(machine));
    List<Finding> findings = new ArrayList<>(devices.stream().map(check::of).toList());
    if (devices.isEmpty()) {
      findings.add(Finding.good("ports", "no serial port: plug a sensor in by USB to see it here"));
    }
    findings.addAll(new ModemManagerCheck(machine, udev).of(devices));
    findings.addAll(new BrlttyCheck(machine, udev).of(devices));
    return findings;
  }
}

package io.flatback.cli;

import io.flatback.link.LinkLostException;
import io.flatback.link.SerialPorts;
import io.flatback.link.ble.BleScan;
import io.flatback.link.ble.SystemBus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What on this machine would stop flatback, each with its remedy. */
@Command(
    name = "doctor",
    description = "Check this machine: Java, ports, disk, clock, Bluetooth; each with its remedy.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final int LEAST_JAVA = 21;
  /** own: about a month of daily sessions of two sensors. */
  private static final long LEAST_FREE_BYTES = 200_000_000;

  private static final double BYTES_PER_GIGABYTE = 1e9;
  /** The source was written then: a clock before it is wrong. */
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private final Terminal terminal;

  @Option(names = "--data", paramLabel = "DIR", description = "Where recordings are to be kept (default: here).")
  private Path data = Path.of("");

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One line of the examination. */
  record Finding(boolean good, String subject, String text) {
    String line() {
      return String.format("%-5s %-10s %s%n", good ? "ok" : "CHECK", subject, text);
    }
  }

  @Override
  public Integer call() throws OutputException {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(disk());
    findings.add(clock(Instant.now()));
    findings.addAll(ports());
    findings.add(bluetooth(SystemBus.ofMachine()));
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding.line()));
    terminal.print(text.toString());
    return ExitCode.DONE.number();
  }

  static Finding bluetooth(SystemBus bus) {
    try {
      return new Finding(true, "Bluetooth", BleScan.adapters(bus) + " is on");
    } catch (LinkLostException e) {
      return new Finding(false, "Bluetooth", String.valueOf(e.getMessage()));
    }
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String found = Runtime.version() + " in " + System.getProperty("java.home");
    return new Finding(
        feature >= LEAST_JAVA, "Java", feature >= LEAST_JAVA ? found : found + ": install Java 21 or newer");
  }

  private Finding disk() {
    Path place = data.toAbsolutePath();
    try {
      double gigabytes = Files.getFileStore(place).getUsableSpace() / BYTES_PER_GIGABYTE;
      String free = String.format(Locale.ROOT, "%.1f GB free in %s", gigabytes, place);
      if (gigabytes * BYTES_PER_GIGABYTE < LEAST_FREE_BYTES) {
        return new Finding(false, "disk", free + ": free at least 0.2 GB");
      }
      return Files.isWritable(place)
          ? new Finding(true, "disk", free)
          : new Finding(false, "disk", place + " may not be written to: choose another directory with --data");
    } catch (IOException e) {
      return new Finding(false, "disk", place + " is not there: create it, or choose another with --data");
    }
  }

  static Finding clock(Instant now) {
    return now.isBefore(EARLIEST)
        ? new Finding(false, "clock", now + " is in the past: set the date, e.g. with timedatectl set-ntp true")
        : new Finding(true, "clock", now.toString());
  }

  private static List<Finding> ports() {
    List<SerialPorts.Port> ports;
    try {
      ports = SerialPorts.list();
    } catch (IllegalStateException | LinkageError e) {
      return List.of(new Finding(false, "ports", "the serial library does not load (" + e.getMessage()
          + "): start by ./flatback, with a home directory that can be written to"));
    }
    if (ports.isEmpty()) {
      return List.of(new Finding(true, "ports", "no serial port: plug a sensor in by USB to see it here"));
    }
    return ports.stream().map(port -> port(Path.of(port.path()))).toList();
  }

  private static Finding port(Path device) {
    if (Files.isReadable(device) && Files.isWritable(device)) {
      return new Finding(true, "port", device + " may be opened");
    }
    return new Finding(
        false, "port", device + " may not be opened by this user: " + SerialPorts.remedy(device));
  }
}

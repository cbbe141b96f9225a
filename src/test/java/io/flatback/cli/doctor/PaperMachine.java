package io.flatback.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another machine, laid out as files in a directory; what files of a test can't show is said. */
final class PaperMachine implements Machine {
  private final Path root;
  private final Machine files;
  private final Map<String, String> groupOfClosedPort = new HashMap<>();

  PaperMachine(Path root) {
    this.root = root;
    this.files = new FilesOfMachine(root);
  }

  PaperMachine has(String path, String text) {
    try {
      Path file = Path.of(root + path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PaperMachine runs(int process, String program) {
    return has("/proc/" + process + "/comm", program);
  }

  /** A user whose process has these groups, by number. */
  PaperMachine user(String name, String groupsNow) {
    return has("/etc/passwd", "root:x:0:0::/root:/bin/sh\n" + name + ":x:1000:1000::/home/u:/bin/sh")
        .has("/proc/self/status", "Name:\tjava\nUid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\nGroups:\t" + groupsNow);
  }

  /** A port by USB, as kernel and udev show it, hanging as deep as an adapter's does. */
  PaperMachine usbPort(String name, String vendor, String product) {
    String usb = "/sys/devices/usb1/1-1";
    try {
      has(usb + "/idVendor", vendor).has(usb + "/idProduct", product).has("/dev/" + name, "");
      Path tty = Path.of(root + usb + "/1-1:1.0/" + name);
      Files.createDirectories(tty);
      has("/sys/class/tty/" + name + "/dev", "188:0");
      Files.createSymbolicLink(Path.of(root + "/sys/class/tty/" + name + "/device"), tty);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PaperMachine closedPort(String device, String group) {
    groupOfClosedPort.put(device, group);
    return this;
  }

  @Override
  public Optional<String> text(String path) {
    return files.text(path);
  }

  @Override
  public List<String> names(String directory) {
    return files.names(directory);
  }

  @Override
  public boolean exists(String path) {
    return files.exists(path);
  }

  @Override
  public boolean mayUse(String device) {
    return !groupOfClosedPort.containsKey(device) && files.mayUse(device);
  }

  @Override
  public Optional<String> group(String device) {
    return Optional.ofNullable(groupOfClosedPort.get(device)).or(() -> files.group(device));
  }
}

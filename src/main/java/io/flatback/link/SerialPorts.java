package io.flatback.link;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The serial ports of this machine. */
public final class SerialPorts {
  private SerialPorts() {}

  /**
   * @param path as {@link SerialLink#open} takes it
   * @param description what the port or the device on it calls itself
   */
  public record Port(String path, String description) {}

  /** Sorted by path; empty when there is none. */
  public static List<Port> list() {
    SerialLibrary.ready();
    return Arrays.stream(SerialPort.getCommPorts())
        .map(port -> new Port(port.getSystemPortPath(), port.getDescriptivePortName()))
        .sorted(Comparator.comparing(Port::path))
        .toList();
  }

  /** How to be allowed to open a port: names the group that owns it, where there is one. */
  public static String remedy(Path device) {
    try {
      String group = Files.readAttributes(device, PosixFileAttributes.class).group().getName();
      return "sudo usermod -aG " + group + " " + System.getProperty("user.name", "$USER")
          + ", then log out and in again";
    } catch (IOException | UnsupportedOperationException unknown) {
      return "give it read and write permission";
    }
  }
}

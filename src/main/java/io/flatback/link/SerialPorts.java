package io.flatback.link;

import com.fazecast.jSerialComm.SerialPort;
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
}

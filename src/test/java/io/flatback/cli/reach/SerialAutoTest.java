package io.flatback.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.Tools;
import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.SerialLink;
import io.flatback.link.SerialPorts.Port;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serial:auto} on serial ports of the operating system, one of them something else's. */
@Timeout(60)
class SerialAutoTest {
  private static final String UID = "F1A7BAC0000000A1";

  private final List<Port> ports = new ArrayList<>();
  @TempDir private Path directory;

  @BeforeEach
  void needSocat() {
    Tools.require("socat", "apt install socat");
  }

  private SerialAuto auto() {
    return new SerialAuto(
        "flatback", SerialLink.DEFAULT_BAUD, () -> List.copyOf(ports),
        port -> new PortProbe(port.path(), SerialLink.DEFAULT_BAUD, Manner.POLITE, HostClock.SYSTEM).ask(),
        HostClock.SYSTEM);
  }

  private static Port port(CabledSensor there) {
    return new Port(there.port().toString(), "");
  }

  @Test
  void theSensorIsFoundBehindAnotherDeviceThatHearsNotAByte() throws Exception {
    Printer printer = new Printer();
    try (CabledSensor other = CabledSensor.of(directory.resolve("a"), printer);
        CabledSensor sensor = CabledSensor.reference(directory.resolve("b"), UID)) {
      ports.add(port(other));
      ports.add(port(sensor));
      try (ByteLink link = auto().open()) {
        assertThat(link.address()).isEqualTo("serial:" + sensor.port());
      }
      assertThat(printer.heard()).as("written into a printer's talk").isZero();
    }
  }

  @Test
  void aSensorThatIsPluggedInLaterIsFoundThen() throws Exception {
    Printer printer = new Printer();
    try (CabledSensor other = CabledSensor.of(directory.resolve("a"), printer)) {
      ports.add(port(other));
      SerialAuto auto = auto();
      assertThatThrownBy(auto::open).isInstanceOf(LinkLostException.class).hasMessageContaining("on 1 serial ports");
      try (CabledSensor sensor = CabledSensor.reference(directory.resolve("b"), UID)) {
        ports.add(port(sensor));
        try (ByteLink link = auto.open()) {
          assertThat(link.address()).isEqualTo("serial:" + sensor.port());
        }
      }
    }
  }

  /** Says its temperature ten times a second, and takes what it hears for commands. */
  private static final class Printer implements ByteLink {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile boolean off;

    @Override
    public int read(byte[] buffer) throws IOException {
      byte[] said = "ok T:21.4 /0.0 B:20.9\n".getBytes(StandardCharsets.US_ASCII);
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException stopped) {
        return -1;
      }
      System.arraycopy(said, 0, buffer, 0, said.length);
      return off ? -1 : said.length;
    }

    @Override
    public void write(byte[] bytes) {
      heard.writeBytes(bytes);
    }

    int heard() {
      return heard.size();
    }

    @Override
    public String address() {
      return "printer";
    }

    @Override
    public void close() {
      off = true;
    }
  }
}

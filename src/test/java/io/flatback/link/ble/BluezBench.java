package io.flatback.link.ble;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.flatback.link.ByteLink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two devices in reach of one adapter, by way of a stand-in for bluetoothd on a bus of their own. */
abstract class BluezBench {
  final Peripheral sensor = new Peripheral("C0:FF:EE:00:00:01", "flatback 01");
  final Peripheral other = new Peripheral("C0:FF:EE:00:00:02", "flatback 02");
  @TempDir private Path directory;
  PrivateBus bus;
  BluezStandIn bluez;

  @BeforeEach
  void start() throws Exception {
    bus = new PrivateBus(directory);
    bluez = new BluezStandIn(bus.address(), sensor, other);
  }

  @AfterEach
  void stop() {
    if (bus != null) {
      bluez.close();
      bus.close();
    }
  }

  BleLinkOpener opener(String device) {
    return new BleLinkOpener(bus.address(), device, GattProfile.NORDIC_UART);
  }

  static byte[] read(ByteLink link) throws IOException {
    byte[] buffer = new byte[4096];
    for (int tries = 0; tries < 20; tries++) {
      int length = link.read(buffer);
      if (length > 0) {
        return Arrays.copyOf(buffer, length);
      }
    }
    throw new AssertionError("nothing came");
  }

  static Throwable lossOf(ByteLink link) {
    return catchThrowable(() -> read(link));
  }
}

package io.flatback.link.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkLostException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BleLinkTest {
  private final Peripheral sensor = new Peripheral("C0:FF:EE:00:00:01", "flatback 01");
  private final Peripheral other = new Peripheral("C0:FF:EE:00:00:02", "flatback 02");
  @TempDir private Path directory;
  private PrivateBus bus;
  private BluezStandIn bluez;

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

  private BleLinkOpener opener(String device) {
    return new BleLinkOpener(bus.address(), device, GattProfile.NORDIC_UART);
  }

  private static byte[] read(ByteLink link) throws IOException {
    byte[] buffer = new byte[4096];
    for (int tries = 0; tries < 20; tries++) {
      int length = link.read(buffer);
      if (length > 0) {
        return java.util.Arrays.copyOf(buffer, length);
      }
    }
    throw new AssertionError("nothing came");
  }

  private static Throwable lossOf(ByteLink link) {
    return catchThrowable(() -> read(link));
  }

  @Test
  void everyByteValuePassesBothWaysAndANotificationIsOneRead() throws Exception {
    byte[] bytes = new byte[244];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    sensor.written = written::writeBytes;
    try (ByteLink link = opener("flatback 01").open()) {
      bluez.notify(sensor, bytes);
      bluez.notify(sensor, new byte[] {(byte) 255, 0, 13});
      assertThat(read(link)).isEqualTo(bytes);
      assertThat(read(link)).containsExactly(255, 0, 13);
      link.write(new byte[] {0, (byte) 200, 7});
      assertThat(written.toByteArray()).containsExactly(0, 200, 7);
      assertThat(link.address()).isEqualTo("ble:flatback 01");
    }
    await().atMost(Duration.ofSeconds(3)).until(() -> !sensor.connected());
  }
}

package io.flatback.link.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkLostException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BleLinkTest extends BluezBench {
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

  @Test
  void aReadWaitsAFifthOfASecondAndNoLonger() throws Exception {
    try (ByteLink link = opener(sensor.address).open()) {
      long before = System.nanoTime();
      assertThat(link.read(new byte[10])).isZero();
      assertThat(System.nanoTime() - before).isBetween(190_000_000L, 1_000_000_000L);
    }
  }

  @Test
  void aReadTooSmallForANotificationLosesNothing() throws Exception {
    try (ByteLink link = opener(sensor.address).open()) {
      bluez.notify(sensor, new byte[] {1, 2, 3, 4, 5});
      byte[] buffer = new byte[3];
      assertThat(link.read(buffer)).isEqualTo(3);
      assertThat(buffer).containsExactly(1, 2, 3);
      assertThat(link.read(buffer)).isEqualTo(2);
    }
  }

  @Test
  void closingEndsAReadThatWaitsAndLetsTheDeviceGo() throws Exception {
    ByteLink link = opener(sensor.address).open();
    CompletableFuture<Throwable> reader = CompletableFuture.supplyAsync(() -> lossOf(link));
    TimeUnit.MILLISECONDS.sleep(50);
    link.close();
    assertThat(reader.get(3, TimeUnit.SECONDS)).isInstanceOf(LinkLostException.class).hasMessageContaining("closed");
    await().atMost(Duration.ofSeconds(3)).until(() -> !sensor.connected());
    link.close();
    assertThatThrownBy(() -> link.write(new byte[1])).isInstanceOf(LinkLostException.class);
  }

  @Test
  void writesMoreThanAPacketHoldsInPieces() throws Exception {
    sensor.mtuBytes = 23;
    byte[] bytes = new byte[100];
    new SplittableRandom(3).nextBytes(bytes);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    sensor.written = written::writeBytes;
    try (ByteLink link = opener(sensor.address).open()) {
      link.write(bytes);
      assertThat(((BleLink) link).mtuBytes()).isEqualTo(23);
    }
    assertThat(written.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void aPacketTooSmallForAFrameIsSaidOncePiecesCome() throws Exception {
    sensor.mtuBytes = 23;
    try (ByteLink link = opener(sensor.address).open()) {
      bluez.notify(sensor, new byte[19]);
      assertThat(read(link)).hasSize(19);
      assertThat(link.note()).as("a short frame fits").isEmpty();
      bluez.notify(sensor, new byte[20]);
      bluez.notify(sensor, new byte[20]);
      assertThat(read(link)).hasSize(20);
      assertThat(read(link)).hasSize(20);
      assertThat(link.note()).contains("20 bytes a notification", "78", "pieces (2 so far)");
    }
    await().until(() -> !sensor.connected());
    sensor.mtuBytes = 81;
    try (ByteLink link = opener(sensor.address).open()) {
      bluez.notify(sensor, new byte[78]);
      assertThat(read(link)).hasSize(78);
      assertThat(link.note()).isEmpty();
    }
  }

  @Test
  void theBatteryIsTheOneOfTheBatteryServiceAndNoneWhereThereIsNone() throws Exception {
    try (ByteLink link = opener(sensor.address).open()) {
      assertThat(link.batteryPercent()).isNull();
    }
    other.batteryPercent = 78;
    try (ByteLink link = opener(other.address).open()) {
      await().atMost(Duration.ofSeconds(3)).until(() -> Integer.valueOf(78).equals(link.batteryPercent()));
      bluez.battery(other, 77);
      await().atMost(Duration.ofSeconds(3)).until(() -> Integer.valueOf(77).equals(link.batteryPercent()));
      assertThat(BleScan.of(bus.address(), Duration.ofMillis(200)))
          .filteredOn(one -> one.address().equals(other.address)).singleElement()
          .satisfies(one -> assertThat(one.batteryPercent()).hasValue(77));
    }
  }

  @Test
  void characteristicsAreChosenByWhatTheyCanDo() throws Exception {
    sensor.swapped = true;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    sensor.written = written::writeBytes;
    try (ByteLink link = opener(sensor.address).open()) {
      bluez.notify(sensor, new byte[] {42});
      assertThat(read(link)).containsExactly(42);
      link.write(new byte[] {43});
    }
    assertThat(written.toByteArray()).containsExactly(43);
  }

  @Test
  void aMakersOwnServiceIsReachedByItsProfile() throws Exception {
    GattProfile own =
        GattProfile.of(
            "0000ffe5-0000-1000-8000-00805f9a34fb",
            "0000ffe4-0000-1000-8000-00805f9a34fb",
            "0000ffe9-0000-1000-8000-00805f9a34fb");
    sensor.profile = own;
    try (ByteLink link = new BleLinkOpener(bus.address(), sensor.address, own).open()) {
      bluez.notify(sensor, new byte[] {0x55, 0x61});
      assertThat(read(link)).containsExactly(0x55, 0x61);
    }
  }

  @Test
  void aDeviceWithoutTheServiceSaysWhichItHas() {
    sensor.profile =
        GattProfile.of(
            "0000180d-0000-1000-8000-00805f9b34fb",
            "00002a37-0000-1000-8000-00805f9b34fb",
            "00002a39-0000-1000-8000-00805f9b34fb");
    assertThatThrownBy(() -> opener("flatback 01").open())
        .isInstanceOf(LinkLostException.class)
        .hasMessageContainingAll("ble:flatback 01", "6e400001", "0000180d", "driver=");
  }

  @Test
  void twoDevicesOfOneNameAreAskedToBeNamedByAddress() throws Exception {
    bluez.close();
    bluez =
        new BluezStandIn(
            bus.address(), new Peripheral("C0:00:00:00:00:01", "same"), new Peripheral("C0:00:00:00:00:02", "same"));
    BleScan.of(bus.address(), Duration.ofMillis(200));
    assertThatThrownBy(() -> opener("same").open())
        .hasMessageContainingAll("several devices", "C0:00:00:00:00:01", "C0:00:00:00:00:02");
    opener("c0-00-00-00-00-02").open().close();
  }

  @Test
  void aSignalThatTheAdapterCantTellIsAbsent() {
    assertThat(new BluezObject("/", Map.of("RSSI", (short) 127)).signalDbm()).isEmpty();
    assertThat(new BluezObject("/", Map.of("RSSI", (short) -55)).signalDbm()).hasValue(-55);
  }

  @Test
  void aScanTellsNamesServicesAndSignal() throws Exception {
    other.inReach = false;
    List<BleScan.Found> found = BleScan.of(bus.address(), Duration.ofMillis(300));
    assertThat(found).singleElement().satisfies(one -> {
      assertThat(one.address()).isEqualTo(sensor.address);
      assertThat(one.name()).isEqualTo("flatback 01");
      assertThat(one.signalDbm()).hasValue(-55);
      assertThat(one.has(GattProfile.NORDIC_UART.service())).isTrue();
      assertThat(one.connected()).isFalse();
    });
    assertThat(BleScan.adapters(bus.address())).isEqualTo("hci0 00:00:00:00:00:01");
    bluez.power(false);
    assertThatThrownBy(() -> BleScan.of(bus.address(), Duration.ofMillis(300))).hasMessageContaining("switched off");
  }
}

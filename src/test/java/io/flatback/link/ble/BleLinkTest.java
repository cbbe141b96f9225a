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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        return Arrays.copyOf(buffer, length);
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
  void aDeviceOutOfReachSaysSoWithinTenSecondsAndIsFoundWhenItIsBack() throws Exception {
    sensor.inReach = false;
    BleLinkOpener opener = opener("flatback 01");
    long before = System.nanoTime();
    assertThatThrownBy(opener::open)
        .isInstanceOf(LinkLostException.class)
        .hasMessageContainingAll("flatback 01", "not in reach", "flatback sensors");
    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    CompletableFuture<ByteLink> opened = openSoon(opener);
    TimeUnit.MILLISECONDS.sleep(300);
    bluez.bringBack(sensor);
    opened.get(3, TimeUnit.SECONDS).close();
  }

  private static CompletableFuture<ByteLink> openSoon(BleLinkOpener opener) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return opener.open();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void aDeviceThatBluetoothdHasForgottenMeanwhileIsFoundAgain() throws Exception {
    BleLinkOpener opener = opener("flatback 01");
    ByteLink first = opener.open();
    bluez.takeAway(sensor);
    assertThat(lossOf(first)).hasMessageContaining("has lost its connection");
    bluez.forget(sensor);
    CompletableFuture<ByteLink> opened = openSoon(opener);
    TimeUnit.MILLISECONDS.sleep(300);
    bluez.bringBack(sensor);
    opened.get(3, TimeUnit.SECONDS).close();
    assertThat(sensor.subscriptionsOfConnection()).containsExactly(1, 1);
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
  void anAdapterSwitchedOffIsLostWithTheRemedyAndGoneOnWithWhenItIsOn() throws Exception {
    BleLinkOpener opener = opener(sensor.address);
    ByteLink link = opener.open();
    bluez.power(false);
    assertThat(lossOf(link)).isInstanceOf(LinkLostException.class);
    assertThatThrownBy(opener::open)
        .isInstanceOf(LinkLostException.class)
        .hasMessageContainingAll("switched off", "hci0", "bluetoothctl power on", "rfkill unblock bluetooth");
    bluez.power(true);
    try (ByteLink again = opener.open()) {
      bluez.notify(sensor, new byte[] {1});
      assertThat(read(again)).containsExactly(1);
    }
    assertThat(sensor.subscriptionsOfConnection()).containsExactly(1, 1);
  }

  @Test
  void anAdapterThatIsPulledOutIsLostWithTheRemedy() throws Exception {
    bluez.removeAdapter();
    assertThatThrownBy(() -> opener(sensor.address).open()).hasMessageContaining("no Bluetooth adapter is there");
  }

  @Test
  void aRestartOfBluetoothdIsLostWithTheRemedyAndGoneOnWith() throws Exception {
    BleLinkOpener opener = opener(sensor.address);
    ByteLink link = opener.open();
    bluez.stop();
    assertThat(lossOf(link)).hasMessageContainingAll("bluetoothd has stopped", "systemctl restart bluetooth");
    assertThatThrownBy(opener::open).hasMessageContainingAll("bluetoothd is not running", "USB");
    bluez.start();
    try (ByteLink again = opener.open()) {
      bluez.notify(sensor, new byte[] {7});
      assertThat(read(again)).containsExactly(7);
    }
  }

  @Test
  void aBusThatEndsIsLostWithTheRemedy() throws Exception {
    ByteLink link = opener(sensor.address).open();
    bus.close();
    assertThat(lossOf(link)).hasMessageContaining("D-Bus system bus has stopped");
    assertThatThrownBy(() -> opener(sensor.address).open()).hasMessageContainingAll("D-Bus", "USB");
  }

  @Test
  void aDeviceThatWantsABondIsPairedOnceAndTrusted() throws Exception {
    sensor.wantsBond = true;
    BleLinkOpener opener = opener(sensor.address);
    try (ByteLink link = opener.open()) {
      bluez.notify(sensor, new byte[] {9});
      assertThat(read(link)).containsExactly(9);
    }
    assertThat(sensor.paired).isTrue();
    assertThat(sensor.trusted).isTrue();
    assertThat(sensor.subscriptionsOfConnection()).containsExactly(1);
  }

  @Test
  void aDeviceThatHangsUpForWantOfABondIsAskedForOne() throws Exception {
    sensor.wantsBond = true;
    sensor.refusesUnasked = true;
    try (ByteLink link = opener(sensor.address).open()) {
      bluez.notify(sensor, new byte[] {9});
      bluez.notify(sensor, new byte[] {10});
      assertThat(read(link)).containsExactly(9);
      assertThat(read(link)).containsExactly(10);
    }
    assertThat(sensor.paired).isTrue();
    assertThat(sensor.trusted).isTrue();
  }

  @Test
  void aDeviceThatRefusesToPairSaysToPressItsButtonAndMayBeTriedAgain() throws Exception {
    sensor.wantsBond = true;
    sensor.refusesToPair = true;
    BleLinkOpener opener = opener(sensor.address);
    assertThatThrownBy(opener::open)
        .isInstanceOf(LinkLostException.class)
        .hasMessageContainingAll("refused to pair", "press the sensor's button");
    sensor.refusesToPair = false;
    opener.open().close();
  }

  @Test
  void givingUpWhileADeviceIsWaitedForIsQuickAndLeavesNothingBehind() throws Exception {
    opener(sensor.address).open().close();
    await().until(() -> !sensor.connected());
    bluez.takeAway(sensor);
    CompletableFuture<Throwable> opening = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform().start(() -> opening.complete(catchThrowable(() -> opener(sensor.address).open())));
    await().until(() -> sensor.awaited);
    thread.interrupt();
    assertThat(opening.get(3, TimeUnit.SECONDS))
        .isInstanceOf(LinkLostException.class)
        .hasMessageContaining("interrupted");
    bluez.bringBack(sensor);
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(sensor.connected()).isFalse();
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

package io.flatback.link.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.flatback.link.ByteLink;
import io.flatback.link.LinkLostException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the link says when device, adapter, bluetoothd or bus go away, and that it goes on when they are back. */
@Timeout(60)
class BleLossTest extends BluezBench {
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
}

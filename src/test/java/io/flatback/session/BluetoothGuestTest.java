package io.flatback.session;

import static io.flatback.session.SessionEvent.SensorStatus.State.LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.ble.BleLink;
import io.flatback.link.ble.BleLinkOpener;
import io.flatback.link.ble.BleScan;
import io.flatback.link.ble.GattPeripheral;
import io.flatback.link.ble.GattProfile;
import io.flatback.link.ble.Guest;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole way by a real bluetoothd and the kernel's own Bluetooth, in a guest: one virtual controller is ours, on
 * the other a sensor is played that asks for a bond. {@code src/test/guest/run} brings the guest up and runs this.
 */
@Timeout(180)
class BluetoothGuestTest {
  private static final int SECONDS = 30;
  private static final String OURS = "hci0";
  private static final String NAME = "flatback 01";

  private final long startNanos = System.nanoTime();
  private final Heard heard = new Heard(this::seconds);
  private Guest guest;
  private GattPeripheral radio;
  private BluetoothSensor sensor;
  private SensorSupervisor supervisor;
  private volatile ByteLink link;
  private double lossFrom;

  @BeforeEach
  void start() throws Exception {
    guest = Guest.require();
    radio = new GattPeripheral(guest.bus(), "hci1", OURS, NAME);
    radio.serve();
    sensor = new BluetoothSensor(NAME, 3600, radio::notify);
    radio.onWritten(sensor::hear);
  }

  @AfterEach
  void stop() throws Exception {
    if (supervisor != null) {
      supervisor.close();
    }
    if (sensor != null) {
      sensor.close();
      radio.close();
    }
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) * 1e-9;
  }

  private void wear() {
    BleLinkOpener opener = new BleLinkOpener(guest.bus(), radio.address(), GattProfile.NORDIC_UART);
    supervisor =
        new SensorSupervisor(
            "ble:" + NAME,
            Placement.LUMBAR,
            () -> link = opener.open(),
            SensorDriver.flatback(Placement.LUMBAR),
            heard,
            HostClock.SYSTEM,
            new SplittableRandom(1));
    supervisor.start();
  }

  private void awaitSamples(long samples, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> heard.samples() >= samples);
  }

  @Test
  void isFoundBondedAndHeardWithoutLoss() throws Exception {
    List<BleScan.Found> found = BleScan.of(guest.bus(), Duration.ofSeconds(3));
    say("found " + found);
    assertThat(found).anySatisfy(one -> {
      assertThat(one.address()).isEqualTo(radio.address());
      assertThat(one.name()).isEqualTo(NAME);
      assertThat(one.has(GattProfile.NORDIC_UART.service())).isTrue();
    });

    double asked = seconds();
    wear();
    awaitSamples(1, 20);
    say("bonded and heard %.2f s after it was asked for, MTU %d".formatted(
        seconds() - asked, ((BleLink) link).mtuBytes()));
    awaitSamples(SECONDS * 100L, SECONDS + 10);
    say(heard.samples() + " samples, gaps " + heard.gaps() + ", bonds " + guest.ask("bonds"));
    assertThat(heard.gaps()).isEmpty();
    assertThat(((BleLink) link).mtuBytes()).isGreaterThan(100);
    assertThat(guest.ask("bonds")).hasSize(2);
  }

  @Test
  void comesBackAfterEveryLossOnOneSubscription() throws Exception {
    wear();
    awaitSamples(100, 40);
    say("heard");
    radio.drop();
    awaitReturn("the sensor hung up", 10);

    radio.power(OURS, false);
    await().atMost(Duration.ofSeconds(5)).until(() -> heard.secondOf(LOST, lossFrom) < Double.POSITIVE_INFINITY);
    radio.power(OURS, true);
    awaitReturn("our adapter was off", 20);

    guest.ask("kill");
    await().atMost(Duration.ofSeconds(5)).until(() -> heard.secondOf(LOST, lossFrom) < Double.POSITIVE_INFINITY);
    guest.ask("start");
    radio.serve();
    awaitReturn("bluetoothd was killed", 30);
    assertThat(heard.gaps()).hasSize(3).allSatisfy(gap -> assertThat(gap.reason()).isEqualTo(Gap.Reason.LINK_DOWN));
  }

  private void awaitReturn(String after, int withinSeconds) {
    double from = seconds();
    long before = heard.samples();
    await()
        .atMost(Duration.ofSeconds(withinSeconds))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> heard.secondOf(LOST, lossFrom) < Double.POSITIVE_INFINITY && heard.samples() > before + 5);
    say("%s: samples again %.2f s after that was over".formatted(after, seconds() - from));
    lossFrom = seconds();
  }

  private void say(String words) {
    System.out.printf("%.1f s: %s%n", seconds(), words);
  }
}

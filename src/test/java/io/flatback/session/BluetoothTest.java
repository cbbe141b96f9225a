package io.flatback.session;

import static io.flatback.session.SessionEvent.SensorStatus.State.LOST;
import static io.flatback.session.SessionEvent.SensorStatus.State.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.link.HostClock;
import io.flatback.link.ble.BleLinkOpener;
import io.flatback.link.ble.BluezStandIn;
import io.flatback.link.ble.GattProfile;
import io.flatback.link.ble.Peripheral;
import io.flatback.link.ble.PrivateBus;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way by Bluetooth: sensor, bluetoothd's stand-in, message bus, link, supervisor. */
@Timeout(120)
class BluetoothTest {
  /** 10 in every build; {@code -Dflatback.bluetooth.seconds=60} for what is promised. */
  private static final int SECONDS = Integer.getInteger("flatback.bluetooth.seconds", 10);

  private static final int DROPS = 10;

  private final Peripheral back = new Peripheral("C0:FF:EE:00:00:01", "flatback 01");
  private final Peripheral sacrum = new Peripheral("C0:FF:EE:00:00:02", "flatback 02");
  private final long startNanos = System.nanoTime();
  private final Heard heard = new Heard(this::seconds);
  private final List<AutoCloseable> running = new ArrayList<>();
  @TempDir private Path directory;
  private PrivateBus bus;
  private BluezStandIn bluez;

  @BeforeEach
  void start() throws Exception {
    bus = new PrivateBus(directory);
    bluez = new BluezStandIn(bus.address(), back, sacrum);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : running.reversed()) {
      one.close();
    }
    if (bus != null) {
      bluez.close();
      bus.close();
    }
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) * 1e-9;
  }

  private void wear(Peripheral one, double seconds, Heard listener) {
    running.add(BluetoothSensor.behind(bluez, one, seconds));
    SensorSupervisor supervisor =
        new SensorSupervisor(
            "ble:" + one.address,
            Placement.LUMBAR,
            new BleLinkOpener(bus.address(), one.address, GattProfile.NORDIC_UART),
            SensorDriver.flatback(Placement.LUMBAR),
            listener,
            HostClock.SYSTEM,
            new SplittableRandom(1));
    running.add(supervisor);
    supervisor.start();
  }

  private static void awaitSamples(Heard listener, long samples, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> listener.samples() >= samples);
  }

  @Test
  void twoSensorsAtOnceLoseNothing() {
    Heard other = new Heard(this::seconds);
    wear(back, SECONDS, heard);
    wear(sacrum, SECONDS, other);
    awaitSamples(heard, (long) SECONDS * BluetoothSensor.RATE_HZ, SECONDS + 20);
    awaitSamples(other, (long) SECONDS * BluetoothSensor.RATE_HZ, 5);

    for (Heard each : List.of(heard, other)) {
      assertThat(each.samples()).isEqualTo((long) SECONDS * BluetoothSensor.RATE_HZ);
      assertThat(each.gaps()).isEmpty();
    }
    assertThat(back.subscriptionsOfConnection()).containsExactly(1);
    assertThat(sacrum.subscriptionsOfConnection()).containsExactly(1);
  }

  @Test
  void framesThatComeInPiecesArePutTogetherAndThatIsSaid() {
    back.mtuBytes = 23;
    back.batteryPercent = 64;
    wear(back, 3, heard);
    awaitSamples(heard, 3 * BluetoothSensor.RATE_HZ, 20);
    assertThat(heard.samples()).isEqualTo(3 * BluetoothSensor.RATE_HZ);
    assertThat(heard.gaps()).isEmpty();
    assertThat(heard.said()).anySatisfy(one -> {
      assertThat(one.status().state()).isEqualTo(STREAMING);
      assertThat(one.status().reason()).contains("the link takes 20 bytes a notification", "in pieces");
    });
  }

  @Test
  void tenDropsInARowAreEachOverWithinASecondAndSubscribedOnce() throws Exception {
    double[] firstSampleSeconds = new double[DROPS];
    wear(back, 600, heard);
    awaitSamples(heard, 50, 20);
    for (int drop = 0; drop < DROPS; drop++) {
      double gone = seconds();
      bluez.takeAway(back);
      await().atMost(Duration.ofSeconds(3)).until(() -> heard.secondOf(LOST, gone) < Double.POSITIVE_INFINITY);
      TimeUnit.MILLISECONDS.sleep(60 * drop);
      long before = heard.samples();
      double returned = seconds();
      bluez.bringBack(back);
      awaitSamples(heard, before + 1, 20);
      firstSampleSeconds[drop] = seconds() - returned;
    }

    assertThat(Arrays.stream(firstSampleSeconds).max().orElseThrow())
        .as(Arrays.toString(firstSampleSeconds))
        .isLessThan(1);
    assertThat(back.subscriptionsOfConnection()).hasSize(DROPS + 1).containsOnly(1);
    assertThat(heard.gaps()).hasSize(DROPS).allSatisfy(gap ->
        assertThat(gap.reason()).isEqualTo(Gap.Reason.LINK_DOWN));
    assertThat(heard.said()).anySatisfy(one -> assertThat(one.status().reason()).contains("has lost its connection"));
  }
}

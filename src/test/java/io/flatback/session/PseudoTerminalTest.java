package io.flatback.session;

import static io.flatback.session.SessionEvent.SensorStatus.State.LOST;
import static io.flatback.session.SessionEvent.SensorStatus.State.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.Tools;
import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.PtyPair;
import io.flatback.link.SerialLink;
import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.sim.Readings;
import io.flatback.sim.ReferenceSensor;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** The whole way over a real serial port of the operating system: device, tty, library, supervisor. */
@Timeout(60)
class PseudoTerminalTest {
  private static final int RATE_HZ = 200;
  /** This device does not listen; it says who it is often enough to be understood soon. */
  private static final int HELLO_EVERY = RATE_HZ / 4;

  @TempDir private Path directory;
  private final long startNanos = System.nanoTime();
  private final FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
  private final Heard heard = new Heard(this::seconds);

  @BeforeEach
  void needSocat() {
    Tools.require("socat", "apt install socat");
  }

  private double seconds() {
    return (System.nanoTime() - startNanos) * 1e-9;
  }

  private SensorSupervisor supervisor(Path port) {
    return new SensorSupervisor(
        "serial:" + port,
        Placement.LUMBAR,
        () -> SerialLink.open(port.toString(), 115_200),
        new SensorDriver(decoder, new FlatbackDialogue(decoder)),
        heard,
        HostClock.SYSTEM,
        new SplittableRandom(1));
  }

  @Test
  void tenSecondsAtTwoHundredHertzLoseNothing() throws Exception {
    try (PtyPair pair = new PtyPair(directory);
        SensorSupervisor supervisor = supervisor(pair.hostEnd());
        ByteLink device = SerialLink.open(pair.deviceEnd().toString(), 115_200)) {
      supervisor.start();
      await().atMost(Duration.ofSeconds(5)).until(() -> device.read(new byte[64]) > 0); // it asks: it is there

      int sent = sendForSeconds(device, new Device(10), 10);

      await().atMost(Duration.ofSeconds(5)).until(() -> heard.samples() >= sent);
    }
    assertThat(heard.samples()).isEqualTo(10 * RATE_HZ);
    assertThat(heard.gaps()).isEmpty();
    assertThat(decoder.facts().faults()).as(decoder.facts().lastFault()).isZero();
    assertThat(decoder.facts().lostSamples()).isZero();
    assertThat(decoder.facts().rateHz()).isBetween(RATE_HZ * 0.999, RATE_HZ * 1.001);
  }

  /** A device that goes on sampling whether or not anybody listens. */
  private static final class Device {
    private final ReferenceSensor sensor;
    private final Hello hello = ReferenceSensor.defaultHello(RATE_HZ);
    private final long bornNanos = System.nanoTime();

    Device(double seconds) {
      sensor = new ReferenceSensor(hello, Readings.hinges(RATE_HZ, seconds), Placement.LUMBAR);
    }

    /** @return the next frame when it is due; null after the last */
    @Nullable Imu6 next() throws IOException, InterruptedException {
      Imu6 frame = sensor.next();
      long waitNanos = bornNanos + sensor.lastNanos() - System.nanoTime();
      if (frame != null && waitNanos > 0) {
        TimeUnit.NANOSECONDS.sleep(waitNanos);
      }
      return frame;
    }
  }

  /** @return how many readings were sent */
  private int sendForSeconds(ByteLink link, Device device, double forSeconds) throws Exception {
    double until = seconds() + forSeconds;
    int sent = 0;
    link.write(new byte[1]);
    for (Imu6 frame = device.next(); frame != null; frame = seconds() < until ? device.next() : null) {
      if (sent % HELLO_EVERY == 0) {
        link.write(FrameEncoder.frame(device.hello));
      }
      link.write(FrameEncoder.frame(frame));
      sent += frame.readings();
    }
    return sent;
  }

  @Test
  void unpluggedThreeTimesItStreamsAgainWithinTwoSecondsAndShowsTheHoles() throws Exception {
    Device device = new Device(60);
    double[] back = new double[3];
    try (PtyPair pair = new PtyPair(directory);
        SensorSupervisor supervisor = supervisor(pair.hostEnd())) {
      supervisor.start();
      stream(pair, device);
      for (int time = 0; time < 3; time++) {
        double gone = seconds();
        pair.unplug();
        await().atMost(Duration.ofSeconds(3)).until(() -> heard.secondOf(LOST, gone) < Double.POSITIVE_INFINITY);
        passTime(device, 0.8 + 0.6 * time);
        pair.plug();
        back[time] = seconds();
        stream(pair, device);
      }
    }
    assertThat(heard.said()).anySatisfy(one -> assertThat(one.status().reason()).contains("is gone"));
    for (double second : back) {
      assertThat(heard.secondOf(STREAMING, second)).isLessThan(second + 2);
    }
    assertThat(heard.gaps().stream().filter(gap -> gap.reason() == Gap.Reason.LINK_DOWN)).hasSize(3);
    assertThat(heard.gaps()).allSatisfy(gap -> {
      assertThat(gap.missingSamples()).isBetween(1, 10 * RATE_HZ);
      assertThat(gap.durationSeconds()).isBetween(0.0, 6.0);
    });
    // Whatever was not told as missing arrived, in its place: no frame was made up.
    long missing = heard.gaps().stream().mapToLong(Gap::missingSamples).sum();
    long last = heard.events().getLast().timeNanos();
    assertThat(heard.samples() + missing).isEqualTo(Math.round(last * 1e-9 * RATE_HZ) + 1);
  }

  private void stream(PtyPair pair, Device device) throws Exception {
    try (ByteLink end = SerialLink.open(pair.deviceEnd().toString(), 115_200)) {
      sendForSeconds(end, device, 2.2);
    }
  }

  private void passTime(Device device, double forSeconds) throws Exception {
    double until = seconds() + forSeconds;
    while (seconds() < until) {
      device.next();
    }
  }
}

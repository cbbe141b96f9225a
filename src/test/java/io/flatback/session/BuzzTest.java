package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flatback.form.Level;
import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.LinkAround;
import io.flatback.signal.Placement;
import io.flatback.sim.Readings;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.SimLink;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.WireMessage.Feedback;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A warning that is felt: it arrives at the motor, and nobody waits for it. */
@Timeout(20)
class BuzzTest {
  private static final double RATE_HZ = 100;

  private final Heard heard = new Heard(() -> System.nanoTime() * 1e-9);
  private final SimLink sim =
      new SimLink(
          "sim:buzz",
          new ReferenceSensor(ReferenceSensor.defaultHello(RATE_HZ), Readings.hinges(RATE_HZ, 20), Placement.LUMBAR),
          () -> {}, 1, HostClock.SYSTEM);

  private SensorSupervisor supervisor(ByteLink link) {
    return new SensorSupervisor(
        "sim:buzz", Placement.LUMBAR, () -> link, SensorDriver.flatback(Placement.LUMBAR), heard, HostClock.SYSTEM,
        new SplittableRandom(1));
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void arrivesAtTheMotorInThePatternOfItsLevel(Level level) {
    try (SensorSupervisor supervisor = supervisor(sim)) {
      supervisor.start();
      await().until(() -> heard.samples() > 5);
      supervisor.buzz(level);
      await().atMost(Duration.ofMillis(500)).until(() -> sim.lastFeedback() != null);
    }
    assertThat(sim.lastFeedback()).isEqualTo(Buzz.of(level).feedback());
  }

  @Test
  void levelsDifferAndStayBelowTheTwoSecondsThatADeviceAllows() {
    assertThat(Buzz.WATCH.feedback()).isNotEqualTo(Buzz.WARN.feedback());
    for (Buzz buzz : Buzz.values()) {
      Feedback burst = buzz.feedback();
      assertThat(burst.kind()).isEqualTo(Feedback.VIBRATION);
      assertThat(burst.repeat() * (burst.onMillis() + burst.offMillis())).isLessThan(2000);
    }
  }

  @Test
  void aDeviceThatTakesNothingHoldsUpNoReading() throws Exception {
    CountDownLatch takes = new CountDownLatch(1);
    int feedbackBytes = FrameEncoder.frame(Buzz.WARN.feedback()).length;
    ByteLink stuck = new StuckLink(sim, feedbackBytes, takes);
    try (SensorSupervisor supervisor = supervisor(stuck)) {
      supervisor.start();
      await().until(() -> heard.samples() > 5);
      long calledNanos = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        supervisor.buzz(Level.WARN);
      }
      assertThat(System.nanoTime() - calledNanos).isLessThan(100_000_000L);
      long before = heard.samples();
      Thread.sleep(1000);
      assertThat(heard.samples() - before).isGreaterThan(80);
      takes.countDown();
    }
    assertThat(heard.states()).containsOnly(SessionEvent.SensorStatus.State.CONNECTING, SessionEvent.SensorStatus.State.STREAMING);
  }

  /** Blocks who writes a burst, as a device does that has stopped taking bytes. */
  private static final class StuckLink extends LinkAround {
    private final int burstBytes;
    private final CountDownLatch takes;

    StuckLink(ByteLink inner, int burstBytes, CountDownLatch takes) {
      super(inner);
      this.burstBytes = burstBytes;
      this.takes = takes;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (bytes.length == burstBytes) {
        try {
          takes.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      }
      super.write(bytes);
    }
  }
}

package io.flatback.cli.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.flatback.session.FlatbackDialogue;
import io.flatback.session.SensorDriver;
import io.flatback.session.SensorSupervisor;
import io.flatback.session.SessionEvent.SensorStatus.State;
import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireMessage;
import io.flatback.wire.WireMessage.Feedback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The AVR firmware, emulated with its chip, over a serial port of the operating system, in real time. */
@Timeout(180)
class EmulatedSensorTest {
  /** {@code mvn test -Dtest=EmulatedSensorTest -Dflatback.emulated.seconds=60} is what is promised. */
  private static final int SECONDS = Integer.getInteger("flatback.emulated.seconds", 8);

  private static final int RATE_HZ = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private final FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
  private final Ears ears = new Ears();
  private Bench bench;
  private SensorSupervisor supervisor;

  @BeforeEach
  void begin() throws Exception {
    Firmware.needEmulator();
    bench = Bench.avr(directory, Motion.eightDeadlifts(directory), 1);
    supervisor = ears.supervising(bench, new SensorDriver(decoder, new FlatbackDialogue(decoder)));
    supervisor.start();
    ears.awaitSamples(1);
  }

  @AfterEach
  void end() throws Exception {
    if (supervisor != null) {
      supervisor.close();
    }
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyReadingArrivesAndEveryPingIsAnsweredSoon() throws Exception {
    Hello hello = ears.heard(Hello.class).getFirst();
    assertThat(hello.imuModel()).isEqualTo(2);
    assertThat(hello.name()).isEqualTo("flatback avr");
    assertThat(hello.rateHz()).isEqualTo(RATE_HZ);
    bench.order("play");
    long unreadBefore = bench.count().unread();

    List<Double> pingsMs = pingWhileStreaming();

    assertThat(ears.sampleCount()).isGreaterThanOrEqualTo(SECONDS * RATE_HZ);
    assertThat(ears.gaps()).isEmpty();
    assertThat(ears.faults()).isEmpty();
    assertThat(bench.count().unread()).as("readings of the chip that were never fetched").isEqualTo(unreadBefore);
    List<Imu6> frames = ears.heard(Imu6.class);
    for (int i = 1; i < frames.size(); i++) {
      Imu6 before = frames.get(i - 1);
      assertThat(frames.get(i).firstIndex()).isEqualTo(before.firstIndex() + before.readings());
    }
    assertThat(decoder.facts().rateHz()).isCloseTo(RATE_HZ, within(0.05));
    assertThat(ears.heard(WireMessage.Status.class)).hasSizeBetween(SECONDS - 1, SECONDS + 5);
    assertThat(ears.heard(WireMessage.Status.class).getLast().temperatureCentiCelsius()).isCloseTo(3150, within(2));
    pingsMs.sort(null);
    double medianMs = pingsMs.get(pingsMs.size() / 2);
    System.out.printf(
        "%d readings, no gap, no fault; %d pings: median %.1f ms, slowest %.1f ms%n",
        ears.sampleCount(), pingsMs.size(), medianMs, pingsMs.getLast());
    assertThat(medianMs).as("median ping, ms").isLessThanOrEqualTo(20);
  }

  /** @return how long each took to the device and back */
  private List<Double> pingWhileStreaming() throws InterruptedException {
    List<Double> pingsMs = new ArrayList<>();
    int until = ears.sampleCount() + SECONDS * RATE_HZ;
    for (int token = 0x4000; ears.sampleCount() < until; token++) {
      int wanted = token;
      long sentNanos = System.nanoTime();
      assertThat(supervisor.send(FrameEncoder.frame(new WireMessage.Ping(1, wanted)))).isTrue();
      await().atMost(PATIENCE).until(() -> ears.pongs().containsKey(wanted));
      pingsMs.add((ears.pongs().get(wanted) - sentNanos) * 1e-6);
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return pingsMs;
  }

  @Test
  void theMotorRunsAsLongAsAskedAndNeverLongerThanTwoSeconds() {
    buzz(250, 1);
    assertThat(bench.awaitMotor(0)).isCloseTo(0.25, within(0.01));
    int before = bench.lines().size();
    buzz(60_000, 3);
    assertThat(bench.awaitMotor(before)).isCloseTo(2, within(0.01));
    assertThat(ears.heard(WireMessage.Ack.class))
        .filteredOn(ack -> ack.command() == 0x85)
        .hasSize(2)
        .allMatch(ack -> ack.status() == WireMessage.Ack.DONE);
  }

  private void buzz(int onMillis, int repeat) {
    Feedback burst = new Feedback(9, Feedback.VIBRATION, onMillis, 200, 0, repeat);
    assertThat(supervisor.send(FrameEncoder.frame(burst))).isTrue();
  }

  @Test
  void aFaultOnTheChipsBusIsAGapOfExactlyTheReadingsLost() throws Exception {
    long unreadBefore = bench.count().unread();
    bench.order("mute");
    TimeUnit.SECONDS.sleep(2);
    bench.order("answer");
    ears.awaitSamples(2 * RATE_HZ);
    long lost = bench.count().unread() - unreadBefore;

    assertThat(lost).isBetween(180L, 260L);
    assertThat(ears.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.missingSamples()).isEqualTo((int) lost);
      assertThat(gap.durationSeconds()).isCloseTo(lost * 0.01, within(0.02));
    });
    assertThat(ears.heard(WireMessage.Status.class).getLast().busErrors()).isGreaterThanOrEqualTo((int) lost - 1);
    assertThat(ears.heard(Hello.class)).as("it did not start anew").extracting(Hello::bootId).containsOnly(bootId());
    assertThat(ears.faults()).isEmpty();
  }

  private int bootId() {
    return ears.heard(Hello.class).getFirst().bootId();
  }

  @Test
  void aResetIsANewLifeAndReadingsComeAgainByThemselves() throws Exception {
    ears.awaitSamples(RATE_HZ);
    int before = bootId();
    bench.order("reset");
    await().atMost(PATIENCE).until(() -> !ears.gaps().isEmpty());
    ears.awaitSamples(RATE_HZ);

    assertThat(ears.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.RESET);
      assertThat(gap.durationSeconds()).isBetween(0.0, 1.0);
    });
    assertThat(ears.heard(Hello.class).getLast().bootId()).isEqualTo((before + 1) & 0xFF);
    assertThat(ears.heard(Imu6.class).getLast().bootId()).isEqualTo((before + 1) & 0xFF);
  }

  @Test
  void unpluggedItIsLostAndPluggedInAgainItStreamsWithWhatWasMissedCounted() throws Exception {
    ears.awaitSamples(RATE_HZ);
    bench.order("unplug");
    await().atMost(PATIENCE).until(() -> ears.state() == State.LOST);
    TimeUnit.MILLISECONDS.sleep(700);
    bench.order("plug");
    await().atMost(PATIENCE).until(() -> !ears.gaps().isEmpty());
    ears.awaitSamples(RATE_HZ);

    assertThat(ears.gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.LINK_DOWN);
      assertThat(gap.missingSamples()).isBetween(50, 500);
      assertThat(gap.durationSeconds()).isCloseTo(gap.missingSamples() * 0.01, within(0.02));
    });
    assertThat(ears.heard(Hello.class)).as("it did not start anew").extracting(Hello::bootId).containsOnly(bootId());
  }
}

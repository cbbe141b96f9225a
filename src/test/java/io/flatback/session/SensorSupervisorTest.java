package io.flatback.session;

import static io.flatback.session.SessionEvent.SensorStatus.State.CONNECTING;
import static io.flatback.session.SessionEvent.SensorStatus.State.DEGRADED;
import static io.flatback.session.SessionEvent.SensorStatus.State.ENDED;
import static io.flatback.session.SessionEvent.SensorStatus.State.LOST;
import static io.flatback.session.SessionEvent.SensorStatus.State.SILENT;
import static io.flatback.session.SessionEvent.SensorStatus.State.STREAMING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flatback.link.FakeClock;
import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import io.flatback.wire.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensorSupervisorTest {
  private final FakeClock clock = new FakeClock();
  private final BenchDevice device = new BenchDevice(clock);
  private final Heard heard = new Heard(clock::seconds);
  private final SensorSupervisor supervisor = supervisor(heard, 1);

  private SensorSupervisor supervisor(SensorListener listener, long seed) {
    return new SensorSupervisor(
        "bench:1",
        Placement.LUMBAR,
        device::open,
        SensorDriver.flatback(Placement.LUMBAR),
        listener,
        clock,
        new SplittableRandom(seed));
  }

  private void runUntil(double seconds) {
    device.endSeconds = seconds;
    supervisor.run();
  }

  @Test
  void asksStartsStreamsAndEnds() {
    runUntil(10);

    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, ENDED);
    assertThat(heard.gaps()).isEmpty();
    assertThat(heard.samples()).isBetween(980L, 1000L);
    assertThat(device.countHeard(PacketType.GET_HELLO)).isEqualTo(1);
    assertThat(device.countHeard(PacketType.START)).isEqualTo(1);
    assertThat(device.closed).isEqualTo(1);
  }

  @Test
  void whatItPassedOnAsBytesIsWhatItPassedOnAsReadings() throws Exception {
    runUntil(10);

    FlatbackSignalDecoder again = new FlatbackSignalDecoder(Placement.LUMBAR);
    byte[] raw = heard.rawBytes();
    again.offer(raw, 0, raw.length, 0);
    List<SignalEvent> events = new ArrayList<>();
    while (again.next()) {
      events.add(again.event());
    }
    assertThat(events).isEqualTo(heard.events());
  }

  @Test
  void whileReadingsComeTheStatusComesOnceASecondWithItsFacts() {
    runUntil(10);

    List<Heard.Said> streaming =
        heard.said().stream().filter(one -> one.status().state() == STREAMING).toList();
    assertThat(streaming).hasSizeBetween(9, 11);
    SessionEvent.SensorStatus last = streaming.getLast().status();
    assertThat(last.figures().rateHz()).isCloseTo(100, within(0.01));
    assertThat(last.figures().lossRatio()).isZero();
    assertThat(last.reason()).isEmpty();
  }

  @Test
  void repeatsItsQuestionsUntilTheyAreAnswered() {
    device.hellosToIgnore = 5;
    device.startsToIgnore = 3;

    runUntil(20);

    assertThat(device.countHeard(PacketType.GET_HELLO)).isEqualTo(6);
    assertThat(device.countHeard(PacketType.START)).isEqualTo(4);
    assertThat(heard.states()).endsWith(STREAMING, ENDED);
  }

  @Test
  void measuresTheWayThereAndBackLessTheTimeInside() {
    runUntil(25);

    // The bench answers after 50 ms and says that 2 of them were its own; t_us wraps in between.
    assertThat(supervisor.roundTripMs()).isCloseTo(48.0, within(1e-9));
    assertThat(device.countHeard(PacketType.PING)).isEqualTo(3);
  }

  @Test
  void saysHowLongAPingTakesAndHowFastTheDevicesClockIs() {
    device.driftPpm = 80;
    runUntil(75);

    LinkFigures early = heard.said().get(5).status().figures();
    assertThat(early.clockDriftPpm()).as("too early to say").isNaN();
    LinkFigures last = heard.said().get(heard.said().size() - 2).status().figures();
    assertThat(last.roundTripMs()).isCloseTo(48.0, within(1e-9));
    assertThat(last.clockDriftPpm()).isCloseTo(80, within(2.0));
    assertThat(last.clockAheadMs()).isCloseTo(80e-6 * 74_000, within(0.3));
    assertThat(last.signalDbm()).isNull();
    assertThat(heard.said().getLast().status().device()).isEqualTo("bench");
  }

  @Test
  void aConnectedDeviceThatSaysNothingIsSilentWithinTwoSeconds() {
    device.hellosToIgnore = Integer.MAX_VALUE;

    runUntil(5);

    assertThat(heard.states()).containsExactly(CONNECTING, SILENT, ENDED);
    assertThat(heard.secondOf(SILENT, 0)).isLessThan(2);
    assertThat(heard.reasonOf(SILENT)).contains("nothing comes", "switch the sensor on");
  }

  @Test
  void aStreamThatStopsIsSilentWithinTwoSecondsAndStartedAgain() {
    device.dumbFromSeconds = 5;
    device.dumbToSeconds = 12;

    runUntil(20);

    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, SILENT, STREAMING, ENDED);
    assertThat(heard.secondOf(SILENT, 5)).isLessThan(7);
    assertThat(heard.reasonOf(SILENT)).contains("readings have stopped");
    assertThat(device.countHeard(PacketType.START)).isGreaterThan(5);
    assertThat(heard.gaps()).singleElement().extracting(Gap::missingSamples).isEqualTo(700);
  }

  @Test
  void aPortThatIsNotThereIsLostWithTheRemedyAndTriedAgain() {
    device.unpluggedFromSeconds = 0;
    device.unpluggedToSeconds = 30;

    runUntil(40);

    assertThat(heard.states()).containsExactly(CONNECTING, LOST, CONNECTING, STREAMING, ENDED);
    assertThat(heard.reasonOf(LOST)).isEqualTo("bench:1 is not there: plug it in");
    assertThat(heard.secondOf(STREAMING, 0)).isBetween(30.0, 32.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void streamsWithinTwoSecondsOfADeviceThatIsBackAndShowsTheHole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    device.unpluggedFromSeconds = 5 + random.nextDouble();
    device.unpluggedToSeconds = device.unpluggedFromSeconds + 0.3 + 40 * random.nextDouble();
    device.endSeconds = device.unpluggedToSeconds + 10;

    supervisor(heard, seed).run();

    assertThat(heard.states()).as("seed=" + seed).containsSubsequence(STREAMING, LOST, STREAMING, ENDED);
    assertThat(heard.states()).as("seed=" + seed).doesNotContain(DEGRADED);
    double back = device.unpluggedToSeconds;
    assertThat(heard.secondOf(STREAMING, back)).as("seed=" + seed).isLessThan(back + 2);
    Gap hole = heard.gaps().getFirst();
    assertThat(heard.gaps()).as("seed=" + seed).hasSize(1);
    assertThat(hole.reason()).isEqualTo(Gap.Reason.LINK_DOWN);
    double down = back - device.unpluggedFromSeconds;
    assertThat(hole.durationSeconds()).as("seed=" + seed).isBetween(down - 0.1, down + 2);
    assertThat(hole.missingSamples()).isEqualTo((int) Math.round(hole.durationSeconds() * 100));
    assertThat(device.closed).isEqualTo(device.opened);
  }

  @Test
  void lossMakesItDegradedAndItRecovers() {
    device.loseToSeconds = 12;

    runUntil(30);

    assertThat(heard.states()).containsExactly(CONNECTING, STREAMING, DEGRADED, STREAMING, ENDED);
    assertThat(heard.reasonOf(DEGRADED)).contains("% of readings lost");
    assertThat(heard.secondOf(DEGRADED, 0)).isBetween(4.0, 7.0);
    assertThat(heard.secondOf(STREAMING, 12)).isLessThan(23);
  }

  @Test
  void garbageAtAMegabyteASecondNeitherKillsTheStreamNorFillsTheMemory() {
    SplittableRandom random = new SplittableRandom(3);
    heard.countRawOnly();
    byte[] noise = new byte[50_000]; // per 50 ms
    device.noise = () -> {
      if (clock.seconds() > 20 || device.clock.nanoTime() % (2 * BenchDevice.FRAME_NANOS) >= BenchDevice.FRAME_NANOS) {
        return new byte[0];
      }
      random.nextBytes(noise);
      clock.sleep(BenchDevice.FRAME_NANOS);
      return noise;
    };
    long before = usedBytes();

    runUntil(40);

    assertThat(heard.rawLength()).isGreaterThan(9_000_000);
    assertThat(heard.states()).contains(STREAMING).endsWith(STREAMING, ENDED);
    assertThat(heard.said()).hasSizeLessThan(120);
    assertThat(usedBytes() - before).isLessThan(2_500_000);
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void nothingButGarbageIsSilentAndSaysWhatToCheck() {
    device.hellosToIgnore = Integer.MAX_VALUE;
    SplittableRandom random = new SplittableRandom(4);
    device.noise = () -> {
      clock.sleep(BenchDevice.FRAME_NANOS);
      byte[] noise = new byte[100];
      random.nextBytes(noise);
      return noise;
    };

    runUntil(10);

    assertThat(heard.states()).containsExactly(CONNECTING, SILENT, ENDED);
    assertThat(heard.reasonOf(SILENT)).contains("nothing readable", "baud rate");
    assertThat(heard.said()).hasSizeLessThan(15);
  }

  @Test
  void aFaultOfTheProgramIsSaidAndNotHidden() {
    Heard brittle = new Heard(clock::seconds);
    SensorSupervisor failing = supervisor(
        new SensorListener() {
          @Override
          public void raw(byte[] bytes, int length, long arrivalNanos) {}

          @Override
          public void signal(Placement placement, SignalEvent event) {
            throw new IllegalStateException("ink is out");
          }

          @Override
          public void status(SessionEvent.SensorStatus status) {
            brittle.status(status);
          }
        },
        1);

    assertThatThrownBy(failing::run).hasMessage("ink is out");

    assertThat(brittle.states()).containsExactly(CONNECTING, LOST);
    assertThat(brittle.reasonOf(LOST)).contains("ink is out", "restart flatback");
    assertThat(device.closed).isEqualTo(1);
  }

  @Test
  void sendsOnlyWhileThereIsALink() {
    assertThat(supervisor.send(new byte[] {0})).isFalse();
    runUntil(3);
    assertThat(supervisor.send(new byte[] {0})).isFalse();
  }

  @Test
  void aLinkThatWasOfUseIsTriedAgainAtOnceHoweverOftenItWasLostBefore() {
    device.unpluggedFromSeconds = 0;
    device.unpluggedToSeconds = 10;
    runUntil(12);
    device.unpluggedFromSeconds = 20;
    device.unpluggedToSeconds = 20.1;
    device.endSeconds = 30;

    supervisor.run();

    assertThat(heard.secondOf(STREAMING, 20)).isLessThan(20.4);
  }

  @Test
  void theClockOfADeviceThatBeganAnewIsLearntAnew() {
    device.driftPpm = 80;
    device.indexBackSeconds = 70;
    runUntil(100);

    assertThat(heard.said().getLast().status().figures().clockDriftPpm()).isNaN();
  }
}

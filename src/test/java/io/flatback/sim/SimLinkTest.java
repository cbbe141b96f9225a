package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flatback.link.ByteLink;
import io.flatback.link.FakeClock;
import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireEvent;
import io.flatback.wire.WireMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimLinkTest {
  private final FakeClock clock = new FakeClock();
  private int sourcesClosed;

  private SimLink link(Readings readings, double rateHz, double speed) {
    ReferenceSensor sensor =
        new ReferenceSensor(ReferenceSensor.defaultHello(rateHz), readings, Placement.LUMBAR);
    return new SimLink("sim:test", sensor, () -> sourcesClosed++, speed, clock);
  }

  private List<SignalEvent> play(SimLink link) throws IOException {
    link.write(FrameEncoder.frame(new WireMessage.Start(1)));
    FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
    List<SignalEvent> events = new ArrayList<>();
    byte[] buffer = new byte[500];
    for (int length = link.read(buffer); length >= 0; length = link.read(buffer)) {
      decoder.offer(buffer, 0, length, clock.nanoTime());
      while (decoder.next()) {
        events.add(decoder.event());
      }
    }
    assertThat(decoder.facts().faults()).isZero();
    return events;
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 52, 100, 104, 200, 416})
  void whatIsPlayedIsWhatIsHeardToWithinACount(double rateHz) throws IOException {
    List<SignalEvent> heard = play(link(Readings.hinges(rateHz, 10), rateHz, 1));

    assertThat(heard).hasSize((int) Math.round(rateHz * 10));
    for (int i = 0; i < heard.size(); i++) {
      Sample sample = (Sample) heard.get(i);
      Sample truth = Readings.sample(Math.round(i * 1e9 / rateHz));
      assertThat((double) sample.timeNanos()).isCloseTo(truth.timeNanos(), within(5_000.0));
      assertThat(sample.accXMps2()).isCloseTo(truth.accXMps2(), within(0.0012));
      assertThat(sample.accYMps2()).isCloseTo(truth.accYMps2(), within(0.0012));
      assertThat(sample.gyroZRadPerSec()).isCloseTo(truth.gyroZRadPerSec(), within(0.00031));
      assertThat(sample.clipped()).isFalse();
    }
  }

  @Test
  void aGapStaysAGapOfTheSameLength() throws IOException {
    Stream<SignalEvent> events = Stream.of(
        Readings.sample(0),
        Readings.sample(10_000_000),
        Readings.sample(20_000_000),
        new Gap(30_000_000, 500_000_000, Gap.Reason.HOLE, 47),
        Readings.sample(500_000_000),
        Readings.sample(510_000_000));

    List<SignalEvent> heard = play(link(new Readings(events), 100, SimLink.AS_FAST_AS_POSSIBLE));

    assertThat(heard).hasSize(6);
    assertThat(heard.get(3)).isEqualTo(new Gap(30_000_000, 500_000_000, Gap.Reason.LOST, 47));
  }

  @Test
  void unevenReadingsKeepTheirTimes() throws IOException {
    long[] times = {0, 10_000_000, 20_000_000, 37_000_000, 40_000_000, 55_000_000, 56_000_000, 70_000_000};
    Stream<SignalEvent> events = java.util.Arrays.stream(times).mapToObj(Readings::sample);

    List<SignalEvent> heard = play(link(new Readings(events), 100, SimLink.AS_FAST_AS_POSSIBLE));

    assertThat(heard).hasSize(times.length);
    for (int i = 0; i < times.length; i++) {
      assertThat((double) heard.get(i).timeNanos()).isCloseTo(times[i], within(2_500_000.0));
    }
  }

  @Test
  void whatIsBeyondTheScaleIsClippedAndSaysSo() throws IOException {
    Sample hard = new Sample(0, 200, -200, 0, 0, 0, 0, false);

    List<SignalEvent> heard = play(link(new Readings(Stream.of(hard)), 100, SimLink.AS_FAST_AS_POSSIBLE));

    Sample sample = (Sample) heard.getFirst();
    assertThat(sample.clipped()).isTrue();
    assertThat(sample.accXMps2()).isCloseTo(32767 * 244e-6 * Sample.STANDARD_GRAVITY_MPS2, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 4})
  void takesAsLongAsItShould(double speed) throws IOException {
    play(link(Readings.hinges(100, 20), 100, speed));

    assertThat(clock.seconds()).isCloseTo(20 / speed, within(0.3));
  }

  @Test
  void asFastAsPossibleTakesNoTime() throws IOException {
    assertThat(play(link(Readings.hinges(100, 600), 100, SimLink.AS_FAST_AS_POSSIBLE))).hasSize(60_000);
    assertThat(clock.seconds()).isZero();
  }

  @Test
  void saysNothingButHelloUntilItIsStarted() throws IOException {
    SimLink link = link(Readings.hinges(100, 5), 100, 1);

    assertThat(ask(link)).singleElement().isEqualTo(ReferenceSensor.defaultHello(100));
    assertThat(clock.seconds()).isLessThan(10);
  }

  @Test
  void answersItsCommands() throws IOException {
    SimLink link = link(Readings.hinges(100, 5), 100, 1);
    ask(link);

    assertThat(ask(link, new WireMessage.GetHello(1))).containsExactly(ReferenceSensor.defaultHello(100));
    assertThat(ask(link, new WireMessage.Ping(1, 777)))
        .singleElement()
        .isInstanceOfSatisfying(WireMessage.Pong.class, pong -> assertThat(pong.token()).isEqualTo(777));
    assertThat(ask(link, new WireMessage.Rate(9, 20_000, 5))).containsExactly(new WireMessage.Ack(0x83, 9, 4));
    assertThat(ask(link, new WireMessage.Unknown(0xA0, ""))).containsExactly(new WireMessage.Ack(0xA0, 0, 1));
    WireMessage.Feedback burst = new WireMessage.Feedback(3, 1, 100, 255, 50, 2);
    assertThat(ask(link, burst)).containsExactly(new WireMessage.Ack(0x85, 3, 0));
    assertThat(link.lastFeedback()).isEqualTo(burst);
    assertThat(ask(link, new WireMessage.Start(4))).startsWith(new WireMessage.Ack(0x81, 4, 0));
    assertThat(ask(link)).anyMatch(Imu6.class::isInstance);
    assertThat(ask(link, new WireMessage.Stop(5))).contains(new WireMessage.Ack(0x82, 5, 0));
    assertThat(ask(link)).isEmpty();
  }

  private List<WireEvent> ask(ByteLink link, WireMessage... commands) throws IOException {
    for (WireMessage command : commands) {
      link.write(FrameEncoder.frame(command));
    }
    FrameDecoder decoder = new FrameDecoder();
    List<WireEvent> answers = new ArrayList<>();
    byte[] buffer = new byte[500];
    decoder.offer(buffer, 0, link.read(buffer));
    while (decoder.next()) {
      answers.add(decoder.event());
    }
    return answers;
  }

  @Test
  void closesWhatItPlaysFromAndReadsNoMore() throws IOException {
    SimLink link = link(Readings.hinges(100, 5), 100, 1);
    link.close();
    link.close();

    assertThat(sourcesClosed).isEqualTo(1);
    assertThatThrownBy(() -> link.read(new byte[10])).hasMessageContaining("sim:test has been closed");
  }

  @Test
  void refusesReadingsWithoutGyroscope() {
    Sample without = new Sample(0, 0, 0, 9.8, Double.NaN, Double.NaN, Double.NaN, false);

    assertThatThrownBy(() -> play(link(new Readings(Stream.of(without)), 100, 1)))
        .hasMessageContaining("without gyroscope");
  }
}

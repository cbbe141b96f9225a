package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.Gap.Reason;
import io.flatback.wire.Counts;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatbackSignalDecoderTest extends DecoderBench {
  @Test
  void givesReadingsInSiUnitsByTheDevicesOwnScales() {
    Counts counts = new Counts((short) 4098, (short) -4098, (short) 0, (short) 1000, (short) -1000, (short) 1);
    sensor.hello().send(new Imu6(0, 0, 0, 0, 7, counts));

    Sample sample = samples(sensor.decoded(decoder)).getFirst();

    // 4098 × 244 µg = 0.999912 g; 1000 × 35 m°/s = 35 °/s
    assertThat(sample.accXMps2()).isCloseTo(0.999912 * 9.80665, within(1e-9));
    assertThat(sample.accYMps2()).isEqualTo(-sample.accXMps2());
    assertThat(sample.accZMps2()).isZero();
    assertThat(Math.toDegrees(sample.gyroXRadPerSec())).isCloseTo(35, within(1e-9));
    assertThat(Math.toDegrees(sample.gyroYRadPerSec())).isCloseTo(-35, within(1e-9));
    assertThat(Math.toDegrees(sample.gyroZRadPerSec())).isCloseTo(0.035, within(1e-9));
    assertThat(sample.clipped()).isFalse();
  }

  @Test
  void streamTimeBeginsAtZeroAndFollowsTheDevice() {
    List<SignalEvent> events = sensor.hello().frames(3).decoded(decoder);

    assertThat(events).hasSize(15);
    assertThat(events).first().extracting(SignalEvent::timeNanos).isEqualTo(0L);
    assertThat(events).last().extracting(SignalEvent::timeNanos).isEqualTo(140_000_000L);
  }

  @Test
  void readingsBeforeTheScalesAreKnownAreCountedAndDropped() {
    List<SignalEvent> events = sensor.frames(2).hello().frame().decoded(decoder);

    assertThat(events).hasSize(5);
    assertThat(events.getFirst().timeNanos()).isZero();
    assertThat(decoder.readingsBeforeHello()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 37, 1000})
  void anIndexGapIsALossOfExactlyThatMany(int lost) {
    sensor.hello().frames(4);
    sensor.index += lost;
    sensor.deviceMicros += lost * 10_000;
    sensor.arrivalNanos += 50_000_000; // bytes keep coming, so the link is up
    List<SignalEvent> events = sensor.frames(2).decoded(decoder);

    Gap gap = onlyGap(events);
    assertThat(gap.reason()).isEqualTo(Reason.LOST);
    assertThat(gap.missingSamples()).isEqualTo(lost);
    assertThat(gap.timeNanos()).isEqualTo(200_000_000L);
    assertThat(gap.durationSeconds()).isCloseTo(lost * 0.01, within(1e-9));
    assertThat(events.get(events.indexOf(gap) + 1).timeNanos()).isEqualTo(gap.endNanos());
    assertThat(decoder.facts().lostSamples()).isEqualTo(lost);
    assertThat(decoder.facts().lossRatio()).isCloseTo(lost / (30.0 + lost), within(1e-12));
  }

  @Test
  void readingsMissingAfterSilenceWereLostWithTheLink() {
    sensor.hello().frames(4).skipReadings(400);

    Gap gap = onlyGap(sensor.frames(2).decoded(decoder));

    assertThat(gap.reason()).isEqualTo(Reason.LINK_DOWN);
    assertThat(gap.missingSamples()).isEqualTo(400);
    assertThat(gap.durationSeconds()).isCloseTo(4, within(1e-9));
  }

  @Test
  void silenceWithoutAMissingReadingIsNoGap() {
    sensor.hello().frames(4);
    sensor.arrivalNanos += 3_000_000_000L; // the host was busy, the bytes waited

    assertThat(sensor.frames(4).decoded(decoder)).hasSize(40).allMatch(Sample.class::isInstance);
  }

  @Test
  void backFilledReadingsAreCountedAndNotShownAsLive() {
    sensor.hello().frames(4);
    Imu6 later = sensor.imu6();
    sensor.send(new Imu6(Imu6.BACKFILLED, 3, 30_000, 10_000, 7, later.counts()));

    List<SignalEvent> events = sensor.frames(1).decoded(decoder);

    assertThat(events).hasSize(25).allMatch(Sample.class::isInstance);
    assertThat(decoder.backfilledReadings()).isEqualTo(5);
  }

  @Test
  void readingsThatComeTwiceAreShownOnce() {
    sensor.hello();
    for (int i = 0; i < 20; i++) {
      sensor.send(sensor.imu6()).frame();
    }

    List<SignalEvent> events = sensor.decoded(decoder);

    assertThat(events).hasSize(100).allMatch(Sample.class::isInstance);
    assertThat(decoder.repeatedReadings()).isEqualTo(100);
    assertThat(decoder.facts().rateHz()).isNaN(); // less than a second so far
  }

  @Test
  void clippingIsToldByTheDeviceOrByTheRails() {
    short[] rail = {0, 0, 0, 0, 0, 0, 0, 0, Short.MIN_VALUE, 0, 0, 0, 0, 0, 0, 0, Short.MAX_VALUE, 0};
    sensor.hello();
    sensor.send(new Imu6(0, 0, 0, 10_000, 7, new Counts(rail)));
    sensor.send(new Imu6(Imu6.CLIPPED, 3, 30_000, 10_000, 7, new Counts(new short[6])));

    assertThat(samples(sensor.decoded(decoder))).extracting(Sample::clipped).containsExactly(false, true, true, true);
  }

  @Test
  void aHoleInDeviceTimeWithoutAMissingIndexIsAGap() {
    sensor.hello().frames(4);
    sensor.waitSeconds(0.2);

    Gap gap = onlyGap(sensor.frames(4).decoded(decoder));

    assertThat(gap.reason()).isEqualTo(Reason.HOLE);
    assertThat(gap.missingSamples()).isEqualTo(20);
  }

  @Test
  void aDeviceThatSpeaksAFutureVersionIsNotBelievedInItsReadings() {
    sensor.hello().frames(2);
    byte[] future = FrameEncoder.frame(ScriptedSensor.hello(7, "F1A7BAC00000A1F2")).clone();
    assertThat(sensor.decoded(decoder)).hasSize(10);
    sensor.bytes(io.flatback.wire.FutureHello.frame()).frames(2);

    assertThat(sensor.decoded(decoder)).isEmpty();
    assertThat(decoder.facts().lastFault()).contains("version=2.0", "this build reads 1");
    assertThat(sensor.bytes(future).frames(2).decoded(decoder)).hasSize(10 + 1);
  }

  @Test
  void statusAndPongAreAtHand() {
    sensor.hello().send(new WireMessage.Status(7, 1, 3900, 61, 2500, 4, 5)).send(new WireMessage.Pong(9, 1, 2));

    sensor.decoded(decoder);

    assertThat(decoder.facts().device()).isEqualTo("one");
    assertThat(decoder.facts().batteryPercent()).isEqualTo(61);
    assertThat(decoder.deviceStatus()).isNotNull().extracting(WireMessage.Status::drops).isEqualTo(4);
    assertThat(decoder.pong()).isNotNull().extracting(heard -> heard.pong().token()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void cuttingTheBytesChangesNothing(long seed) {
    List<SignalEvent> whole = troubled(seed).decoded(new FlatbackSignalDecoder(Placement.LUMBAR));
    List<SignalEvent> crumbs = troubled(seed).decodedByteByByte(new FlatbackSignalDecoder(Placement.LUMBAR));

    assertThat(crumbs).as("seed=" + seed).isEqualTo(whole).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void timeNeverGoesBackAndGapsFitBetweenReadings(long seed) {
    long last = 0;
    long gapEnd = -1;
    for (SignalEvent event : troubled(seed).decoded(decoder)) {
      assertThat(event.timeNanos()).as("seed=" + seed).isGreaterThanOrEqualTo(last);
      if (event instanceof Gap gap) {
        gapEnd = gap.endNanos();
      } else {
        assertThat(event.timeNanos()).as("seed=" + seed).isGreaterThanOrEqualTo(gapEnd);
      }
      last = event.timeNanos();
    }
  }
}

package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.wire.ximu3.XimuBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XimuSignalDecoderTest {
  private static final long MILLI = 1_000_000L;

  private final XimuSignalDecoder decoder = new XimuSignalDecoder(Placement.SACRUM);
  private final List<SignalEvent> events = new ArrayList<>();
  private long arrivalNanos = 5_000_000_000L;

  private void hear(byte[] bytes) {
    decoder.offer(bytes, 0, bytes.length, arrivalNanos);
    while (decoder.next()) {
      events.add(decoder.event());
    }
  }

  private void read(long millis) {
    arrivalNanos += 10 * MILLI;
    hear(XimuBytes.written(millis * 1000, 90, 0, 0, 0, 0, 1));
  }

  private void readFrom(long millis, int count) {
    for (int i = 0; i < count; i++) {
      read(millis + 10L * i);
    }
  }

  private List<Long> sampleMillis() {
    return events.stream().filter(Sample.class::isInstance).map(event -> event.timeNanos() / MILLI).toList();
  }

  private List<Gap> gaps() {
    return events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  @Test
  void readingsInSiUnitsAtTheDevicesOwnTimes() {
    readFrom(700, 200);

    Sample first = (Sample) events.getFirst();
    assertThat(first.timeNanos()).isZero();
    assertThat(first.accZMps2()).isCloseTo(Sample.STANDARD_GRAVITY_MPS2, within(1e-9));
    assertThat(first.gyroXRadPerSec()).isCloseTo(Math.PI / 2, within(1e-9));
    assertThat(sampleMillis()).hasSize(200).endsWith(1990L);
    assertThat(decoder.facts().rateHz()).isCloseTo(100, within(0.01));
    assertThat(gaps()).isEmpty();
    assertThat(decoder.placement()).isEqualTo(Placement.SACRUM);
  }

  @Test
  void aHoleInDeviceTimeIsAGapOfAsManyReadings() {
    readFrom(0, 50);
    readFrom(600, 50);

    assertThat(gaps()).containsExactly(new Gap(500 * MILLI, 600 * MILLI, Gap.Reason.HOLE, 10));
    assertThat(decoder.facts().lostSamples()).isEqualTo(10);
    assertThat(sampleMillis()).hasSize(100).endsWith(1090L);
  }

  /** Its rate is set by its maker's program while it is listened to. */
  @Test
  void aRateThatWasSetAnewIsNoHoleForEver() {
    readFrom(0, 200);
    for (int i = 0; i < 200; i++) {
      arrivalNanos += 30 * MILLI;
      read(2_000 + 40L * i);
    }
    readFrom(10_000, 200);

    assertThat(gaps()).hasSizeLessThanOrEqualTo(10);
    assertThat(sampleMillis()).hasSize(600).isSorted().endsWith(11_990L);
    assertThat(decoder.facts().lostSamples()).isLessThan(30);
  }

  @Test
  void oneWildTimeDoesNotMakeAllThatFollowsThePast() {
    readFrom(0, 50);
    read(77_000_000);
    readFrom(500, 50);

    assertThat(gaps()).isEmpty();
    assertThat(sampleMillis()).hasSize(100).endsWith(990L);
    assertThat(decoder.outOfPlaceReadings()).isEqualTo(1);
  }

  @Test
  void whatComesTwiceOrTooLateIsLeftOut() {
    readFrom(0, 50);
    read(490);
    readFrom(400, 10);
    readFrom(500, 10);

    assertThat(sampleMillis()).hasSize(60).isSorted().doesNotHaveDuplicates();
    assertThat(decoder.repeatedReadings()).isEqualTo(2);
    assertThat(decoder.outOfPlaceReadings()).isEqualTo(9);
  }

  @Test
  void aDeviceThatWasSwitchedOffAndOnGoesOnByArrivals() {
    readFrom(60_000, 50);
    arrivalNanos += 3_000 * MILLI;
    readFrom(20, 50);

    assertThat(gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.RESET);
      assertThat(gap.endNanos()).isEqualTo(490 * MILLI + 3_010 * MILLI);
    });
    assertThat(sampleMillis()).hasSize(100).isSorted();
  }

  @Test
  void saysWhoItIsAndHowFullItsBatteryIs() {
    hear(XimuBytes.text("{\"ping\":{\"interface\":\"TCP\",\"deviceName\":\"back\",\"serialNumber\":\"0123ABCD\"}}"));
    hear(XimuBytes.text("B,1000,84.4,4.1,1"));

    assertThat(decoder.facts().device()).isEqualTo("back 0123ABCD");
    assertThat(decoder.facts().batteryPercent()).isEqualTo(84);
  }

  @ParameterizedTest
  @ValueSource(doubles = {16, -16})
  void aReadingAtTheEndOfItsScaleIsClipped(double accZG) {
    hear(XimuBytes.written(0, 0, 0, 0, 0, 0, accZG));
    readFrom(10, 3);

    assertThat(((Sample) events.getFirst()).clipped()).isTrue();
    assertThat(((Sample) events.getLast()).clipped()).isFalse();
  }

  @Test
  void anotherProtocolIsAFaultWithAReason() {
    hear(new byte[3000]);

    assertThat(events).isEmpty();
    assertThat(decoder.facts().faults()).isPositive();
    assertThat(decoder.facts().lastFault()).contains("line feed", "check baud rate and driver");
  }
}

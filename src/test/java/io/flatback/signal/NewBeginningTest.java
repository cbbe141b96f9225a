package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.Gap.Reason;
import io.flatback.wire.Hello;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device whose clock, count or scales do not go on from where they were. */
class NewBeginningTest extends DecoderBench {
  @Test
  void anotherBootIdIsAResetBridgedByTheArrivals() {
    List<SignalEvent> events = sensor.hello().frames(10).reset(6).frames(10).decoded(decoder);

    Gap gap = onlyGap(events);
    assertThat(gap.reason()).isEqualTo(Reason.RESET);
    assertThat(gap.durationSeconds()).isCloseTo(6, within(0.06));
    assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
    assertThat(samples(events)).hasSize(100);
  }

  @Test
  void anotherBootIdIsAResetThoughIndexAndTimeSeemToGoOn() {
    sensor.hello().frames(10);
    sensor.bootId++;

    assertThat(onlyGap(sensor.frames(10).decoded(decoder)).reason()).isEqualTo(Reason.RESET);
  }

  @Test
  void aClockThatJumpsUnderTheSameBootIdIsAResetToo() {
    sensor.hello().frames(10);
    sensor.deviceMicros += 10_000_000;

    assertThat(onlyGap(sensor.frames(10).decoded(decoder)).reason()).isEqualTo(Reason.RESET);
  }

  /** Its index and its clock agree as they did before, so that all it says looks as if it came a second time. */
  @Test
  void aDeviceThatBeginsAnewUnderItsOldBootIdIsHeardAgainWithinASecondOrSo() {
    sensor.deviceMicros = 20_000;
    sensor.hello().frames(400).reset(2);
    sensor.bootId--;
    sensor.hello().frames(60);

    List<SignalEvent> events = sensor.decoded(decoder);
    Gap gap = onlyGap(events);
    assertThat(gap.reason()).isEqualTo(Reason.RESET);
    assertThat(gap.durationSeconds()).isBetween(3.0, 3.2);
    assertThat(samples(events)).hasSizeBetween(2000 + 190, 2000 + 200);
    assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
  }

  @Test
  void readingsThatComeAgainInABurstOrForEverAreNoNewBeginning() {
    sensor.hello().frames(100);
    ScriptedSensor again = new ScriptedSensor();
    again.arrivalNanos = sensor.arrivalNanos;
    for (int i = 0; i < 40; i++) {
      again.send(again.imu6());
      again.arrivalNanos += 50_000_000;
    }
    List<SignalEvent> events = sensor.decoded(decoder);
    events.addAll(again.decoded(decoder));
    ScriptedSensor burst = new ScriptedSensor();
    burst.arrivalNanos = again.arrivalNanos;
    for (int i = 0; i < 80; i++) {
      burst.send(burst.imu6());
      burst.index += ScriptedSensor.READINGS;
      burst.deviceMicros += 50_000;
    }
    events.addAll(burst.decoded(decoder));

    assertThat(samples(events)).hasSize(500);
    assertThat(decoder.repeatedReadings()).isEqualTo(200 + 400);
  }

  @Test
  void aDeviceThatSaysANewRateIsMeasuredByIt() {
    sensor.hello().frames(1200);
    sensor.periodMicros = 20_000;
    Hello slower =
        new Hello(1, 0, 7, "F1A7BAC00000A1F2", 1, 0, 5_000, 244_000, 35_000, 0, 0, new Hello.Firmware(1, 0, 0), "one");
    sensor.send(slower).frames(30);

    assertThat(sensor.decoded(decoder)).noneMatch(Gap.class::isInstance);
    assertThat(decoder.facts().rateHz()).isCloseTo(50, within(0.1));
  }

  @Test
  void anotherDeviceOnTheSameLineIsAReset() {
    sensor.hello().frames(10).send(ScriptedSensor.hello(7, "0000000000000001"));

    assertThat(onlyGap(sensor.frames(10).decoded(decoder)).reason()).isEqualTo(Reason.RESET);
  }

  @ParameterizedTest
  @CsvSource({"4294967290, 4294000000", "4294967295, 4294967295", "2147483640, 2147480000"})
  void indexAndTimeMayWrap(long index, long micros) {
    sensor.index = index;
    sensor.deviceMicros = micros;

    List<SignalEvent> events = sensor.hello().frames(100).decoded(decoder);

    assertThat(events).hasSize(500).allMatch(Sample.class::isInstance);
    assertThat(events.getLast().timeNanos()).isEqualTo(4_990_000_000L);
  }

  @Test
  void timeIsUnwrappedByTheIndexOverHoursOfSilence() {
    sensor.hello().frames(100).skipReadings(3 * 3600 * 100).frames(2);

    Gap gap = onlyGap(sensor.decoded(decoder));

    assertThat(gap.durationSeconds()).isCloseTo(3 * 3600, within(1e-6));
    assertThat(gap.missingSamples()).isEqualTo(3 * 3600 * 100);
  }
}

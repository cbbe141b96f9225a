package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.Gap.Reason;
import io.flatback.signal.MissingReadings.Stretch;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings that a device sends again: never in the live stream, in their place when the record is read again. */
class LateReadingsTest {
  private static final long PERIOD_NANOS = 10_000_000L;

  /** The same script is played to every decoder, as a record is. */
  private static List<SignalEvent> live(Consumer<ScriptedSensor> script) {
    return played(script, new FlatbackSignalDecoder(Placement.LUMBAR));
  }

  private static List<SignalEvent> recorded(Consumer<ScriptedSensor> script) {
    LateReadings late = new LateReadings();
    var unused = played(script, decoder(late));
    return played(script, decoder(late));
  }

  private static FlatbackSignalDecoder decoder(LateReadings late) {
    FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
    decoder.keepLate(late);
    return decoder;
  }

  private static List<SignalEvent> played(Consumer<ScriptedSensor> script, FlatbackSignalDecoder decoder) {
    ScriptedSensor sensor = new ScriptedSensor();
    script.accept(sensor);
    return sensor.decoded(decoder);
  }

  private static List<Imu6> lose(ScriptedSensor sensor, int frames) {
    List<Imu6> lost = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      lost.add(again(sensor.imu6()));
      sensor.skipReadings(ScriptedSensor.READINGS);
    }
    return lost;
  }

  private static Imu6 again(Imu6 frame) {
    return new Imu6(
        Imu6.BACKFILLED, frame.firstIndex(), frame.firstMicros(), frame.periodMicros(), frame.bootId(), frame.counts());
  }

  private static List<Gap> gaps(List<SignalEvent> events) {
    return events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  private static List<Long> times(List<SignalEvent> events) {
    return events.stream().filter(Sample.class::isInstance).map(SignalEvent::timeNanos).toList();
  }

  @Test
  void aHoleThatWasFilledIsNoHoleInTheRecordAndStaysOneLive() {
    Consumer<ScriptedSensor> script = sensor -> {
      sensor.hello().frames(4);
      List<Imu6> lost = lose(sensor, 6);
      sensor.frames(2);
      for (Imu6 frame : lost) {
        sensor.send(frame).frame();
      }
    };

    assertThat(live(script).stream().filter(Sample.class::isInstance)).hasSize((4 + 2 + 6) * 5);
    assertThat(gaps(live(script))).singleElement().satisfies(gap -> assertThat(gap.missingSamples()).isEqualTo(30));
    assertThat(times(live(script))).isSorted();

    List<SignalEvent> whole = recorded(script);
    assertThat(gaps(whole)).isEmpty();
    assertThat(whole).hasSize(18 * 5);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(whole.get(i).timeNanos()).isEqualTo(i * PERIOD_NANOS);
      assertThat(Math.round(((Sample) whole.get(i)).accXMps2() / 244e-6 / 9.80665)).isEqualTo(i / 5 * 5);
    }
  }

  @Test
  void countsAsLostOnlyWhatDidNotComeLateEither() {
    Consumer<ScriptedSensor> script = sensor -> {
      sensor.hello().frames(4);
      List<Imu6> lost = lose(sensor, 6);
      sensor.frames(2).send(lost.get(1)).send(lost.get(2)).send(lost.get(5)).frame();
    };
    LateReadings late = new LateReadings();
    var unused = played(script, decoder(late));
    FlatbackSignalDecoder second = decoder(late);
    List<SignalEvent> events = played(script, second);

    assertThat(gaps(events)).extracting(Gap::missingSamples).containsExactly(5, 10);
    assertThat(gaps(events)).extracting(Gap::timeNanos).containsExactly(20 * PERIOD_NANOS, 35 * PERIOD_NANOS);
    assertThat(gaps(events)).extracting(Gap::endNanos).containsExactly(25 * PERIOD_NANOS, 45 * PERIOD_NANOS);
    assertThat(gaps(events)).extracting(Gap::reason).containsOnly(Reason.LINK_DOWN);
    assertThat(events).extracting(SignalEvent::timeNanos).isSorted();
    assertThat(second.facts().lostSamples()).isEqualTo(15);
  }

  @Test
  void readingsOfTheNewLifeBeforeItsFirstThatCameFollowTheReset() {
    Consumer<ScriptedSensor> script = sensor -> {
      sensor.hello().frames(4).reset(0.3);
      List<Imu6> lost = lose(sensor, 2);
      sensor.hello().frames(2).send(lost.get(0)).send(lost.get(1)).frame();
    };
    List<SignalEvent> events = recorded(script);

    assertThat(gaps(events)).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Reason.RESET);
      assertThat(gap.missingSamples()).isZero();
    });
    assertThat(times(events)).hasSize((4 + 2 + 2 + 1) * 5).isSorted();
  }

  /** The counter of starts has come round: same boot id, same indices, another time. */
  @Test
  void readingsOfAnotherLifeFillNoHole() {
    Consumer<ScriptedSensor> script = sensor -> {
      sensor.hello().frames(4);
      Imu6 elsewhere = again(sensor.imu6());
      var unused = lose(sensor, 2);
      sensor.frames(2);
      sensor.send(
          new Imu6(Imu6.BACKFILLED, elsewhere.firstIndex(), 77, 10_000, elsewhere.bootId(), elsewhere.counts()));
    };

    assertThat(recorded(script)).isEqualTo(live(script));
  }

  /** Whatever is lost and whatever comes again: nothing twice, nothing back in time, nothing unaccounted for. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyReadingIsThereOrMissing(long seed) {
    Consumer<ScriptedSensor> script = sensor -> {
      SplittableRandom random = new SplittableRandom(seed);
      sensor.hello().frame();
      List<Imu6> lost = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        lost.addAll(lose(sensor, random.nextInt(4)));
        sensor.frames(1 + random.nextInt(3));
        for (int again = random.nextInt(4); again > 0 && !lost.isEmpty(); again--) {
          sensor.send(lost.get(random.nextInt(lost.size())));
        }
      }
    };
    List<SignalEvent> events = recorded(script);

    long expected = Math.round(events.getLast().timeNanos() / (double) PERIOD_NANOS) + 1;
    long missing = gaps(events).stream().mapToLong(Gap::missingSamples).sum();
    assertThat(times(events).size() + missing).as("seed=" + seed).isEqualTo(expected);
    assertThat(times(events)).as("seed=" + seed).isSorted().doesNotHaveDuplicates();
    assertThat(events).as("seed=" + seed).extracting(SignalEvent::timeNanos).isSorted();
  }

  @Test
  void knowsWhatIsMissingAsFarAsTheRingReaches() {
    FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
    ScriptedSensor sensor = new ScriptedSensor();
    sensor.send(withRing(25)).frames(4);
    List<Imu6> lost = lose(sensor, 6);
    var unused = sensor.frame().decoded(decoder);
    assertThat(decoder.missing().first()).contains(new Stretch(30, 20));

    unused = sensor.send(lost.get(2)).decoded(decoder);
    assertThat(decoder.missing().first()).contains(new Stretch(35, 15));
    unused = sensor.send(lost.get(4)).decoded(decoder);
    assertThat(decoder.missing().first()).contains(new Stretch(35, 5));
    unused = sensor.send(lost.get(3)).send(lost.get(5)).decoded(decoder);
    assertThat(decoder.missing().first()).isEmpty();
  }

  @Test
  void doesNotMissWhatTheRingHasLostMeanwhile() {
    FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
    ScriptedSensor sensor = new ScriptedSensor();
    sensor.send(withRing(50)).frames(4);
    assertThat(lose(sensor, 6)).hasSize(6);
    var unused = sensor.frames(4).decoded(decoder);
    assertThat(decoder.missing().first()).contains(new Stretch(20, 30));

    unused = sensor.frames(2).decoded(decoder);
    assertThat(decoder.missing().first()).contains(new Stretch(30, 20));
    unused = sensor.frames(4).decoded(decoder);
    assertThat(decoder.missing().first()).isEmpty();
  }

  private static Hello withRing(int ringSamples) {
    return new Hello(
        1, 0, 7, "F1A7BAC00000A1F2", 1, 0, 10_000, 244_000, 35_000, ringSamples, 8, new Hello.Firmware(1, 0, 0), "ring");
  }
}

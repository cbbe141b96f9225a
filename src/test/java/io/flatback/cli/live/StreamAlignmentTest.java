package io.flatback.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StreamAlignmentTest {
  private static final long MILLI = 1_000_000L;

  private static SignalEvent sample(long timeNanos) {
    return new Sample(timeNanos, 0, 0, 9.81, 0, 0, 0, false);
  }

  private static List<StreamAlignment.Placed> drain(StreamAlignment alignment, long nowNanos) {
    List<StreamAlignment.Placed> all = new ArrayList<>();
    for (Optional<StreamAlignment.Placed> p = alignment.next(nowNanos); p.isPresent(); p = alignment.next(nowNanos)) {
      all.add(p.get());
    }
    return all;
  }

  @Test
  void aSingleStreamKeepsItsOwnTimeAndWaitsForNothing() {
    StreamAlignment alignment = new StreamAlignment(List.of("a"), Long.MIN_VALUE);
    alignment.offer("a", Placement.LUMBAR, sample(777 * MILLI), 5_000 * MILLI);
    List<StreamAlignment.Placed> placed = drain(alignment, 5_000 * MILLI);
    assertThat(placed).hasSize(1);
    assertThat(placed.getFirst().event().timeNanos()).isEqualTo(777 * MILLI);
  }

  @Test
  void aResumedStreamGoesOnWhereTheRecordEnded() {
    StreamAlignment alignment = new StreamAlignment(List.of("a"), 60_000 * MILLI);
    alignment.offer("a", Placement.LUMBAR, sample(0), 1);
    alignment.offer("a", Placement.LUMBAR, sample(10 * MILLI), 2);
    assertThat(drain(alignment, 2).stream().map(p -> p.event().timeNanos()))
        .containsExactly(60_000 * MILLI, 60_010 * MILLI);
  }

  /** A sensor whose battery gives out in its first breath. */
  @Test
  void aStreamThatSaysOneFrameAndNoMoreHoldsUpTheOtherAsLittleAsASilentOne() {
    StreamAlignment alignment = new StreamAlignment(List.of("a", "b"), Long.MIN_VALUE);
    alignment.offer("b", Placement.SACRUM, sample(0), 10 * MILLI);
    long heldUp = 0;
    for (long t = 0; t < 10_000; t += 10) {
      alignment.offer("a", Placement.LUMBAR, sample(t * MILLI), (t + 10) * MILLI);
      for (StreamAlignment.Placed placed : drain(alignment, (t + 10) * MILLI)) {
        heldUp = t * MILLI - placed.event().timeNanos();
      }
    }
    assertThat(heldUp).isLessThanOrEqualTo(260 * MILLI);
  }

  /** Batches of five readings, late by up to 60 ms, two clocks that began 1.3 s apart. */
  @Test
  void twoStreamsMeetOnOneTimeLineWhateverTheirArrivals() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StreamAlignment alignment = new StreamAlignment(List.of("a", "b"), Long.MIN_VALUE);
      List<StreamAlignment.Placed> out = new ArrayList<>();
      for (long t = 0; t < 5_000; t += 50) {
        for (String sensor : List.of("a", "b")) {
          long began = sensor.equals("a") ? 0 : 1_300;
          long arrival = (t + 50 + random.nextLong(0, 60)) * MILLI;
          for (long i = 0; i < 5 && t >= began; i++) {
            Placement placement = sensor.equals("a") ? Placement.LUMBAR : Placement.SACRUM;
            alignment.offer(sensor, placement, sample((t - began + 10 * i) * MILLI), arrival);
          }
          out.addAll(drain(alignment, arrival));
        }
      }
      alignment.end("a");
      alignment.end("b");
      out.addAll(drain(alignment, Long.MAX_VALUE));

      assertThat(out).as("seed %d", seed).hasSize(500 + 370);
      assertThat(out.stream().filter(p -> p.placement() == Placement.SACRUM).findFirst().orElseThrow().event().timeNanos())
          .as("seed %d", seed)
          .isBetween(1_270 * MILLI, 1_330 * MILLI);
      long last = Long.MIN_VALUE;
      for (StreamAlignment.Placed placed : out) {
        assertThat(placed.event().timeNanos()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
        last = placed.event().timeNanos();
      }
    }
  }

  /** The second clock runs 90 ppm fast beside the first; a quarter of an hour makes that 81 ms. */
  @Test
  void clocksThatDriftApartStayTogetherAndNeverGoBack() {
    for (long seed = 1; seed <= 4; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StreamAlignment alignment = new StreamAlignment(List.of("a", "b"), Long.MIN_VALUE);
      long lastArrival = 0;
      long lastPlaced = Long.MIN_VALUE;
      long second = 0;
      for (long t = 0; t < 900_000; t += 100) {
        lastArrival = Math.max(lastArrival, (t + 100 + random.nextLong(5, 60)) * MILLI);
        for (long i = 10; i <= 100; i += 10) {
          alignment.offer("a", Placement.LUMBAR, sample((t + i) * MILLI), lastArrival);
          alignment.offer("b", Placement.SACRUM, sample(Math.round((t + i) * MILLI * 1.00009)), lastArrival);
        }
        for (StreamAlignment.Placed placed : drain(alignment, lastArrival)) {
          long now = placed.event().timeNanos();
          assertThat(now).as("seed %d", seed).isGreaterThanOrEqualTo(lastPlaced);
          lastPlaced = now;
          if (placed.placement() == Placement.SACRUM) {
            second++;
            long offNanos = now - second * 10 * MILLI;
            assertThat(Math.abs(offNanos)).as("seed %d at %d ms", seed, t).isLessThan((t < 60_000 ? 60 : 5) * MILLI);
          }
        }
      }
      assertThat(second).as("seed %d", seed).isGreaterThan(89_900);
    }
  }

  /** By cable at once, by radio 40 ms late at best: only the ping can tell. */
  @Test
  void whatEveryReadingIsLateByIsKnownFromThePing() {
    assertThat(secondLateAfterMinuteMs(false)).isBetween(-45.0, -35.0);
    assertThat(secondLateAfterMinuteMs(true)).isBetween(-5.0, 5.0);
  }

  /** @return how much before the first sensor's time the second's readings of the same moment are placed */
  private static double secondLateAfterMinuteMs(boolean pings) {
    StreamAlignment alignment = new StreamAlignment(List.of("cable", "radio"), Long.MIN_VALUE);
    SplittableRandom random = new SplittableRandom(11);
    if (pings) {
      alignment.roundTrip("cable", 2.4);
      alignment.roundTrip("radio", 130);
      alignment.roundTrip("radio", 83);
      alignment.roundTrip("radio", 97);
    }
    long moment = 0;
    double offMs = Double.NaN;
    for (long t = 0; t < 120_000; t += 10) {
      long now = t * MILLI;
      alignment.offer("cable", Placement.LUMBAR, sample(now), now + MILLI + random.nextLong(MILLI));
      alignment.offer("radio", Placement.SACRUM, sample(now), now + 40 * MILLI + random.nextLong(30 * MILLI));
      for (StreamAlignment.Placed placed : drain(alignment, now + 70 * MILLI)) {
        if (placed.placement() == Placement.SACRUM) {
          offMs = (moment - placed.event().timeNanos()) * 1e-6;
          moment += 10 * MILLI;
        }
      }
    }
    return offMs;
  }

  @Test
  void aSilentSensorHoldsTheOtherUpOnlyForAMoment() {
    StreamAlignment alignment = new StreamAlignment(List.of("a", "silent"), Long.MIN_VALUE);
    for (int i = 0; i <= 100; i++) {
      alignment.offer("a", Placement.LUMBAR, sample(i * 10 * MILLI), i * 10 * MILLI);
    }
    assertThat(drain(alignment, 1_000 * MILLI)).hasSize(76);
    assertThat(drain(alignment, 2_000 * MILLI)).hasSize(25);
  }
}

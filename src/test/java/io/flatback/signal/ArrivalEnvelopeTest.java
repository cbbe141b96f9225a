package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalEnvelopeTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long LEAST_DELAY = 5 * MILLI;

  /** Device clock {@code ppm} fast, 100 Hz, sent in batches of 10 to 300 ms, each 5 to 65 ms on its way. */
  private static void feed(
      ArrivalEnvelope envelope, long bornNanos, double ppm, long fromSecond, long toSecond, SplittableRandom random) {
    long last = 0;
    long sent = fromSecond * SECOND;
    while (sent < toSecond * SECOND) {
      long from = sent;
      sent = Math.min(toSecond * SECOND, sent + random.nextLong(1, 31) * 10 * MILLI);
      last = Math.max(last, bornNanos + sent + LEAST_DELAY + random.nextLong(60 * MILLI));
      for (long t = from + 10 * MILLI; t <= sent; t += 10 * MILLI) {
        envelope.add(device(t, ppm), last);
      }
    }
  }

  private static long device(long trueNanos, double ppm) {
    return Math.round(trueNanos * (1 + ppm * 1e-6));
  }

  @Test
  void findsOffsetAndSlopeThroughBatchedArrivalsWithinFiveMilliseconds() {
    for (long seed = 1; seed <= 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double ppm = random.nextDouble(-120, 120);
      long born = random.nextLong(1_000 * SECOND);
      ArrivalEnvelope envelope = new ArrivalEnvelope();
      for (long second = 0; second < 900; second += 30) {
        feed(envelope, born, ppm, second, second + 30, random);
        long now = (second + 30) * SECOND;
        if (second >= 60) {
          assertThat(envelope.hostNanos(device(now, ppm)))
              .as("seed %d after %d s", seed, second + 30)
              .isBetween(born + now - 2 * MILLI, born + now + LEAST_DELAY + 5 * MILLI);
        }
      }
      assertThat(envelope.hostSecondsPerStreamSecond()).as("seed %d", seed).isCloseTo(1 - ppm * 1e-6, within(20e-6));
      assertThat(envelope.streamNanos(envelope.hostNanos(777 * SECOND))).isCloseTo(777 * SECOND, within(2L));
    }
  }

  @Test
  void saysNothingOfTheSlopeBeforeAMinute() {
    ArrivalEnvelope envelope = new ArrivalEnvelope();
    feed(envelope, 0, 100, 0, 55, new SplittableRandom(7));
    assertThat(envelope.hostSecondsPerStreamSecond()).isEqualTo(1.0);
  }

  @Test
  void isNoClockWhereAFileIsPlayedFaster() {
    ArrivalEnvelope envelope = new ArrivalEnvelope();
    for (long t = 0; t < 100 * SECOND; t += 20 * MILLI) {
      envelope.add(t, 5 * SECOND + t / 4);
    }
    assertThat(envelope.isSteady()).isFalse();
  }

  @Test
  void beginsAnewAfterARestart() {
    ArrivalEnvelope envelope = new ArrivalEnvelope();
    feed(envelope, 0, 100, 0, 120, new SplittableRandom(3));
    envelope.restart();
    assertThat(envelope.isStarted()).isFalse();
    feed(envelope, 40 * SECOND, -50, 0, 1, new SplittableRandom(4));
    assertThat(envelope.hostNanos(0)).isCloseTo(40 * SECOND, within(60 * MILLI));
  }
}

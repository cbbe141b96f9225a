package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTimelineTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long LEAST_WAY_NANOS = 5 * MILLI;

  private final HostTimeline timeline = new HostTimeline();
  private double quickestPingMs = Double.POSITIVE_INFINITY;
  private long lastArrival;
  private long lastHost = Long.MIN_VALUE;

  private static long way(SplittableRandom random) {
    return LEAST_WAY_NANOS + random.nextLong(60 * MILLI);
  }

  /**
   * 100 Hz of a device {@code ppm} fast, in batches of 10 to 240 ms that take 5 to 65 ms, so that readings are 5 to
   * 300 ms old when they come; a ping every ten seconds.
   *
   * @return by how much a reading was wrong beyond half the quickest ping by then, at most, from a second on; ms
   */
  private double play(long bornNanos, double ppm, int fromSecond, int toSecond, int judgedFromSecond, SplittableRandom random) {
    double worstMs = 0;
    long sent = fromSecond * SECOND;
    long nextPing = sent;
    while (sent < toSecond * SECOND) {
      if (sent >= nextPing) {
        nextPing += 10 * SECOND;
        quickestPingMs = Math.min(quickestPingMs, (way(random) + way(random)) * 1e-6);
        timeline.quickestRoundTrip(quickestPingMs);
      }
      long from = sent;
      sent += random.nextLong(1, 25) * 10 * MILLI;
      lastArrival = Math.max(lastArrival, bornNanos + sent + way(random));
      for (long t = from + 10 * MILLI; t <= sent; t += 10 * MILLI) {
        timeline.add(Math.round((t - fromSecond * SECOND) * (1 + ppm * 1e-6)), lastArrival);
        assertThat(timeline.hostNanos()).isGreaterThanOrEqualTo(lastHost);
        lastHost = timeline.hostNanos();
        if (t >= judgedFromSecond * SECOND) {
          double wrongMs = Math.abs(timeline.hostNanos() - bornNanos - t) * 1e-6;
          worstMs = Math.max(worstMs, wrongMs - quickestPingMs / 2);
        }
      }
    }
    return worstMs;
  }

  @Test
  void isRightWithinFiveMillisecondsAndHalfTheQuickestPingAfterAMinuteAndNeverGoesBack() {
    for (long seed = 1; seed <= 20; seed++) {
      HostTimelineTest one = new HostTimelineTest();
      SplittableRandom random = new SplittableRandom(seed);
      double ms = one.play(random.nextLong(1_000 * SECOND), 80, 0, 600, 60, random);
      assertThat(ms).as("seed %d", seed).isLessThanOrEqualTo(5);
      assertThat(one.timeline.driftPpm()).as("seed %d", seed).isCloseTo(80, within(25.0));
      assertThat(one.timeline.aheadMs()).as("seed %d", seed).isCloseTo(48, within(15.0));
    }
  }

  /** A slow clock falls behind its own past, a quick one never: the earliest of all arrivals is its first or its latest. */
  @ParameterizedTest
  @ValueSource(doubles = {-200, -80, 200})
  void isRightAfterAMinuteWhicheverWayTheClockDrifts(double ppm) {
    for (long seed = 1; seed <= 10; seed++) {
      HostTimelineTest one = new HostTimelineTest();
      SplittableRandom random = new SplittableRandom(seed);
      assertThat(one.play(0, ppm, 0, 300, 60, random)).as("seed %d", seed).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void aDeviceThatBeginsAnewIsPlacedAnewAndTimeStillDoesNotGoBack() {
    SplittableRandom random = new SplittableRandom(5);
    play(0, 80, 0, 200, 200, random);
    timeline.restart();
    double ms = play(0, 80, 203, 330, 263, random);
    assertThat(ms).isLessThanOrEqualTo(5);
  }

  @Test
  void knowsNoDriftBeforeAMinute() {
    play(0, 80, 0, 55, 55, new SplittableRandom(7));
    assertThat(timeline.driftPpm()).isNaN();
    assertThat(timeline.aheadMs()).isNaN();
  }

  @Test
  void halfTheQuickestPingIsTakenOff() {
    HostTimeline other = new HostTimeline();
    other.quickestRoundTrip(14);
    timeline.add(0, SECOND);
    other.add(0, SECOND);
    assertThat(timeline.hostNanos() - other.hostNanos()).isEqualTo(7 * MILLI);
  }

  @Test
  void theFirstPingDoesNotTurnTimeBack() {
    timeline.add(0, SECOND);
    long before = timeline.hostNanos();
    timeline.quickestRoundTrip(40);
    timeline.add(10 * MILLI, SECOND + 10 * MILLI);
    assertThat(timeline.hostNanos()).isGreaterThanOrEqualTo(before);
    timeline.add(100 * MILLI, SECOND + 100 * MILLI);
    assertThat(timeline.hostNanos()).isEqualTo(SECOND + 80 * MILLI);
  }
}

package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalClockTest {
  private static final long SECOND = 1_000_000_000L;

  private final ArrivalClock clock = new ArrivalClock(100);
  private final List<SignalEvent> events = new ArrayList<>();
  private final List<Long> madeNanos = new ArrayList<>();

  private void take(long made, long arrival) {
    madeNanos.add(made);
    clock.take(new Reading(arrival, 0, 0, 9.8, 0, 0, 0, false));
    drain();
  }

  private void drain() {
    for (SignalEvent event = clock.poll(); event != null; event = clock.poll()) {
      events.add(event);
    }
  }

  /** @param arrival when a reading arrives that was made then */
  private void play(double hz, double fromSeconds, double toSeconds, LongUnaryOperator arrival) {
    for (long i = Math.round(fromSeconds * hz); i < Math.round(toSeconds * hz); i++) {
      long made = Math.round(i * 1e9 / hz);
      take(made, arrival.applyAsLong(made));
    }
  }

  private List<Long> times() {
    return events.stream().filter(Sample.class::isInstance).map(SignalEvent::timeNanos).toList();
  }

  private List<Gap> gaps() {
    return events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  private static LongUnaryOperator everyMillis(long millis) {
    return made -> (made / (millis * 1_000_000) + 1) * millis * 1_000_000;
  }

  @ParameterizedTest
  @CsvSource({"10, 100", "20, 50", "50, 40", "99.3, 30", "100, 7", "100, 300", "200, 60"})
  void findsRateAndTimesWhateverTheBunches(double hz, long bunchMillis) {
    play(hz, 0, 30, everyMillis(bunchMillis));
    clock.finish();
    drain();

    assertThat(clock.rateHz()).isCloseTo(hz, within(hz * 0.01));
    assertThat(gaps()).isEmpty();
    List<Long> times = times();
    assertThat(times).hasSize(madeNanos.size());
    for (int i = 0; i < times.size(); i++) {
      assertThat((times.get(i) - madeNanos.get(i)) * 1e-6).as("reading " + i).isCloseTo(0, within(60.0));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void timesRiseAndStayInStepOverTenMinutesOfJitterAndDrift(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double hz = 100 * (1 + 0.01 * random.nextGaussian());
    long[] latest = {0};
    play(hz, 0, 600, made -> {
      long late = made + (long) (random.nextDouble() * 40e6);
      latest[0] = Math.max(latest[0], late);
      return latest[0];
    });
    clock.finish();
    drain();

    assertThat(times()).as("seed=" + seed).hasSize(madeNanos.size()).isSorted().doesNotHaveDuplicates();
    double offMillis = (times().getLast() - madeNanos.getLast()) * 1e-6;
    assertThat(offMillis).as("seed=" + seed).isCloseTo(0, within(60.0));
    assertThat(clock.rateHz()).as("seed=" + seed).isCloseTo(hz, within(0.1));
  }

  @Test
  void aStallThatIsMadeUpForLosesNothing() {
    play(100, 0, 5, made -> made + 10_000_000);
    play(100, 5, 10, made -> Math.max(made, 5 * SECOND + SECOND / 2) + 10_000_000);
    clock.finish();
    drain();

    assertThat(gaps()).isEmpty();
    assertThat(times()).hasSize(1000);
    assertThat(times().getLast() * 1e-9).isCloseTo(9.99, within(0.05));
    assertThat(clock.suspectedLost()).isZero();
  }

  @Test
  void aStallThatIsToldOfAndForgotten() {
    play(100, 0, 5, made -> made + 10_000_000);
    play(100, 5, 8, made -> Math.max(made, 5 * SECOND + SECOND / 2) + 10_000_000);
    assertThat(clock.trouble()).startsWith("readings stalled for 5").contains("then all came");

    play(100, 8, 12, made -> made + 10_000_000);
    assertThat(clock.trouble()).isEmpty();
  }

  @Test
  void readingsThatNeverComeAreSuspected() {
    play(100, 0, 5, everyMillis(40));
    play(100, 5.2, 10, everyMillis(40));
    clock.finish();
    drain();

    assertThat(gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.SUSPECTED);
      assertThat(gap.missingSamples()).isBetween(16, 24);
      assertThat(gap.durationSeconds()).isCloseTo(0.2, within(0.05));
      assertThat(clock.suspectedLost()).isEqualTo(gap.missingSamples());
    });
    assertThat(times().getLast() * 1e-9).isCloseTo(9.99, within(0.06));
  }

  @Test
  void aLinkThatWasDownIsSaidToHaveBeen() {
    play(100, 0, 5, everyMillis(20));
    play(100, 12, 15, everyMillis(20));

    assertThat(gaps()).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.LINK_DOWN);
      assertThat(gap.durationSeconds()).isCloseTo(7, within(0.1));
    });
  }

  @ParameterizedTest
  @CsvSource({"10, 100", "100, 10", "50, 200"})
  void learnsANewRateWhenItIsSetAnew(double before, double after) {
    play(before, 0, 6, made -> made + 5_000_000);
    play(after, 6, 12, made -> made + 5_000_000);
    clock.finish();
    drain();

    assertThat(clock.rateHz()).isCloseTo(after, within(after * 0.02));
    assertThat(times()).isSorted().doesNotHaveDuplicates();
    assertThat(times().getLast() * 1e-9).isCloseTo(12, within(0.7));
  }

  @Test
  void holdsNoMoreThanItMust() {
    for (int i = 0; i < 100_000; i++) {
      take(0, 7);
    }
    assertThat(times()).as("nothing is known of the rate").hasSizeGreaterThan(100_000 - 2 * ArrivalClock.MOST_HELD);
  }
}

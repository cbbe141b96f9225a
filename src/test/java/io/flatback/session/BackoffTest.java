package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsLongerEachTimeButNeverASecond() {
    Backoff backoff = new Backoff(new SplittableRandom(9));
    long last = 0;
    for (int i = 0; i < 50; i++) {
      last = backoff.nextNanos();
      assertThat(last).isBetween(80_000_000L, 960_000_000L);
    }
    assertThat(last).isGreaterThan(600_000_000L);
    backoff.reset();
    assertThat(backoff.nextNanos()).isLessThan(130_000_000L);
  }

  @Test
  void noTwoSensorsTryInStep() {
    Backoff one = new Backoff(new SplittableRandom(1));
    Backoff other = new Backoff(new SplittableRandom(2));
    for (int i = 0; i < 10; i++) {
      assertThat(Math.abs(one.nextNanos() - other.nextNanos())).isGreaterThan(100_000L);
    }
  }
}

package io.flatback.motion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZeroVelocityTest {
  private static final double STEP_SECONDS = 0.01;

  @Test
  void findsTheWholeOfALongRest() {
    boolean[] rest = rests(1000, i -> 0.0, i -> 0.0);

    for (int i = 25; i < 975; i++) {
      assertThat(rest[i]).as("row %d of a rest of 10 s", i).isTrue();
    }
    assertThat(rest[0]).isFalse();
  }

  @Test
  void findsNoneWhileTheBackTurnsOrIsPushed() {
    assertThat(rests(300, i -> 0.5, i -> 0.0)).doesNotContain(true);
    assertThat(rests(300, i -> 0.0, i -> i % 2 == 0 ? 1.0 : -1.0)).doesNotContain(true);
  }

  @Test
  void endsARestWhereTheMovementBegins() {
    boolean[] rest = rests(400, i -> i < 200 ? 0.0 : 1.0, i -> 0.0);

    assertThat(rest[100]).isTrue();
    assertThat(rest[190]).isFalse();
    assertThat(rest[300]).isFalse();
  }

  private interface OverRows {
    double at(int row);
  }

  private static boolean[] rests(int size, OverRows rateRadPerSec, OverRows accelMps2) {
    double[] time = new double[size];
    double[] rate = new double[size];
    double[] accel = new double[size];
    for (int i = 0; i < size; i++) {
      time[i] = i * STEP_SECONDS;
      rate[i] = rateRadPerSec.at(i);
      accel[i] = accelMps2.at(i);
    }
    boolean[] rest = new boolean[size];
    ZeroVelocity.rests(size, time, rate, accel, new double[size], rest);
    return rest;
  }
}

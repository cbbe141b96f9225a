package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceClockTest {
  private final DeviceClock clock = new DeviceClock();
  private final ScriptedSensor sensor = new ScriptedSensor();

  private void play(double seconds, long seed, double jitterSeconds) {
    SplittableRandom random = new SplittableRandom(seed);
    for (double s = 0; s < seconds; s += 5 * sensor.periodMicros * 1e-6) {
      long late = Math.round(Math.abs(random.nextGaussian()) * jitterSeconds * 1e9);
      clock.place(sensor.imu6(), 10_000_000L, sensor.arrivalNanos + late, false);
      sensor.skipReadings(5);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {24.5, 52, 100, 104, 200, 416})
  void measuresTheRateFromDeviceTimeWhateverTheArrivals(double hz) {
    sensor.periodMicros = 1e6 / hz;
    play(70, 3, 0.2);

    assertThat(clock.rateHz()).isCloseTo(hz, within(hz * 1e-4));
  }

  @Test
  void knowsNoRateInTheFirstSecond() {
    play(0.9, 3, 0);

    assertThat(clock.rateHz()).isNaN();
  }

  @Test
  void jitterIsTheSpreadOfArrivals() {
    play(60, 5, 0.020);

    // |normal| with a spread of 20 ms has a standard deviation of 20 × √(1 − 2/π) = 12.1 ms
    assertThat(clock.jitterMs()).isCloseTo(12.1, within(3.0));
  }

  @Test
  void aStreamWithoutJitterHasNone() {
    play(10, 5, 0);

    assertThat(clock.jitterMs()).isCloseTo(0, within(1e-6));
  }

  @Test
  void theOriginIsThatOfTheLeastDelayedArrival() {
    long bornNanos = sensor.arrivalNanos;
    play(60, 7, 0.050);

    // The script lets a frame arrive at the time of its first reading, 40 ms before its last.
    assertThat(clock.originArrivalNanos()).isBetween(bornNanos - 40_000_000L, bornNanos - 39_000_000L);
  }

  @Test
  void noticesADeviceWhoseSecondsAreNotTheHosts() {
    for (int i = 0; i < 1400; i++) {
      clock.place(sensor.imu6(), 10_000_000L, sensor.arrivalNanos, false);
      sensor.skipReadings(5);
      sensor.arrivalNanos += 1_500_000; // 51.5 ms of the host for 50 ms of the device
      if (i == 500) {
        assertThat(clock.hostSecondsPerDeviceSecond()).as("too early to say").isNaN();
      }
    }

    assertThat(clock.hostSecondsPerDeviceSecond()).isCloseTo(1.03, within(1e-6));
  }

  @Test
  void aThirdOfWrongPointsDoesNotMoveTheSlope() {
    RobustSlope slope = new RobustSlope(61);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 61; i++) {
      slope.add(i, i % 4 == 0 ? random.nextDouble() * 1e6 : 3 * i + 1);
    }

    assertThat(slope.slope()).isCloseTo(3, within(1e-9));
  }
}

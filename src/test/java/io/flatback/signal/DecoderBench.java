package io.flatback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;

/** A decoder of the reference sensor, and a sensor that says what a test tells it to. */
abstract class DecoderBench {
  final FlatbackSignalDecoder decoder = new FlatbackSignalDecoder(Placement.LUMBAR);
  final ScriptedSensor sensor = new ScriptedSensor();

  /** A device and a line on which everything goes wrong now and then. */
  static ScriptedSensor troubled(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ScriptedSensor troubled = new ScriptedSensor().hello();
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(24)) {
        case 0 -> troubled.skipReadings(random.nextInt(300));
        case 1 -> troubled.reset(random.nextDouble() * 3);
        case 2 -> troubled.arrivalNanos += random.nextInt(400_000_000);
        case 3 -> troubled.bytes(noise(random));
        case 4 -> troubled.send(troubled.imu6());
        case 5 -> troubled.deviceMicros += random.nextInt(2_000_000) - 1_000_000;
        case 6 -> troubled.hello();
        default -> {}
      }
      troubled.flags = random.nextInt(16) == 0 ? random.nextInt(16) : 0;
      troubled.deviceMicros += random.nextInt(200) - 100;
      troubled.frame();
    }
    return troubled;
  }

  static byte[] noise(SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(700)];
    random.nextBytes(bytes);
    return bytes;
  }

  static Gap onlyGap(List<SignalEvent> events) {
    List<Gap> gaps = events.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
    assertThat(gaps).hasSize(1);
    return gaps.getFirst();
  }

  static List<Sample> samples(List<SignalEvent> events) {
    return events.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
  }
}

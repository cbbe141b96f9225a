package io.flatback.bench;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Sample;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A lifter at 100 Hz, set after set with a rest between them, as decoded samples. */
final class Readings {
  private static final String SCENARIO = "clean";
  private static final long SEED = 1;
  private static final double RATE_HZ = 100;
  private static final long PERIOD_NANOS = 10_000_000L;
  private static final int REST_SAMPLES = 9_000;
  private static final int STILL_SAMPLES = 100;

  private Readings() {}

  /** A set and a minute and a half of standing after it. */
  static List<Sample> ofOneSet() throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of(SCENARIO), SEED).withRateHz(RATE_HZ);
    List<Sample> samples = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        if (reader.event() instanceof Sample sample) {
          samples.add(sample);
        }
      }
    }
    List<Sample> still = List.copyOf(samples.subList(0, STILL_SAMPLES));
    for (int i = 0; i < REST_SAMPLES; i++) {
      samples.add(still.get(i % STILL_SAMPLES));
    }
    return samples;
  }

  /** The same set again and again, on one time line. */
  static Sample[] ofSeconds(double seconds) throws IOException {
    List<Sample> set = ofOneSet();
    Sample[] all = new Sample[(int) (seconds * RATE_HZ)];
    for (int i = 0; i < all.length; i++) {
      Sample s = set.get(i % set.size());
      all[i] =
          new Sample(
              i * PERIOD_NANOS,
              s.accXMps2(), s.accYMps2(), s.accZMps2(),
              s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(),
              s.clipped());
    }
    return all;
  }
}

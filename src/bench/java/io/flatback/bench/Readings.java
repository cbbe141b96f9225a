package io.flatback.bench;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A lifter at 100 Hz, set after set with a rest between them, as decoded samples. */
final class Readings {
  private static final long SEED = 1;
  private static final double RATE_HZ = 100;
  private static final long PERIOD_NANOS = 10_000_000L;
  private static final int REST_SAMPLES = 9_000;
  private static final int STILL_SAMPLES = 100;

  private Readings() {}

  /** A set and a minute and a half of standing after it. */
  static List<Sample> ofOneSet() throws IOException {
    return ofOneSet("clean", Placement.LUMBAR);
  }

  private static List<Sample> ofOneSet(String scenario, Placement placement) throws IOException {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of(scenario), SEED).withRateHz(RATE_HZ);
    List<Sample> samples = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        if (reader.placement() == placement && reader.event() instanceof Sample sample) {
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
    return ofSeconds(seconds, ofOneSet(), 0);
  }

  /** One of two sensors of a back, which reads so much later than the other. */
  static Sample[] ofSeconds(double seconds, Placement placement, long laterNanos) throws IOException {
    return ofSeconds(seconds, ofOneSet("two-sensors", placement), laterNanos);
  }

  private static Sample[] ofSeconds(double seconds, List<Sample> set, long laterNanos) {
    Sample[] all = new Sample[(int) (seconds * RATE_HZ)];
    for (int i = 0; i < all.length; i++) {
      Sample s = set.get(i % set.size());
      all[i] =
          new Sample(
              i * PERIOD_NANOS + laterNanos,
              s.accXMps2(), s.accYMps2(), s.accZMps2(),
              s.gyroXRadPerSec(), s.gyroYRadPerSec(), s.gyroZRadPerSec(),
              s.clipped());
    }
    return all;
  }
}

package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.recording.CsvSignalDecoder;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold of the main path for every lifter, by seeds. */
class PipelinePropertiesTest {
  private static final int SEEDS = 3;

  @Test
  void saysTheSameTwice() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<SignalEvent> signal = signal("dropouts", seed, 100);

      assertThat(reps(live(signal))).as("seed %d", seed).isNotEmpty();
      assertThat(live(signal)).as("seed %d", seed).isEqualTo(live(signal));
    }
  }

  @Test
  void saysTheSameHoweverTheBytesComeInPieces() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      byte[] csv = csv(signal("clean", seed, 50));
      List<SessionEvent> whole = live(decoded(csv, csv.length, new SplittableRandom(seed)));

      List<SessionEvent> pieces = live(decoded(csv, 37, new SplittableRandom(seed)));

      assertThat(whole).isNotEmpty();
      assertThat(pieces).as("seed %d", seed).isEqualTo(whole);
    }
  }

  /** The same lifter through a sensor of 50, 100 and 200 Hz: times within 0.1 s, angles within 1°. */
  @Test
  void findsTheSameRepsAtAnySampleRate() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Rep> reference = reps(live(signal("clean", seed, 100)));
      assertThat(reference).as("seed %d", seed).hasSize(8);
      for (int hz : new int[] {50, 200}) {
        List<Rep> reps = reps(live(signal("clean", seed, hz)));
        assertThat(reps).as("seed %d at %d Hz", seed, hz).hasSameSizeAs(reference);
        for (int i = 0; i < reps.size(); i++) {
          assertSame(reps.get(i), reference.get(i), "seed %d at %d Hz, rep %d".formatted(seed, hz, i + 1));
        }
      }
    }
  }

  private static void assertSame(Rep rep, Rep reference, String what) {
    assertThat(rep.startNanos() * 1e-9).as(what).isCloseTo(reference.startNanos() * 1e-9, within(0.1));
    assertThat(rep.lockoutNanos() * 1e-9).as(what).isCloseTo(reference.lockoutNanos() * 1e-9, within(0.1));
    assertThat(rep.metrics().get(Metric.INCLINATION_PEAK_DEG).orElseThrow()).as(what)
        .isCloseTo(reference.metrics().get(Metric.INCLINATION_PEAK_DEG).orElseThrow(), within(1.0));
  }

  /** Nothing is said of a time inside a hole, the doubt after it is stated, and is gone three seconds later. */
  @Test
  void claimsNoAngleInsideAHole() throws IOException {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<SignalEvent> signal = signal("clean", seed, 100);
      SplittableRandom random = new SplittableRandom(seed);
      long fromNanos = (long) (random.nextDouble(12.0, 20.0) * 1e9);
      long toNanos = fromNanos + (long) (random.nextDouble(0.2, 1.5) * 1e9);

      List<SessionEvent.PostureSampled> before = postures(live(signal));
      List<SessionEvent.PostureSampled> holed = postures(live(hole(signal, fromNanos, toNanos)));

      assertThat(holed).as("seed %d, inside the hole", seed)
          .noneMatch(p -> p.timeNanos() > fromNanos && p.timeNanos() < toNanos);
      assertThat(sigma(holed, toNanos)).as("seed %d, just after the hole", seed)
          .isGreaterThan(sigma(before, toNanos));
      assertThat(angleAt(holed, toNanos + 4_000_000_000L)).as("seed %d, four seconds later", seed)
          .isCloseTo(angleAt(before, toNanos + 4_000_000_000L), within(1.5));
    }
  }

  private static double sigma(List<SessionEvent.PostureSampled> postures, long nanos) {
    return at(postures, nanos).inclinationSigmaDeg();
  }

  private static double angleAt(List<SessionEvent.PostureSampled> postures, long nanos) {
    SessionEvent.PostureSampled after = at(postures, nanos);
    SessionEvent.PostureSampled before = postures.get(postures.indexOf(after) - 1);
    double share = (double) (nanos - before.timeNanos()) / (after.timeNanos() - before.timeNanos());
    return before.inclinationDeg() + share * (after.inclinationDeg() - before.inclinationDeg());
  }

  private static SessionEvent.PostureSampled at(List<SessionEvent.PostureSampled> postures, long nanos) {
    return postures.stream().filter(p -> p.timeNanos() >= nanos).findFirst().orElseThrow();
  }

  private static List<SignalEvent> hole(List<SignalEvent> signal, long fromNanos, long toNanos) {
    List<SignalEvent> holed = new ArrayList<>();
    boolean told = false;
    for (SignalEvent event : signal) {
      boolean inside = event.timeNanos() > fromNanos && event.timeNanos() < toNanos;
      if (!inside && !told && event.timeNanos() >= toNanos) {
        holed.add(new Gap(fromNanos, event.timeNanos(), Gap.Reason.HOLE, 1));
        told = true;
      }
      if (!inside) {
        holed.add(event);
      }
    }
    return holed;
  }

  private static List<SignalEvent> signal(String scenario, long seed, double hz) throws IOException {
    List<SignalEvent> events = new ArrayList<>();
    try (SimulatedReader reader = new SimulatedRecording(Scenarios.of(scenario), seed).withRateHz(hz).open()) {
      while (reader.next()) {
        events.add(reader.event());
      }
    }
    return events;
  }

  private static List<SessionEvent> live(List<SignalEvent> signal) {
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    List<SessionEvent> all = new ArrayList<>();
    signal.forEach(event -> all.addAll(pipeline.update(Placement.LUMBAR, event)));
    all.addAll(pipeline.finish());
    return all;
  }

  private static List<Rep> reps(List<SessionEvent> events) {
    return events.stream()
        .filter(SessionEvent.SetEnded.class::isInstance)
        .flatMap(event -> ((SessionEvent.SetEnded) event).set().reps().stream())
        .toList();
  }

  private static List<SessionEvent.PostureSampled> postures(List<SessionEvent> events) {
    return events.stream()
        .filter(SessionEvent.PostureSampled.class::isInstance)
        .map(SessionEvent.PostureSampled.class::cast)
        .toList();
  }

  private static byte[] csv(List<SignalEvent> signal) {
    StringBuilder text = new StringBuilder("t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps\n");
    double g = Sample.STANDARD_GRAVITY_MPS2;
    for (SignalEvent event : signal) {
      if (event instanceof Sample s) {
        text.append(s.timeNanos() * 1e-9).append(',');
        text.append(s.accXMps2() / g).append(',').append(s.accYMps2() / g).append(',').append(s.accZMps2() / g);
        text.append(',').append(Math.toDegrees(s.gyroXRadPerSec())).append(',');
        text.append(Math.toDegrees(s.gyroYRadPerSec())).append(',').append(Math.toDegrees(s.gyroZRadPerSec()));
        text.append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static List<SignalEvent> decoded(byte[] csv, int longest, SplittableRandom random) throws IOException {
    CsvSignalDecoder decoder = new CsvSignalDecoder("pieces", Placement.LUMBAR);
    List<SignalEvent> events = new ArrayList<>();
    for (int at = 0; at < csv.length; ) {
      int length = Math.min(csv.length - at, longest == csv.length ? longest : 1 + random.nextInt(longest));
      decoder.offer(csv, at, length, 0);
      drain(decoder, events);
      at += length;
    }
    decoder.finish();
    drain(decoder, events);
    return events;
  }

  private static void drain(CsvSignalDecoder decoder, List<SignalEvent> into) throws IOException {
    while (decoder.next()) {
      into.add(decoder.event());
    }
  }
}

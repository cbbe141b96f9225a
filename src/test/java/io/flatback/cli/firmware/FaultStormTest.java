package io.flatback.cli.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.flatback.cli.Drivers;
import io.flatback.recording.RawLogHeader;
import io.flatback.recording.RawLogRecording;
import io.flatback.recording.RawLogWriter;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.session.SensorDriver;
import io.flatback.session.SensorSupervisor;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import io.flatback.wire.Imu6;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults in any order, one upon the other: whatever happened, every reading is had or counted, and time goes on. */
@Timeout(900)
class FaultStormTest {
  private static final int SECONDS = Integer.getInteger("flatback.storm.seconds", 5);
  private static final long SEED = Long.getLong("flatback.storm.seed", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** More than is lost at a stretch, at ten seconds at most. */
  private static final int RING = 6000;

  @TempDir private Path directory;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Ears ears = new Ears();

  private void pause(int fromMs, int toMs) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(fromMs, toMs));
  }

  private interface Fault {
    void strike() throws Exception;
  }

  private void storm(Fault... faults) throws Exception {
    long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < endNanos) {
      faults[random.nextInt(faults.length)].strike();
      pause(50, 2500);
    }
  }

  private Fault between(Bench bench, String begins, String ends) {
    return () -> {
      bench.order(begins);
      pause(20, 2500);
      bench.order(ends);
    };
  }

  @Test
  void ofTheEmulatedSensorEveryReadingIsHadOrCounted() throws Exception {
    Firmware.needEmulator();
    try (Bench bench = Bench.avr(directory, Motion.eightDeadlifts(directory), 1);
        SensorSupervisor supervisor = ears.supervising(bench, SensorDriver.flatback(Placement.LUMBAR))) {
      supervisor.start();
      ears.awaitSamples(1);
      storm(between(bench, "mute", "answer"), between(bench, "unplug", "plug"), () -> bench.order("reset"));
      ears.awaitSamples(300);
    }
    List<SignalEvent> events = ears.events();
    assertTimeGoesOn(events);
    assertThat(missing(events)).as("seed %d", SEED).isEqualTo(notHad(ears.heard(Imu6.class)));
    List<Sample> last = ears.samples().subList(ears.sampleCount() - 200, ears.sampleCount());
    assertThat((last.getLast().timeNanos() - last.getFirst().timeNanos()) * 1e-9).isCloseTo(1.99, within(0.02));
  }

  @Test
  void ofASensorWithARingEveryReadingIsHadInTheEnd() throws Exception {
    Firmware.needHostCompiler();
    Path log = directory.resolve("log.fbraw");
    try (Bench bench = Bench.host(directory, Motion.eightDeadlifts(directory), RING, 1);
        RawLogWriter writer = RawLogWriter.create(log, new RawLogHeader(Drivers.FLATBACK, "storm", Placement.LUMBAR, RecordingNotes.NONE));
        SensorSupervisor supervisor = ears.writing(writer).supervising(bench, SensorDriver.flatback(Placement.LUMBAR))) {
      supervisor.start();
      ears.awaitSamples(1);
      storm(between(bench, "lose", "keep"), between(bench, "unplug", "plug"));
      ears.awaitSamples(300);
      // As many late readings come as live ones.
      await().atMost(PATIENCE.plusSeconds(SECONDS)).until(() -> backfilled() >= missing(ears.events()));
    }
    assertTimeGoesOn(ears.events());
    try (RecordingReader reader = RawLogRecording.of(log, Drivers.DECODERS).open()) {
      long beforeNanos = Long.MIN_VALUE;
      for (int n = 0; reader.next(); n++) {
        SignalEvent event = reader.event();
        assertThat(event).as("seed %d, event %d", SEED, n).isInstanceOf(Sample.class);
        assertThat(n == 0 ? 0.01 : (event.timeNanos() - beforeNanos) * 1e-9).as("seed %d, event %d", SEED, n).isCloseTo(0.01, within(0.002));
        beforeNanos = event.timeNanos();
      }
    }
  }

  private int backfilled() {
    return ears.backfilled().stream().mapToInt(Imu6::readings).sum();
  }

  private static void assertTimeGoesOn(List<SignalEvent> events) {
    long reachedNanos = Long.MIN_VALUE;
    for (SignalEvent event : events) {
      assertThat(event.timeNanos()).as("seed %d, %s", SEED, event).isGreaterThan(reachedNanos);
      reachedNanos = event instanceof Gap gap ? gap.endNanos() - 1 : event.timeNanos();
    }
  }

  private static long missing(List<SignalEvent> events) {
    return events.stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .filter(gap -> gap.reason() != Gap.Reason.RESET)
        .mapToLong(Gap::missingSamples)
        .sum();
  }

  /** Of each of the sensor's lives, by its own numbers. */
  private static long notHad(List<Imu6> frames) {
    long notHad = 0;
    for (int i = 1; i < frames.size(); i++) {
      Imu6 before = frames.get(i - 1);
      Imu6 frame = frames.get(i);
      if (frame.bootId() == before.bootId()) {
        notHad += frame.firstIndex() - before.firstIndex() - before.readings();
      }
    }
    return notHad;
  }
}

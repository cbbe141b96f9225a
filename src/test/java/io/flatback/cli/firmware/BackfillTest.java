package io.flatback.cli.firmware;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The firmware's core with a ring, over a serial port that is unplugged: the record is whole, live is as it was. */
@Timeout(120)
class BackfillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int RING = 3000;
  private static final double SPEED = 2;

  @TempDir private Path directory;

  @Test
  void aLostLinkLeavesNoHoleInTheRecordAndFeedsNothingOldToTheLiveStream() throws Exception {
    Firmware.needHostCompiler();
    Path log = directory.resolve("log.fbraw");
    Ears ears = new Ears();
    try (Bench bench = Bench.host(directory, Motion.eightDeadlifts(directory), RING, SPEED);
        RawLogWriter writer = RawLogWriter.create(log, header())) {
      try (SensorSupervisor supervisor = ears.writing(writer).supervising(bench, SensorDriver.flatback(Placement.LUMBAR))) {
        supervisor.start();
        bench.order("play");
        ears.awaitSamples(200);
        bench.order("unplug");
        TimeUnit.MILLISECONDS.sleep(1500);
        bench.order("plug");
        await().atMost(PATIENCE).until(() -> !ears.gaps().isEmpty());
        await().atMost(PATIENCE).until(() -> readings(ears.backfilled()) >= ears.gaps().getFirst().missingSamples());
        ears.awaitSamples(100);
      }
    }

    Gap gap = ears.gaps().getFirst();
    assertThat(ears.gaps()).hasSize(1);
    assertThat(gap.reason()).isEqualTo(Gap.Reason.LINK_DOWN);
    assertThat(gap.missingSamples()).isBetween(200, 1500);
    assertThat(readings(ears.backfilled())).as("sent again, each once").isEqualTo(gap.missingSamples());
    List<Long> live = ears.samples().stream().map(SignalEvent::timeNanos).toList();
    assertThat(live).isSorted().doesNotHaveDuplicates();
    assertThat(live).noneMatch(timeNanos -> timeNanos >= gap.timeNanos() && timeNanos < gap.endNanos());

    List<SignalEvent> record = record(log);
    assertThat(record).allMatch(Sample.class::isInstance).hasSize(live.size() + gap.missingSamples());
    assertThat(record).extracting(SignalEvent::timeNanos).isSorted().doesNotHaveDuplicates();
    assertThat(ears.faults()).hasSizeLessThanOrEqualTo(1); // the frame that was under way
  }

  private static RawLogHeader header() {
    return new RawLogHeader(Drivers.FLATBACK, "bench", Placement.LUMBAR, RecordingNotes.NONE);
  }

  private static int readings(List<Imu6> frames) {
    return frames.stream().mapToInt(Imu6::readings).sum();
  }

  private static List<SignalEvent> record(Path log) throws IOException {
    List<SignalEvent> events = new ArrayList<>();
    try (RecordingReader reader = RawLogRecording.of(log, Drivers.DECODERS).open()) {
      while (reader.next()) {
        events.add(reader.event());
      }
    }
    return events;
  }
}

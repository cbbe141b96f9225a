package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.flatback.recording.CsvRecording;
import io.flatback.recording.RecordingFormatException;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.ReplayLink;
import io.flatback.session.SessionEvent;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRecordingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MILLISECOND = 1_000_000L;

  @TempDir Path directory;

  record Seen(Placement placement, SignalEvent event) {}

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsAnImportedFileAsTheFileItself(boolean compacted) throws IOException {
    Path file = directory.resolve("lift.csv");
    Files.writeString(file, csv(), StandardCharsets.UTF_8);
    try (Gym gym = Gym.in(directory.resolve("data"), ReplayLink.CSV_DRIVER)) {
      TrainingSession session = gym.start(gym.lumbar);
      RawStream stream = gym.database.journal().startStream(gym.lumbar.id(), 0);
      byte[] bytes = Files.readAllBytes(file);
      SplittableRandom random = new SplittableRandom(3);
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(1 + random.nextInt(700), bytes.length - at);
        byte[] chunk = Arrays.copyOfRange(bytes, at, at + length);
        gym.database.journal().append(stream.id(), at, chunk, length);
        at += length;
      }
      gym.database.journal().endStream(stream.id());
      gym.end(session);
      if (compacted) {
        assertThat(gym.database.compaction().run().blocks()).isPositive();
      }

      SessionRecording recording = gym.database.recording(session.id(), FakeSensor::create);
      CsvRecording original = CsvRecording.of(file);
      assertThat(recording.placements()).isEqualTo(original.placements()).hasSize(2);
      assertThat(read(recording.open())).isEqualTo(read(original.open())).hasSizeGreaterThan(4000);
      assertThat(recording.notes().athlete()).contains("Ada");
    }
  }

  @Test
  void keepsTheTimeOfTheFirstStreamAndMovesALaterOneByTheClock() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      TrainingSession session = gym.start(gym.lumbar);
      long deviceTime = 500 * SECOND;
      play(gym, gym.lumbar, 1_000 * SECOND, deviceTime, 100);
      // Plugged in again 7 s after the first stream began; the device has started anew.
      gym.waitSeconds(7_000);
      play(gym, gym.lumbar, 1_007 * SECOND, 0, 100);
      gym.end(session);

      List<Seen> seen = read(gym.database.recording(session.id(), FakeSensor::create).open());

      List<SignalEvent> expected = new ArrayList<>(samples(deviceTime, 100));
      expected.add(new Gap(deviceTime + 99 * SECOND / 100, deviceTime + 7 * SECOND, Gap.Reason.LINK_DOWN, 0));
      expected.addAll(samples(0, 100).stream().map(s -> moved(s, deviceTime + 7 * SECOND)).toList());
      assertThat(seen).extracting(Seen::event).isEqualTo(expected);
    }
  }

  @Test
  void goesOnAfterARestartByTheWallClock() throws IOException {
    String id;
    try (Gym gym = Gym.in(directory)) {
      id = gym.start(gym.lumbar).id();
      play(gym, gym.lumbar, 1_000 * SECOND, 0, 100);
    }
    try (Gym gym = Gym.in(directory)) {
      gym.at(Gym.MORNING.plusSeconds(90));
      play(gym, gym.lumbar, 3 * SECOND, 0, 100);
      List<Seen> seen = read(gym.database.recording(id, FakeSensor::create).open());
      assertThat(seen).hasSize(201);
      assertThat(seen.get(100).event())
          .isEqualTo(new Gap(99 * SECOND / 100, 90 * SECOND, Gap.Reason.LINK_DOWN, 0));
      assertThat(seen.getLast().event().timeNanos()).isEqualTo(90 * SECOND + 99 * SECOND / 100);
    }
  }

  @Test
  void neverLetsTimeGoBackWhenClocksDisagree() throws IOException {
    String id;
    try (Gym gym = Gym.in(directory)) {
      id = gym.start(gym.lumbar).id();
      play(gym, gym.lumbar, 1_000 * SECOND, 0, 1000);
    }
    try (Gym gym = Gym.in(directory)) {
      gym.at(Gym.MORNING.plusSeconds(1));
      play(gym, gym.lumbar, 0, 0, 10);
      List<Seen> seen = read(gym.database.recording(id, FakeSensor::create).open());
      assertThat(seen).hasSize(1011).extracting(s -> s.event().timeNanos()).isSorted();
    }
  }

  @Test
  void mergesTwoSensorsInOrderOfTime() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      Sensor sacrum = gym.database.sensors().register("fake:sacrum", Placement.SACRUM, Gym.DRIVER);
      TrainingSession session = gym.start(gym.lumbar, sacrum);
      play(gym, gym.lumbar, 1_000 * SECOND, 40 * SECOND, 300);
      play(gym, sacrum, 1_001 * SECOND, 9 * SECOND, 300);
      gym.end(session);

      SessionRecording recording = gym.database.recording(session.id(), FakeSensor::create);
      List<Seen> seen = read(recording.open());

      assertThat(recording.placements()).containsExactly(Placement.LUMBAR, Placement.SACRUM);
      assertThat(seen).hasSize(600).extracting(s -> s.event().timeNanos()).isSorted();
      assertThat(seen).filteredOn(s -> s.placement() == Placement.LUMBAR).extracting(Seen::event)
          .isEqualTo(samples(40 * SECOND, 300));
      assertThat(seen).filteredOn(s -> s.placement() == Placement.SACRUM).extracting(Seen::event)
          .isEqualTo(samples(9 * SECOND, 300).stream().map(s -> moved(s, 32 * SECOND)).toList());
    }
  }

  /** The second clock runs 90 ppm fast: after ten minutes that would be 54 ms. */
  @Test
  void keepsTwoSensorsTogetherWhoseClocksDriftApart() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      Sensor sacrum = gym.database.sensors().register("fake:sacrum", Placement.SACRUM, Gym.DRIVER);
      TrainingSession session = gym.start(gym.lumbar, sacrum);
      playDrifting(gym, gym.lumbar, 0.0);
      playDrifting(gym, sacrum, 90e-6);
      gym.end(session);

      List<Seen> seen = read(gym.database.recording(session.id(), FakeSensor::create).open());

      assertThat(seen).hasSize(1_200).extracting(s -> s.event().timeNanos()).isSorted();
      assertThat(seen).allSatisfy(
          s -> assertThat(s.event().timeNanos())
              .isCloseTo(Math.round(((Sample) s.event()).accXMps2() * SECOND), within(5 * MILLISECOND)));
    }
  }

  /** One a second for ten minutes. */
  private static void playDrifting(Gym gym, Sensor sensor, double drift) {
    SplittableRandom random = new SplittableRandom(11);
    RawStream stream = open(gym, sensor, 1_000 * SECOND);
    long arrival = 0;
    for (int i = 0; i < 600; i++) {
      byte[] record = FakeSensor.record(Math.round(i * SECOND * (1 + drift)), i);
      arrival = Math.max(arrival, 1_000 * SECOND + i * SECOND + 1 + random.nextLong(8 * MILLISECOND));
      gym.database.journal().append(stream.id(), arrival, record, record.length);
    }
    gym.database.journal().endStream(stream.id());
  }

  @Test
  void givesEachSessionOfAStreamItsOwnBytes() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = open(gym, gym.lumbar, 0);
      append(gym, stream, 0, 0, 100);
      TrainingSession first = gym.start(gym.lumbar);
      append(gym, stream, 100, 0, 100);
      gym.end(first);
      append(gym, stream, 200, 0, 100);
      TrainingSession second = gym.start(gym.lumbar);
      append(gym, stream, 300, 0, 100);
      gym.end(second);
      append(gym, stream, 400, 0, 100);

      assertThat(times(gym, first)).isEqualTo(samples(0, 500).subList(0, 200));
      assertThat(times(gym, second)).isEqualTo(samples(0, 500).subList(200, 400));
    }
  }

  @Test
  void beginsTenMinutesBeforeTheFirstSet() throws IOException {
    try (Gym gym = Gym.in(directory)) {
      RawStream stream = open(gym, gym.lumbar, 0);
      int start = 900;
      int firstSetAt = 1350;
      appendOneASecond(gym, stream, 0, start);
      TrainingSession session = gym.start(gym.lumbar);
      appendOneASecond(gym, stream, start, firstSetAt - start);
      gym.database.results().save(session.id(), new SessionEvent.SetStarted(0, 1, "deadlift", false));
      appendOneASecond(gym, stream, firstSetAt, 10);
      gym.end(session);

      List<SignalEvent> seen = times(gym, session);

      long lead = Duration.ofMinutes(10).toNanos();
      long firstSet = (firstSetAt - 1) * SECOND;
      assertThat(seen.getFirst().timeNanos()).isCloseTo(firstSet - lead, offset(SECOND));
      assertThat(seen.getLast().timeNanos()).isEqualTo(firstSet + 10 * SECOND);

      gym.database.compaction().run();
      assertThat(times(gym, session)).as("pruned and compacted").isEqualTo(seen);
      assertThat(RawJournalTest.read(directory, stream.id()).byteCount())
          .as("what no session can claim is gone")
          .isLessThan(16 * 640);
    }
  }

  @Test
  void saysWhichDriverItDoesNotKnow() throws IOException {
    try (Gym gym = Gym.in(directory, "from-the-future")) {
      TrainingSession session = gym.start(gym.lumbar);
      play(gym, gym.lumbar, 0, 0, 1);
      SessionRecording recording = gym.database.recording(session.id(), FakeSensor::create);
      assertThatThrownBy(() -> recording.open().next())
          .isInstanceOf(RecordingFormatException.class)
          .hasMessageContaining("from-the-future");
      assertThatThrownBy(() -> gym.database.recording("nobody", FakeSensor::create))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("nobody");
    }
  }

  private static List<SignalEvent> times(Gym gym, TrainingSession session) throws IOException {
    return read(gym.database.recording(session.id(), FakeSensor::create).open()).stream().map(Seen::event).toList();
  }

  private static RawStream open(Gym gym, Sensor sensor, long originNanos) {
    RawStream stream = gym.database.journal().startStream(sensor.id(), originNanos);
    gym.database.journal().append(stream.id(), originNanos, FakeSensor.HELLO, 1);
    return stream;
  }

  private static void append(Gym gym, RawStream stream, int from, long deviceNanos, int count) {
    for (int i = from; i < from + count; i++) {
      long timeNanos = i * (SECOND / 100);
      byte[] record = FakeSensor.record(deviceNanos + timeNanos, i);
      // Every fifth comes at once, the others wait on the way; which ones differs between streams.
      long latency = (i + stream.originNanos() / SECOND) % 5 * MILLISECOND;
      long arrival = stream.originNanos() + timeNanos + latency + 1;
      gym.database.journal().append(stream.id(), arrival, record, record.length);
    }
  }

  private static void appendOneASecond(Gym gym, RawStream stream, int from, int count) {
    for (int i = from; i < from + count; i++) {
      byte[] record = FakeSensor.record(i * SECOND, i);
      gym.database.journal().append(stream.id(), stream.originNanos() + i * SECOND + 1, record, record.length);
    }
  }

  private static void play(Gym gym, Sensor sensor, long originNanos, long deviceNanos, int count) {
    RawStream stream = open(gym, sensor, originNanos);
    append(gym, stream, 0, deviceNanos, count);
    gym.database.journal().endStream(stream.id());
  }

  private static List<SignalEvent> samples(long deviceNanos, int count) {
    List<SignalEvent> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(FakeSensor.sample(deviceNanos + i * (SECOND / 100), i));
    }
    return samples;
  }

  private static SignalEvent moved(SignalEvent event, long byNanos) {
    Sample sample = (Sample) event;
    return FakeSensor.sample(sample.timeNanos() + byNanos, sample.accXMps2());
  }

  private static List<Seen> read(RecordingReader opened) throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (RecordingReader reader = opened) {
      while (reader.next()) {
        seen.add(new Seen(reader.placement(), reader.event()));
      }
    }
    return seen;
  }

  private static String csv() {
    StringBuilder csv = new StringBuilder("# athlete: Ada\n# exercise: deadlift\nt_s");
    for (String placement : List.of("lumbar", "sacrum")) {
      for (String column : "acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps".split(",")) {
        csv.append(',').append(placement).append('_').append(column);
      }
    }
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 2500; i++) {
      if (i % 400 > 390) {
        continue;
      }
      csv.append("\n").append(i * 0.01);
      for (int column = 0; column < 12; column++) {
        double value = Math.round(1e4 * random.nextGaussian()) / 1e4;
        csv.append(',').append(i % 300 == 7 && column < 6 ? "" : String.valueOf(value));
      }
    }
    return csv.append("\n").toString();
  }
}

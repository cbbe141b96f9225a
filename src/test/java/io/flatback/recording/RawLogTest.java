package io.flatback.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawLogTest {
  private static final RawLogHeader HEADER =
      new RawLogHeader("bytes", "serial:/dev/ttyUSB0", Placement.SACRUM, new RecordingNotes(Map.of("athlete", "Kim")));

  @TempDir Path dir;

  /** Every byte is a reading, at the time at which it arrived. */
  private static final class ByteDecoder implements SignalDecoder {
    private final Placement placement;
    private final Queue<SignalEvent> events = new ArrayDeque<>();
    private SignalEvent current = new Sample(0, 0, 0, 0, 0, 0, 0, false);

    ByteDecoder(Placement placement) {
      this.placement = placement;
    }

    @Override
    public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
      for (int i = offset; i < offset + length; i++) {
        events.add(new Sample(arrivalNanos, buffer[i], 0, 0, 0, 0, 0, false));
      }
    }

    @Override
    public void finish() {}

    @Override
    public boolean next() {
      if (events.isEmpty()) {
        return false;
      }
      current = events.remove();
      return true;
    }

    @Override
    public Placement placement() {
      return placement;
    }

    @Override
    public SignalEvent event() {
      return current;
    }
  }

  private static SignalDecoder decoder(String driver, Placement placement) {
    if (driver.equals("bytes")) {
      return new ByteDecoder(placement);
    }
    throw new IllegalArgumentException(driver);
  }

  @Test
  void whatArrivedIsReadAgainWithItsTime() throws IOException {
    Path file = write(HEADER, "ab", "", "c");
    Recording recording = Recordings.open(file, Placement.LUMBAR, RawLogTest::decoder);

    assertThat(recording).isInstanceOf(RawLogRecording.class);
    assertThat(recording.placements()).containsExactly(Placement.SACRUM);
    assertThat(recording.notes().values())
        .containsEntry("athlete", "Kim")
        .containsEntry("driver", "bytes")
        .containsEntry("address", "serial:/dev/ttyUSB0")
        .doesNotContainKey("cut_off_bytes");
    List<Sample> samples = samples(recording);
    assertThat(samples).extracting(Sample::accXMps2).containsExactly((double) 'a', (double) 'b', (double) 'c');
    assertThat(samples).extracting(Sample::timeNanos).containsExactly(1000L, 1000L, 1002L);
    assertThat(samples(recording)).as("a second reading").isEqualTo(samples);
  }

  @Test
  void aChunkOfAnySizeFits() throws IOException {
    assertThat(samples(RawLogRecording.of(write(HEADER, "x".repeat(200_001)), RawLogTest::decoder))).hasSize(200_001);
  }

  @Test
  void aCutOffTailCostsItsChunkAndIsNoted() throws IOException {
    Path whole = write(HEADER, "first", "second", "third");
    byte[] bytes = Files.readAllBytes(whole);
    int headAndTwo = bytes.length - (12 + "third".length() + 4);
    for (int length = headAndTwo; length < bytes.length; length++) {
      Path cut = Files.write(dir.resolve("cut.fbraw"), Arrays.copyOf(bytes, length));
      RawLogRecording recording = RawLogRecording.of(cut, RawLogTest::decoder);
      assertThat(samples(recording)).as("cut at %d", length).hasSize("firstsecond".length());
      String noted = recording.notes().values().getOrDefault(RawLogRecording.CUT_OFF_BYTES, "0");
      assertThat(Integer.parseInt(noted)).as("cut at %d", length).isEqualTo(length - headAndTwo);
    }
  }

  @Test
  void aFlippedBitNeverComesThrough() throws IOException {
    byte[] bytes = Files.readAllBytes(write(HEADER, "first", "second"));
    int chunks = bytes.length - (12 + 5 + 4) - (12 + 6 + 4);
    for (int i = chunks; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[i] ^= (byte) (1 << bit);
        assertThat(decoded(flipped)).as("bit %d of byte %d", bit, i).isIn("", "first");
      }
    }
  }

  private String decoded(byte[] log) throws IOException {
    try {
      StringBuilder text = new StringBuilder();
      Path file = Files.write(dir.resolve("flipped.fbraw"), log);
      samples(RawLogRecording.of(file, RawLogTest::decoder)).forEach(s -> text.append((char) s.accXMps2()));
      return text.toString();
    } catch (RecordingFormatException e) {
      return "";
    }
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    assertRefused(write(new RawLogHeader("fax", "x", Placement.LUMBAR, RecordingNotes.NONE), "a"), "driver 'fax'");
    assertRefused(write(HEADER), "no reading of driver bytes", "at least one");
    assertRefused(Files.writeString(dir.resolve("v9.fbraw"), "flatback-raw 9\n\n"), "'flatback-raw 9'", "update");
    assertRefused(Files.writeString(dir.resolve("cut.fbraw"), "flatback-raw 1\ndriver: x"), "a head that is cut off");
    assertRefused(Files.writeString(dir.resolve("bare.fbraw"), "flatback-raw 1\n\n"), "without driver or placement");
  }

  private static void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> Recordings.open(file, Placement.LUMBAR, RawLogTest::decoder))
        .isInstanceOf(RecordingFormatException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aRecordingCsvIsOpenedAsSuchWhateverItsName() throws IOException {
    Path file = Files.writeString(dir.resolve("odd.fbraw"), Csv.ONE + Csv.hundredHz(0, 20));
    assertThat(Recordings.open(file, Placement.LUMBAR, DecoderFactory.NONE)).isInstanceOf(CsvRecording.class);
    assertThatThrownBy(() -> Recordings.open(dir, Placement.LUMBAR, DecoderFactory.NONE))
        .isInstanceOf(RecordingFormatException.class);
  }

  @Test
  void aRawLogOfAPlayedCsvIsReadWithoutAnyFactory() throws IOException {
    RawLogHeader header = new RawLogHeader("csv", "replay:x", Placement.SACRUM, RecordingNotes.NONE);
    Path file = write(header, Csv.ONE, Csv.hundredHz(0, 20));
    Recording recording = Recordings.open(file, Placement.LUMBAR, DecoderFactory.NONE);
    assertThat(recording.placements()).containsExactly(Placement.SACRUM);
    assertThat(samples(recording)).hasSize(20);
  }

  @Test
  void isPlayedAsALink() throws IOException {
    Path file = write(HEADER, "first", "second");
    try (ReplayLink link = ReplayLink.open(file, 1)) {
      assertThat(link.driver()).isEqualTo("bytes");
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[3];
      for (int n = link.read(buffer); n >= 0; n = link.read(buffer)) {
        all.write(buffer, 0, n);
      }
      assertThat(all.toString(StandardCharsets.US_ASCII)).isEqualTo("firstsecond");
    }
  }

  private Path write(RawLogHeader header, String... chunks) throws IOException {
    Path file = dir.resolve("log.fbraw");
    try (RawLogWriter writer = RawLogWriter.create(file, header)) {
      long arrival = 1000;
      for (String chunk : chunks) {
        writer.append(chunk.getBytes(StandardCharsets.US_ASCII), 0, chunk.length(), arrival++);
      }
      writer.sync();
    }
    return file;
  }

  private static List<Sample> samples(Recording recording) throws IOException {
    try (RecordingReader reader = recording.open()) {
      return Csv.samples(Csv.drain(reader));
    }
  }
}

package io.flatback.recording;

import io.flatback.signal.LateReadings;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A raw log on disk, decoded anew each time it is read by the decoder that it names. */
public final class RawLogRecording implements Recording {
  /** Note: bytes at the end of the file that a crash cut off. */
  public static final String CUT_OFF_BYTES = "cut_off_bytes";

  private final Path path;
  private final DecoderFactory decoders;
  private final LateReadings late;
  private final RecordingNotes notes;
  private final List<Placement> placements;

  private RawLogRecording(
      Path path, DecoderFactory decoders, LateReadings late, RecordingNotes notes, List<Placement> placements) {
    this.path = path;
    this.decoders = decoders;
    this.late = late;
    this.notes = notes;
    this.placements = placements;
  }

  /**
   * Reads the file once, to learn which sensors are in it, what came late, and whether its end was cut off.
   *
   * @throws RecordingFormatException when it is no raw log, or no reading can be decoded from it
   */
  public static RawLogRecording of(Path path, DecoderFactory decoders) throws IOException {
    LateReadings late = new LateReadings();
    try (RawLogReader reader = new RawLogReader(path, decoders, late)) {
      Set<Placement> seen = EnumSet.noneOf(Placement.class);
      while (reader.next()) {
        if (reader.event() instanceof Sample) {
          seen.add(reader.placement());
        }
      }
      if (seen.isEmpty()) {
        throw RecordingFormatException.of(
            path.toString(),
            "no reading of driver " + reader.header().driver(),
            "at least one",
            "record again, and see 'flatback sensors' for the right driver");
      }
      return new RawLogRecording(path, decoders, late, notes(reader), List.copyOf(seen));
    }
  }

  private static RecordingNotes notes(RawLogReader reader) {
    RecordingNotes notes = reader.header().asNotes();
    return reader.lostBytes() == 0 ? notes : notes.with(CUT_OFF_BYTES, Long.toString(reader.lostBytes()));
  }

  @Override
  public RecordingNotes notes() {
    return notes;
  }

  @Override
  public List<Placement> placements() {
    return placements;
  }

  @Override
  public RecordingReader open() throws IOException {
    return new RawLogReader(path, decoders, late);
  }
}

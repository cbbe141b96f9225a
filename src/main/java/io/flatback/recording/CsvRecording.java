package io.flatback.recording;

import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A recording CSV on disk, plain or gzipped; read in one pass with little memory, as often as wanted. */
public final class CsvRecording implements Recording {
  private final Path path;
  private final Placement fallback;
  private final RecordingNotes notes;
  private final List<Placement> placements;

  private CsvRecording(Path path, Placement fallback, RecordingNotes notes, List<Placement> placements) {
    this.path = path;
    this.fallback = fallback;
    this.notes = notes;
    this.placements = placements;
  }

  /** As {@link #of(Path, Placement)} for a sensor over the lumbar spine. */
  public static CsvRecording of(Path path) throws IOException {
    return of(path, Placement.LUMBAR);
  }

  /**
   * Reads as far as the header.
   *
   * @param fallback placement of a sensor for which neither columns nor notes name one
   * @throws RecordingFormatException when it is no recording CSV
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  public static CsvRecording of(Path path, Placement fallback) throws IOException {
    try (DecodedFile<CsvSignalDecoder> file = openAfterHeader(path, fallback)) {
      return new CsvRecording(path, fallback, file.decoder().notes(), file.decoder().placements());
    }
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
    return openAfterHeader(path, fallback);
  }

  private static DecodedFile<CsvSignalDecoder> openAfterHeader(Path path, Placement fallback) throws IOException {
    DecodedFile<CsvSignalDecoder> file = new DecodedFile<>(path, new CsvSignalDecoder(path.toString(), fallback));
    try {
      while (!file.decoder().readHeader()) {
        file.feed();
      }
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}

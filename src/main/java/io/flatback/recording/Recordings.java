package io.flatback.recording;

import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a recording of any kind; its content says which. */
public final class Recordings {
  private Recordings() {}

  /**
   * @param fallback placement of a sensor for which the file names none
   * @param decoders for raw logs
   * @throws RecordingFormatException when it is no recording
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  public static Recording open(Path path, Placement fallback, DecoderFactory decoders) throws IOException {
    return RawLogFile.isRawLog(path) ? RawLogRecording.of(path, decoders) : CsvRecording.of(path, fallback);
  }
}

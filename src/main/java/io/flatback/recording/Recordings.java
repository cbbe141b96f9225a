package io.flatback.recording;

import io.flatback.signal.Placement;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a recording of any kind; its content says which, or the name a device gave it. */
public final class Recordings {
  private Recordings() {}

  /**
   * @param fallback placement of a sensor for which the file names none
   * @param decoders for raw logs and the files of devices
   * @throws RecordingFormatException when it is no recording
   * @throws java.nio.file.NoSuchFileException when there is no such file
   */
  public static Recording open(Path path, Placement fallback, DecoderFactory decoders) throws IOException {
    if (RawLogFile.isRawLog(path)) {
      return RawLogRecording.of(path, decoders);
    }
    return DeviceFileRecording.isOne(path)
        ? DeviceFileRecording.of(path, fallback, decoders)
        : CsvRecording.of(path, fallback);
  }
}

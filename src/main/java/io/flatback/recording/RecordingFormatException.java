package io.flatback.recording;

import java.io.IOException;

/** Input that can't be read as a recording: what was expected, what was found, and where. */
public final class RecordingFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** @param message one line: source and line, what was found, what was expected, what to do */
  public RecordingFormatException(String message) {
    super(message);
  }
}

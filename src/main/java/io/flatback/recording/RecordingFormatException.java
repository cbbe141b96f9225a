package io.flatback.recording;

import java.io.IOException;

/** Input that can't be read as a recording: what was expected, what was found, and where. */
public final class RecordingFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** @param message one line: source and line, what was found, what was expected, what to do */
  public RecordingFormatException(String message) {
    super(message);
  }

  /** @param place the source, and the line where there is one */
  static RecordingFormatException of(String place, String found, String expected, String remedy) {
    return new RecordingFormatException(place + ": found " + found + ", expected " + expected + ": " + remedy);
  }
}

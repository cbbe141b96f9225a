package io.flatback.recording;

import java.util.Arrays;

/**
 * Bytes in chunks of any size to lines. Holds no more than what was offered and not yet taken; a line
 * longer than {@link #MAX_LINE_BYTES} is never waited for.
 */
final class LineBuffer {
  static final int MAX_LINE_BYTES = 64 * 1024;

  /** What {@link #next} found. */
  enum State {
    LINE,
    NEED_MORE,
    TOO_LONG
  }

  private byte[] bytes = new byte[MAX_LINE_BYTES];
  private int start;
  private int scanned;
  private int end;
  private int lineStart;
  private int lineEnd;
  private long lineNumber;
  private boolean finished;

  void offer(byte[] chunk, int offset, int length) {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      scanned -= start;
      end -= start;
      start = 0;
    }
    if (bytes.length - end < length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(end, length), bytes.length * 2));
    }
    System.arraycopy(chunk, offset, bytes, end, length);
    end += length;
  }

  void finish() {
    finished = true;
  }

  /** Moves to the next line; its bytes stay where they are until the next {@link #offer}. */
  State next() {
    while (scanned < end) {
      if (bytes[scanned++] == '\n') {
        return line(scanned - 1);
      }
    }
    if (end - start > MAX_LINE_BYTES) {
      return tooLong();
    }
    return finished && start < end ? line(end) : State.NEED_MORE;
  }

  private State line(int newline) {
    if (newline - start > MAX_LINE_BYTES) {
      return tooLong();
    }
    lineStart = start;
    lineEnd = newline > start && bytes[newline - 1] == '\r' ? newline - 1 : newline;
    start = scanned;
    lineNumber++;
    return State.LINE;
  }

  private State tooLong() {
    lineStart = start;
    lineEnd = start + MAX_LINE_BYTES;
    lineNumber++;
    return State.TOO_LONG;
  }

  /** Nothing is left that was not taken. */
  boolean isEmpty() {
    return start == end;
  }

  /** @param place source and line */
  static RecordingFormatException tooLong(String place) {
    return RecordingFormatException.of(
        place,
        "more than " + MAX_LINE_BYTES + " bytes without a line's end",
        "lines of a recording CSV",
        "give a text file with one reading a line");
  }

  byte[] bytes() {
    return bytes;
  }

  int lineStart() {
    return lineStart;
  }

  /** Exclusive; without the line's end. */
  int lineEnd() {
    return lineEnd;
  }

  /** Exclusive; with the line's end, where it has one. */
  int lineEndWithNewline() {
    return start;
  }

  /** From 1. */
  long lineNumber() {
    return lineNumber;
  }
}

package io.flatback.recording;

import java.io.Closeable;
import java.io.IOException;

/** Pieces of a file, each with the time at which it is to be played. */
interface TimedChunks extends Closeable {
  /** No time of its own: due with whatever came before. */
  long AT_ONCE = Long.MIN_VALUE;

  /** Moves to the next piece. */
  boolean next() throws IOException;

  /** On the file's own time line, or {@link #AT_ONCE}. */
  long timeNanos();

  byte[] bytes();

  int offset();

  int length();
}

package io.flatback.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A recording CSV line by line. Only the time is looked at; what else is wrong with a line is for the
 * decoder to say.
 */
final class CsvChunks implements TimedChunks {
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int HEADER_NOT_SEEN = -2;

  private final Path path;
  private final InputStream in;
  private final LineBuffer lines = new LineBuffer();
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int timeColumn = HEADER_NOT_SEEN;
  private long timeNanos = AT_ONCE;

  CsvChunks(Path path) throws IOException {
    this.path = path;
    this.in = RecordingFiles.open(path);
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      switch (lines.next()) {
        case LINE -> {
          timeNanos = timeOfLine();
          return true;
        }
        case TOO_LONG -> throw LineBuffer.tooLong(path + " line " + lines.lineNumber());
        case NEED_MORE -> {
          int length = RecordingFiles.read(in, chunk, path);
          if (length < 0) {
            lines.finish();
            if (lines.isEmpty()) {
              return false;
            }
          } else {
            lines.offer(chunk, 0, length);
          }
        }
      }
    }
  }

  private long timeOfLine() {
    int from = lines.lineStart();
    int to = lines.lineEnd();
    if (timeColumn == HEADER_NOT_SEEN) {
      String text = CsvText.decode(lines.bytes(), from, to).orElse("");
      if (!text.isEmpty() && !text.startsWith("#")) {
        timeColumn = Arrays.stream(text.split(",", -1)).map(String::trim).toList().indexOf(CsvHeader.TIME);
      }
      return AT_ONCE;
    }
    return cellNanos(from, to);
  }

  private long cellNanos(int from, int to) {
    byte[] bytes = lines.bytes();
    int column = 0;
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || bytes[i] == ',') {
        if (column++ == timeColumn) {
          return nanos(bytes, start, i);
        }
        start = i + 1;
      }
    }
    return AT_ONCE;
  }

  private static long nanos(byte[] bytes, int from, int to) {
    try {
      double seconds = Decimals.parse(bytes, from, to);
      return Double.isNaN(seconds) ? AT_ONCE : Math.round(seconds * 1e9);
    } catch (NumberFormatException e) {
      return AT_ONCE;
    }
  }

  @Override
  public long timeNanos() {
    return timeNanos;
  }

  @Override
  public byte[] bytes() {
    return lines.bytes();
  }

  @Override
  public int offset() {
    return lines.lineStart();
  }

  @Override
  public int length() {
    return lines.lineEndWithNewline() - lines.lineStart();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package io.flatback.recording;

import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Feeds a file to the decoder, a chunk at a time. */
final class CsvReader implements RecordingReader {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Path path;
  private final InputStream in;
  private final CsvSignalDecoder decoder;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private boolean atEnd;

  CsvReader(Path path, Placement fallback) throws IOException {
    this.path = path;
    this.decoder = new CsvSignalDecoder(path.toString(), fallback);
    this.in = RecordingFiles.open(path);
    try {
      while (!decoder.readHeader()) {
        feed();
      }
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException {
    while (!decoder.next()) {
      if (atEnd) {
        return false;
      }
      feed();
    }
    return true;
  }

  private void feed() throws IOException {
    int length = RecordingFiles.read(in, chunk, path);
    if (length < 0) {
      atEnd = true;
      decoder.finish();
    } else {
      decoder.offer(chunk, 0, length, 0);
    }
  }

  @Override
  public Placement placement() {
    return decoder.placement();
  }

  @Override
  public SignalEvent event() {
    return decoder.event();
  }

  RecordingNotes notes() {
    return decoder.notes();
  }

  List<Placement> placements() {
    return decoder.placements();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package io.flatback.recording;

import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Feeds a file to its decoder, a chunk at a time. */
final class DecodedFile<D extends SignalDecoder> implements RecordingReader {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Path path;
  private final InputStream in;
  private final D decoder;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private boolean atEnd;

  DecodedFile(Path path, D decoder) throws IOException {
    this.path = path;
    this.decoder = decoder;
    this.in = RecordingFiles.open(path);
  }

  D decoder() {
    return decoder;
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

  /** Offers one chunk more, or says that there is none. */
  void feed() throws IOException {
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

  @Override
  public void close() throws IOException {
    in.close();
  }
}

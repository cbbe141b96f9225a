package io.flatback.recording;

import io.flatback.signal.LateReadings;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.nio.file.Path;

/** Feeds a raw log to its decoder, a chunk at a time, each with the time at which it arrived. What came late is in its place. */
final class RawLogReader implements RecordingReader {
  private final RawLogChunks chunks;
  private final SignalDecoder decoder;
  private boolean atEnd;

  RawLogReader(Path path, DecoderFactory decoders, LateReadings late) throws IOException {
    chunks = new RawLogChunks(path);
    try {
      decoder = decoder(path, decoders);
      decoder.keepLate(late);
    } catch (IOException e) {
      chunks.close();
      throw e;
    }
  }

  private SignalDecoder decoder(Path path, DecoderFactory decoders) throws IOException {
    RawLogHeader header = chunks.header();
    if (header.driver().equals(ReplayLink.CSV_DRIVER)) {
      return new CsvSignalDecoder(path.toString(), header.placement());
    }
    try {
      return decoders.create(header.driver(), header.placement());
    } catch (IllegalArgumentException e) {
      throw RecordingFormatException.of(
          path.toString(), "driver " + CsvText.excerpt(header.driver()), "a driver of this build", "update flatback");
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
    if (chunks.next()) {
      decoder.offer(chunks.bytes(), chunks.offset(), chunks.length(), chunks.timeNanos());
    } else {
      atEnd = true;
      decoder.finish();
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

  RawLogHeader header() {
    return chunks.header();
  }

  long lostBytes() {
    return chunks.lostBytes();
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}

package io.flatback.store;

import io.flatback.recording.DecoderFactory;
import io.flatback.recording.RecordingFormatException;
import io.flatback.recording.ReplayLink;
import io.flatback.signal.LateReadings;
import java.io.IOException;

/**
 * What is needed to walk over a span as often as one likes.
 *
 * @param late readings of the stream that came after others, to be given in their place
 */
record StreamSource(Sqlite sqlite, RecordSpan span, DecoderFactory decoders, LateReadings late) {
  /** Walks over the span once, to learn what came late. A played file says everything in its place. */
  static StreamSource of(Sqlite sqlite, RecordSpan span, DecoderFactory decoders) throws IOException {
    StreamSource source = new StreamSource(sqlite, span, decoders, new LateReadings());
    if (!span.stream().driver().equals(ReplayLink.CSV_DRIVER)) {
      StreamCursor first = source.open();
      while (first.next()) {
        // The decoder keeps what it needs.
      }
    }
    return source;
  }

  StreamCursor open() throws RecordingFormatException {
    return new StreamCursor(this);
  }
}

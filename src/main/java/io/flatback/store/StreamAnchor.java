package io.flatback.store;

import io.flatback.recording.DecoderFactory;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a stream's own time lies on the host's clock. A sample can arrive late and never early, so the least
 * distance between arrival and device time within the first minute is the best there is.
 *
 * @param firstNanos the span's first event, on the stream's own time line
 * @param arrivalLessTimeNanos least arrival time less own time
 */
record StreamAnchor(RecordSpan span, long firstNanos, long arrivalLessTimeNanos) {
  private static final long LOOK_NANOS = 60_000_000_000L;

  /** Empty for a span without a sample. */
  static Optional<StreamAnchor> of(Sqlite sqlite, RecordSpan span, DecoderFactory decoders) throws IOException {
    StreamCursor cursor = new StreamCursor(sqlite, span, decoders);
    if (!cursor.next()) {
      return Optional.empty();
    }
    long firstNanos = cursor.event().timeNanos();
    long least = Long.MAX_VALUE;
    do {
      if (cursor.event() instanceof Sample sample) {
        least = Math.min(least, cursor.arrivalNanos() - sample.timeNanos());
      }
    } while (cursor.event().timeNanos() - firstNanos < LOOK_NANOS && cursor.next());
    return least == Long.MAX_VALUE ? Optional.empty() : Optional.of(new StreamAnchor(span, firstNanos, least));
  }

  /** What to add to this stream's own times to be on the time line of another. */
  long shiftOnto(StreamAnchor reference) {
    return (arrivalLessTimeNanos - stream().originNanos())
        - (reference.arrivalLessTimeNanos - reference.stream().originNanos())
        + originAfter(reference.stream());
  }

  /** Streams of one run share a clock that nobody sets; others have only the wall clock in common. */
  private long originAfter(RawStream reference) {
    return stream().run().equals(reference.run())
        ? stream().originNanos() - reference.originNanos()
        : Duration.between(reference.startedAt(), stream().startedAt()).toNanos();
  }

  RawStream stream() {
    return span.stream();
  }
}

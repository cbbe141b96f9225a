package io.flatback.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * How a stream's own time lies on the host's clock.
 *
 * @param firstNanos the span's first event, on the stream's own time line
 */
record StreamAnchor(StreamSource source, long firstNanos, StreamClock clock) {
  /** Empty for a span without a sample. */
  static Optional<StreamAnchor> of(StreamSource source) throws IOException {
    StreamCursor cursor = source.open();
    if (!cursor.next()) {
      return Optional.empty();
    }
    long firstNanos = cursor.event().timeNanos();
    StreamClock clock = new StreamClock();
    do {
      clock.add(cursor.event(), cursor.arrivalNanos());
    } while (cursor.next());
    return clock.isEmpty() ? Optional.empty() : Optional.of(new StreamAnchor(source, firstNanos, clock));
  }

  /** What to add to this stream's own time to be on the time line of another. */
  LongUnaryOperator shiftOnto(StreamAnchor reference) {
    if (equals(reference)) {
      return timeNanos -> 0;
    }
    long apartNanos = reference.stream().originNanos() - stream().originNanos() + originAfter(reference.stream());
    long aboutNanos = apartNanos + clock.offsetNanos(firstNanos) - reference.clock.offsetNanos(reference.firstNanos);
    return timeNanos ->
        apartNanos + clock.offsetNanos(timeNanos) - reference.clock.offsetNanos(timeNanos + aboutNanos);
  }

  /** Streams of one run share a clock that nobody sets; others have only the wall clock in common. */
  private long originAfter(RawStream reference) {
    return stream().run().equals(reference.run())
        ? stream().originNanos() - reference.originNanos()
        : Duration.between(reference.startedAt(), stream().startedAt()).toNanos();
  }

  RawStream stream() {
    return source.span().stream();
  }
}

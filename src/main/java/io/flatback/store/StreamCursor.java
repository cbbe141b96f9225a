package io.flatback.store;

import io.flatback.recording.DecoderFactory;
import io.flatback.recording.RecordingFormatException;
import io.flatback.recording.CsvSignalDecoder;
import io.flatback.recording.ReplayLink;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalCursor;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import java.io.IOException;

/**
 * The signal events of one span, on its stream's own time line. The stream is decoded from its beginning,
 * where the device said what its numbers mean; what came before the span is not given out.
 */
final class StreamCursor implements SignalCursor {
  private final RecordSpan span;
  private final BlockReader blocks;
  private final SignalDecoder decoder;
  private boolean finished;
  /** Within the span. In the middle of a stream that is from its first sample on. */
  private boolean inside;

  StreamCursor(StreamSource source) throws RecordingFormatException {
    this.span = source.span();
    this.blocks = new BlockReader(source.sqlite(), span.stream().id());
    this.decoder = decoder(span.stream(), source.decoders());
    this.inside = span.fromTheStart();
    decoder.keepLate(source.late());
  }

  private static SignalDecoder decoder(RawStream stream, DecoderFactory decoders) throws RecordingFormatException {
    String source = "stream " + stream.id();
    if (stream.driver().equals(ReplayLink.CSV_DRIVER)) {
      return new CsvSignalDecoder(source, stream.placement());
    }
    try {
      return decoders.create(stream.driver(), stream.placement());
    } catch (IllegalArgumentException e) {
      throw new RecordingFormatException(
          source + ": driver '" + stream.driver() + "', which this build does not know: update flatback");
    }
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      while (decoder.next()) {
        inside |= arrivalNanos() > span.afterNanos() && decoder.event() instanceof Sample;
        if (inside) {
          return true;
        }
      }
      if (finished) {
        return false;
      }
      feed();
    }
  }

  private void feed() {
    if (blocks.next() && blocks.arrivalNanos() <= span.untilNanos()) {
      decoder.offer(blocks.bytes(), blocks.offset(), blocks.length(), blocks.arrivalNanos());
    } else {
      finished = true;
      decoder.finish();
    }
  }

  /** When the chunk arrived that gave rise to the current event, on the stream's arrival clock. */
  long arrivalNanos() {
    return blocks.arrivalNanos();
  }

  @Override
  public Placement placement() {
    return decoder.placement();
  }

  @Override
  public SignalEvent event() {
    return decoder.event();
  }
}

package io.flatback.cli;

import io.flatback.recording.RecordingFormatException;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import io.flatback.signal.StreamFacts;
import java.io.IOException;
import java.util.function.Consumer;

/** Tells when a stream turns out to be no recording: trying again would not help. */
record WatchedDecoder(SignalDecoder decoder, Consumer<IOException> onRefusal) implements SignalDecoder {
  @Override
  public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
    decoder.offer(buffer, offset, length, arrivalNanos);
  }

  @Override
  public void finish() {
    decoder.finish();
  }

  @Override
  public StreamFacts facts() {
    return decoder.facts();
  }

  @Override
  public boolean next() throws IOException {
    try {
      return decoder.next();
    } catch (RecordingFormatException e) {
      onRefusal.accept(e);
      throw e;
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
}

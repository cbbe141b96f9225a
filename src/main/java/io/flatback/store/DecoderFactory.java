package io.flatback.store;

import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;

/** Makes the decoder that turns a stream's bytes into signal events. */
@FunctionalInterface
public interface DecoderFactory {
  /** @param driver name as stored with the stream, e.g. {@code flatback} or {@code csv} */
  SignalDecoder decoder(String driver, Placement placement);
}

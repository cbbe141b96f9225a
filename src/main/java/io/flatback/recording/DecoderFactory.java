package io.flatback.recording;

import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;

/** Who understands the bytes of which driver. */
@FunctionalInterface
public interface DecoderFactory {
  /** Knows no driver besides recording CSV, which is always known. */
  DecoderFactory NONE =
      (driver, placement) -> {
        throw new IllegalArgumentException("driver '" + driver + "'");
      };

  /**
   * @param placement of the sensor, where the bytes do not say
   * @throws IllegalArgumentException for a driver it does not know
   */
  SignalDecoder create(String driver, Placement placement);
}

package io.flatback.signal;

/**
 * One maker's dialect from bytes to signal events. The same bytes with the same arrival times give the
 * same events, however they are cut into chunks: a raw record is analysed again by this very class.
 */
public interface SignalDecoder extends SignalCursor {
  /**
   * Takes bytes as they came. Afterwards {@link #next} walks over what they held.
   *
   * @param arrivalNanos when they arrived, on the host's monotonic clock
   */
  void offer(byte[] buffer, int offset, int length, long arrivalNanos);

  /** No more bytes will come: whatever was held back may be decided now. */
  void finish();

  /**
   * Gives the decoder its part of a record's {@link LateReadings}, before the first byte. A decoder of a
   * device that sends nothing twice has no use for it.
   */
  default void keepLate(LateReadings late) {}

  /** What is known of the stream after the bytes walked over so far. Called on the decoder's thread. */
  default StreamFacts facts() {
    return StreamFacts.UNKNOWN;
  }
}

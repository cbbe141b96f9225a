package io.flatback.wire.witmotion;

/** What a WitMotion stream is made of: frames, and bytes that were none. */
public sealed interface WitEvent {
  /** Byte after the frame's last, counted from the first byte the decoder was given. */
  long endOffset();

  /**
   * Three of the device's 16-bit numbers under one type, from a frame with a sum.
   *
   * @param type as in {@link WitFrameDecoder}
   * @param d3 temperature in 0.01 °C or what else the type says
   */
  record Triplet(int type, short d0, short d1, short d2, short d3, long endOffset) implements WitEvent {}

  /** Acceleration and rate together, from a Bluetooth frame; its angles are not used. */
  record Motion(short accX, short accY, short accZ, short gyroX, short gyroY, short gyroZ, long endOffset)
      implements WitEvent {}

  /** Eight registers that were asked for, from {@code first} on; only the first of them is kept. */
  record Registers(int first, short value, long endOffset) implements WitEvent {}

  /**
   * Bytes that belong to no frame.
   *
   * @param detail one line for people: what was found, what was expected, what to do
   */
  record Skipped(int byteCount, String detail, long endOffset) implements WitEvent {}
}

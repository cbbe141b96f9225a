package io.flatback.wire;

import java.util.Locale;

/**
 * Bytes that are no message. The stream goes on with the next frame.
 *
 * @param byteOffset of the frame's first byte, counted from the first byte the decoder was given
 * @param detail one line for people: what was found, what was expected, what to do
 */
public record WireFault(Kind kind, long byteOffset, String detail) implements WireEvent {

  /** What is wrong with them. */
  public enum Kind {
    /** The stuffing points past the end of the frame. */
    STUFFING,
    /** Too few bytes for a type and a check sum. */
    TOO_SHORT,
    /** More bytes without a 00 than the longest frame has. */
    RUNAWAY,
    /** The check sum does not match. */
    CRC,
    /** The check sum matches and the length is not that of the type. */
    LENGTH,
    /** From a protocol this build does not speak. */
    VERSION,
    /** A field holds what it can't hold. */
    VALUE,
    /** The bytes ended inside a frame. */
    CUT_OFF;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

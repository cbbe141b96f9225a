package io.flatback.wire;

/** Packets whose every byte a test can change before they are framed with a right check sum. */
public final class Packets {
  private Packets() {}

  public static byte[] of(WireMessage message) {
    return FrameEncoder.packet(message);
  }

  public static byte[] framed(byte[] packet) {
    return FrameEncoder.frameOf(packet);
  }
}

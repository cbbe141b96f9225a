package io.flatback.wire.witmotion;

/**
 * What a WitMotion sensor is told: {@code FF AA register low high}. Settings are taken only after {@link
 * #unlock} and {@link #SETTLE_NANOS}, and kept only after {@link #save}, after which the device needs {@link
 * #SAVE_NANOS}.
 */
public final class WitCommand {
  public static final long SETTLE_NANOS = 100_000_000L;
  public static final long SAVE_NANOS = 500_000_000L;

  private static final int OUTPUTS = 0x02;
  private static final int RATE = 0x03;
  private static final int UNLOCK = 0x69;
  private static final int SAVE = 0x00;

  private static final int KEY = 0xB588;
  private static final int ACCELERATION_AND_RATE = 0b110;

  private WitCommand() {}

  public static byte[] unlock() {
    return write(UNLOCK, KEY);
  }

  /** Over a cable: acceleration and rate, and nothing else that would take up the line. */
  public static byte[] outputs() {
    return write(OUTPUTS, ACCELERATION_AND_RATE);
  }

  /** @param rateHz 10, 20, 50, 100 or 200 */
  public static byte[] rate(int rateHz) {
    int code = switch (rateHz) {
      case 10 -> 0x06;
      case 20 -> 0x07;
      case 50 -> 0x08;
      case 100 -> 0x09;
      case 200 -> 0x0B;
      default -> throw new IllegalArgumentException("rate=" + rateHz + " Hz, expected 10, 20, 50, 100 or 200");
    };
    return write(RATE, code);
  }

  public static byte[] save() {
    return write(SAVE, 0);
  }

  private static byte[] write(int register, int value) {
    return new byte[] {(byte) 0xFF, (byte) 0xAA, (byte) register, (byte) value, (byte) (value >> 8)};
  }
}

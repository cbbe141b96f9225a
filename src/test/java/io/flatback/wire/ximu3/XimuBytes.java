package io.flatback.wire.ximu3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Messages as an x-IMU3 writes them. */
public final class XimuBytes {
  private XimuBytes() {}

  public static byte[] text(String line) {
    return (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Rate in °/s, then acceleration in g. */
  public static byte[] written(long micros, double... values) {
    StringBuilder line = new StringBuilder("I,").append(micros);
    for (double value : values) {
      line.append(String.format(Locale.ROOT, ",%.4f", value));
    }
    return text(line.toString());
  }

  public static byte[] binary(long micros, float... values) {
    ByteBuffer plain = ByteBuffer.allocate(33).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0xC9).putLong(micros);
    for (float value : values) {
      plain.putFloat(value);
    }
    return stuffed(plain.array());
  }

  static byte[] stuffed(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte one : plain) {
      switch (one & 0xFF) {
        case 0x0A -> out.writeBytes(new byte[] {(byte) 0xDB, (byte) 0xDC});
        case 0xDB -> out.writeBytes(new byte[] {(byte) 0xDB, (byte) 0xDD});
        default -> out.write(one);
      }
    }
    out.write('\n');
    return out.toByteArray();
  }
}

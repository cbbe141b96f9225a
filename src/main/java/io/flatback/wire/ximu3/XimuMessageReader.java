package io.flatback.wire.ximu3;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message, without its line feed, to what it says. Unstuffs it where it lies. One thread. */
final class XimuMessageReader {
  private static final int BINARY = 0x80;
  private static final int ESCAPE = 0xDB;
  private static final int ESCAPED_LINE_FEED = 0xDC;
  private static final int ESCAPED_ESCAPE = 0xDD;

  private static final int INERTIAL_BYTES = 1 + Long.BYTES + 6 * Float.BYTES;
  private static final int BATTERY_BYTES = 1 + Long.BYTES + 3 * Float.BYTES;

  private static final double MOST_MICROS = 0x1p53;
  /** Twice its ±2000 °/s and ±16 g, as a calibration may go beyond them. */
  private static final double MOST_DPS = 4000;

  private static final double MOST_G = 32;

  private static final Pattern NAME = Pattern.compile("\"deviceName\"\\s*:\\s*\"([ -~&&[^\"\\\\]]{0,64})\"");
  private static final Pattern SERIAL = Pattern.compile("\"serialNumber\"\\s*:\\s*\"([ -~&&[^\"\\\\]]{0,64})\"");

  private final AsciiFields fields = new AsciiFields();

  XimuEvent read(byte[] bytes, int length) {
    int first = bytes[0] & 0xFF;
    if (first == '{') {
      return json(bytes, length);
    }
    if (first == '^') {
      return new XimuEvent.Other('^');
    }
    if (isLetter(first)) {
      return written(bytes, length);
    }
    if (isLetter(first - BINARY)) {
      int plain = unstuff(bytes, length);
      return plain < 0 ? noMessage(length, "is stuffed wrongly") : binary(bytes, plain);
    }
    return first == '\r' && length == 1 ? new XimuEvent.Other('\r') : noMessage(length, "begins with no type of its");
  }

  private static boolean isLetter(int type) {
    return type >= 'A' && type <= 'Z';
  }

  private static XimuEvent noMessage(int length, String what) {
    return new XimuEvent.Skipped(
        length, "a line of " + length + " bytes " + what + ", expected x-IMU3 messages: check baud rate and driver");
  }

  private static XimuEvent json(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher name = NAME.matcher(text);
    Matcher serial = SERIAL.matcher(text);
    return text.startsWith("{\"ping\":") && name.find()
        ? new XimuEvent.Device(name.group(1), serial.find() ? serial.group(1) : "")
        : new XimuEvent.Other('{');
  }

  private XimuEvent written(byte[] bytes, int length) {
    if (length < 2 || bytes[1] != ',') {
      return noMessage(length, "has no comma behind its type");
    }
    double[] values = fields.values;
    return switch (bytes[0]) {
      case 'I' ->
          fields.parse(bytes, 2, length) != AsciiFields.MOST
              ? noMessage(length, "holds no seven numbers")
              : inertial(length, values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
      case 'B' ->
          fields.parse(bytes, 2, length) < 2
              ? noMessage(length, "holds no battery")
              : battery(length, values[1]);
      default -> new XimuEvent.Other((char) bytes[0]);
    };
  }

  private static XimuEvent binary(byte[] bytes, int length) {
    char type = (char) ((bytes[0] & 0xFF) - BINARY);
    ByteBuffer in = ByteBuffer.wrap(bytes, 1, length - 1).order(ByteOrder.LITTLE_ENDIAN);
    return switch (type) {
      case 'I' ->
          length != INERTIAL_BYTES
              ? noMessage(length, "should have " + INERTIAL_BYTES)
              : inertial(
                  length, unsigned(in.getLong()), in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat(),
                  in.getFloat(), in.getFloat());
      case 'B' ->
          length != BATTERY_BYTES
              ? noMessage(length, "should have " + BATTERY_BYTES)
              : battery(length, in.getFloat(1 + Long.BYTES));
      default -> new XimuEvent.Other(type);
    };
  }

  private static double unsigned(long micros) {
    return micros < 0 ? Double.POSITIVE_INFINITY : (double) micros;
  }

  private static XimuEvent inertial(
      int length, double micros, double gx, double gy, double gz, double ax, double ay, double az) {
    boolean possible =
        micros >= 0 && micros < MOST_MICROS
            && Math.abs(gx) <= MOST_DPS && Math.abs(gy) <= MOST_DPS && Math.abs(gz) <= MOST_DPS
            && Math.abs(ax) <= MOST_G && Math.abs(ay) <= MOST_G && Math.abs(az) <= MOST_G;
    return possible
        ? new XimuEvent.Inertial((long) micros, gx, gy, gz, ax, ay, az)
        : noMessage(length, "holds numbers that it can't measure");
  }

  private static XimuEvent battery(int length, double percent) {
    return percent >= 0 && percent <= 100
        ? new XimuEvent.Battery((int) Math.round(percent))
        : noMessage(length, "holds no battery");
  }

  /** @return how many bytes are left, or −1 where an escape is none */
  private static int unstuff(byte[] bytes, int length) {
    int out = 0;
    for (int at = 0; at < length; at++) {
      int next = bytes[at] & 0xFF;
      if (next == ESCAPE) {
        int escaped = ++at < length ? bytes[at] & 0xFF : -1;
        if (escaped != ESCAPED_LINE_FEED && escaped != ESCAPED_ESCAPE) {
          return -1;
        }
        next = escaped == ESCAPED_LINE_FEED ? '\n' : ESCAPE;
      }
      bytes[out++] = (byte) next;
    }
    return out;
  }
}

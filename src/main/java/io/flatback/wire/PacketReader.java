package io.flatback.wire;

import io.flatback.wire.WireFault.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One packet whose check sum is right, to the message it holds or to the reason why it holds none. */
final class PacketReader {
  static final String REMEDY = ": update flatback or reflash (firmware-protocol/PROTOCOL.md)";

  private static final int HELLO_UID_AT = 4;
  private static final int HELLO_UID_BYTES = 8;
  private static final int HELLO_NAME_LENGTH_AT = 30;
  private static final int HELLO_NAME_AT = 31;
  private static final int IMU6_COUNT_AT = 12;
  private static final int IMU6_READINGS_AT = 14;
  private static final int READING_BYTES = 2 * Counts.AXES;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PacketReader() {}

  /** @param byteOffset of the frame, for the fault */
  static WireEvent read(byte[] packet, int length, long byteOffset) {
    int type = packet[0] & 0xFF;
    if (type == PacketType.HELLO && length > 2 && u8(packet, 1) != Hello.MAJOR) {
      return new WireFault(Kind.VERSION, byteOffset, wrongVersion(packet, length));
    }
    if (type == PacketType.IMU6 && length > IMU6_COUNT_AT && !hasSoundCount(packet)) {
      return new WireFault(
          Kind.VALUE,
          byteOffset,
          "IMU6 n=" + u8(packet, IMU6_COUNT_AT) + ", expected 1.." + Imu6.MAX_READINGS + REMEDY);
    }
    int expected = expectedLength(packet, length);
    if (length != expected) {
      return new WireFault(
          Kind.LENGTH, byteOffset, name(type) + " of " + length + " bytes, expected " + expected + REMEDY);
    }
    try {
      return message(type, packet, length);
    } catch (IllegalArgumentException outOfRange) {
      return new WireFault(Kind.VALUE, byteOffset, complaint(type, packet, outOfRange));
    }
  }

  /** A message checks its own ranges; here its complaint becomes a fact. */
  private static String complaint(int type, byte[] packet, IllegalArgumentException outOfRange) {
    String device = type == PacketType.HELLO ? " from device=" + uid(packet) : "";
    return name(type) + device + " " + outOfRange.getMessage() + REMEDY;
  }

  private static String wrongVersion(byte[] packet, int length) {
    String device = length >= HELLO_UID_AT + HELLO_UID_BYTES ? " from device=" + uid(packet) : "";
    return "HELLO version=" + u8(packet, 1) + "." + u8(packet, 2) + device + ", this build reads " + Hello.MAJOR
        + REMEDY;
  }

  private static boolean hasSoundCount(byte[] packet) {
    int count = u8(packet, IMU6_COUNT_AT);
    return count >= 1 && count <= Imu6.MAX_READINGS;
  }

  private static int expectedLength(byte[] packet, int length) {
    return switch (packet[0] & 0xFF) {
      case PacketType.HELLO ->
          length > HELLO_NAME_LENGTH_AT ? HELLO_NAME_AT + u8(packet, HELLO_NAME_LENGTH_AT) : HELLO_NAME_AT;
      case PacketType.STATUS -> 16;
      case PacketType.PONG -> 12;
      case PacketType.ACK -> 4;
      case PacketType.IMU6 ->
          IMU6_READINGS_AT + READING_BYTES * (length > IMU6_COUNT_AT ? u8(packet, IMU6_COUNT_AT) : 1);
      case PacketType.GET_HELLO, PacketType.START, PacketType.STOP -> 2;
      case PacketType.RATE, PacketType.PING -> 5;
      case PacketType.FEEDBACK -> 9;
      case PacketType.BACKFILL -> 8;
      default -> length;
    };
  }

  private static WireMessage message(int type, byte[] packet, int length) {
    ByteBuffer in = ByteBuffer.wrap(packet, 1, length - 1).order(ByteOrder.LITTLE_ENDIAN);
    return switch (type) {
      case PacketType.HELLO -> hello(in, packet);
      case PacketType.STATUS -> status(in);
      case PacketType.PONG -> new WireMessage.Pong(u16(skip(in)), u32(in), u32(in));
      case PacketType.ACK -> new WireMessage.Ack(u8(in), u8(in), u8(in));
      case PacketType.IMU6 -> imu6(in);
      case PacketType.GET_HELLO -> new WireMessage.GetHello(u8(in));
      case PacketType.START -> new WireMessage.Start(u8(in));
      case PacketType.STOP -> new WireMessage.Stop(u8(in));
      case PacketType.RATE -> new WireMessage.Rate(u8(in), u16(in), u8(in));
      case PacketType.PING -> new WireMessage.Ping(u8(in), u16(skip(in)));
      case PacketType.FEEDBACK -> new WireMessage.Feedback(u8(in), u8(in), u16(in), u8(in), u16(in), u8(in));
      case PacketType.BACKFILL -> new WireMessage.Backfill(u8(in), u32(in), u16(in));
      default -> new WireMessage.Unknown(type, HEX.formatHex(packet, 1, length));
    };
  }

  private static Hello hello(ByteBuffer in, byte[] packet) {
    int major = u8(in);
    int minor = u8(in);
    int bootId = u8(in);
    in.position(in.position() + HELLO_UID_BYTES);
    return new Hello(
        major,
        minor,
        bootId,
        uid(packet),
        u8(in),
        u8(in),
        u16(in),
        u32(in),
        u32(in),
        u16(in),
        u8(in),
        new Hello.Firmware(u8(in), u8(in), u8(in)),
        new String(packet, HELLO_NAME_AT, u8(in), StandardCharsets.ISO_8859_1));
  }

  private static WireMessage status(ByteBuffer in) {
    int bootId = u8(in);
    long timeMicros = u32(in);
    int millivolts = u16(in);
    int percent = u8(in);
    return new WireMessage.Status(bootId, timeMicros, millivolts, percent, skip(in).getShort(), u16(in), u16(in));
  }

  private static WireMessage imu6(ByteBuffer in) {
    int flags = u8(in);
    long firstIndex = u32(in);
    long firstMicros = u32(in);
    int periodMicros = u16(in);
    short[] values = new short[Counts.AXES * u8(in)];
    int bootId = u8(in);
    in.asShortBuffer().get(values);
    return new Imu6(flags, firstIndex, firstMicros, periodMicros, bootId, new Counts(values));
  }

  private static String uid(byte[] packet) {
    return HEX.formatHex(packet, HELLO_UID_AT, HELLO_UID_AT + HELLO_UID_BYTES);
  }

  private static String name(int type) {
    return switch (type) {
      case PacketType.HELLO -> "HELLO";
      case PacketType.STATUS -> "STATUS";
      case PacketType.PONG -> "PONG";
      case PacketType.ACK -> "ACK";
      case PacketType.IMU6 -> "IMU6";
      case PacketType.GET_HELLO -> "GET_HELLO";
      case PacketType.START -> "START";
      case PacketType.STOP -> "STOP";
      case PacketType.RATE -> "RATE";
      case PacketType.PING -> "PING";
      case PacketType.FEEDBACK -> "FEEDBACK";
      case PacketType.BACKFILL -> "BACKFILL";
      default -> "packet type=" + type;
    };
  }

  private static ByteBuffer skip(ByteBuffer in) {
    return in.position(in.position() + 1);
  }

  private static int u8(byte[] packet, int at) {
    return packet[at] & 0xFF;
  }

  private static int u8(ByteBuffer in) {
    return in.get() & 0xFF;
  }

  private static int u16(ByteBuffer in) {
    return in.getShort() & 0xFFFF;
  }

  private static long u32(ByteBuffer in) {
    return in.getInt() & 0xFFFF_FFFFL;
  }
}

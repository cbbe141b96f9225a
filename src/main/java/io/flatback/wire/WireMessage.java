package io.flatback.wire;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the reference sensor and its host say to each other. Layouts stand at {@link PacketType}, the
 * protocol in firmware-protocol/PROTOCOL.md. {@code bootId} changes with every start of the device;
 * {@code sequence} is chosen by the host and comes back in the {@link Ack}.
 */
public sealed interface WireMessage extends WireEvent
    permits Hello,
        Imu6,
        WireMessage.Status,
        WireMessage.Pong,
        WireMessage.Ack,
        WireMessage.GetHello,
        WireMessage.Start,
        WireMessage.Stop,
        WireMessage.Rate,
        WireMessage.Ping,
        WireMessage.Feedback,
        WireMessage.Backfill,
        WireMessage.Unknown {

  /** Unsigned first byte of the packet, see {@link PacketType}. */
  int type();

  /**
   * How the device is.
   *
   * @param timeMicros device time, wraps after 2³² µs
   * @param batteryPercent 0 to 100, or 255 when the device does not know
   * @param temperatureCentiCelsius in hundredths of a degree
   * @param drops readings the device could not send since it started; stays at 65535
   * @param busErrors failed reads of its sensor chip since it started; stays at 65535
   */
  record Status(
      int bootId,
      long timeMicros,
      int batteryMillivolts,
      int batteryPercent,
      int temperatureCentiCelsius,
      int drops,
      int busErrors)
      implements WireMessage {
    public static final int BATTERY_UNKNOWN = 255;

    public Status {
      Unsigned.u8("boot id", bootId);
      Unsigned.u32("t_us", timeMicros);
      Unsigned.u16("battery mV", batteryMillivolts);
      if (batteryPercent != BATTERY_UNKNOWN) {
        Unsigned.inRange("battery percent", batteryPercent, 0, 100);
      }
      Unsigned.inRange("temperature", temperatureCentiCelsius, Short.MIN_VALUE, Short.MAX_VALUE);
      Unsigned.u16("drops", drops);
      Unsigned.u16("bus errors", busErrors);
    }

    /** 0 to 100, or null when the device does not know. */
    public @Nullable Integer battery() {
      return batteryPercent == BATTERY_UNKNOWN ? null : Integer.valueOf(batteryPercent);
    }

    @Override
    public int type() {
      return PacketType.STATUS;
    }
  }

  /** Answer to a {@link Ping}; both times are device time. */
  record Pong(int token, long receivedMicros, long sentMicros) implements WireMessage {
    public Pong {
      Unsigned.u16("token", token);
      Unsigned.u32("t_rx", receivedMicros);
      Unsigned.u32("t_tx", sentMicros);
    }

    @Override
    public int type() {
      return PacketType.PONG;
    }
  }

  /**
   * Answer to a command.
   *
   * @param command packet type of the command
   * @param status 0 done, 1 command unknown, 2 value out of range, 3 busy, 4 not possible on this device
   */
  record Ack(int command, int sequence, int status) implements WireMessage {
    public static final int DONE = 0;
    public static final int COMMAND_UNKNOWN = 1;
    public static final int OUT_OF_RANGE = 2;
    public static final int BUSY = 3;
    public static final int NOT_POSSIBLE = 4;

    public Ack {
      Unsigned.u8("command", command);
      Unsigned.u8("sequence", sequence);
      Unsigned.u8("status", status);
    }

    @Override
    public int type() {
      return PacketType.ACK;
    }
  }

  record GetHello(int sequence) implements WireMessage {
    public GetHello {
      Unsigned.u8("sequence", sequence);
    }

    @Override
    public int type() {
      return PacketType.GET_HELLO;
    }
  }

  record Start(int sequence) implements WireMessage {
    public Start {
      Unsigned.u8("sequence", sequence);
    }

    @Override
    public int type() {
      return PacketType.START;
    }
  }

  record Stop(int sequence) implements WireMessage {
    public Stop {
      Unsigned.u8("sequence", sequence);
    }

    @Override
    public int type() {
      return PacketType.STOP;
    }
  }

  /** @param batch readings per frame, 1 to {@link Imu6#MAX_READINGS} */
  record Rate(int sequence, int rateCentiHz, int batch) implements WireMessage {
    public Rate {
      Unsigned.u8("sequence", sequence);
      Unsigned.inRange("rate", rateCentiHz, 1, 0xFFFF);
      Unsigned.inRange("batch", batch, 1, Imu6.MAX_READINGS);
    }

    @Override
    public int type() {
      return PacketType.RATE;
    }
  }

  /** @param token comes back in the {@link Pong} */
  record Ping(int sequence, int token) implements WireMessage {
    public Ping {
      Unsigned.u8("sequence", sequence);
      Unsigned.u16("token", token);
    }

    @Override
    public int type() {
      return PacketType.PING;
    }
  }

  /**
   * A burst: {@code repeat} times on and off. The device ends it after 2 s whatever was asked for.
   *
   * @param kind 0 stop, 1 vibration, 2 light, 3 sound
   * @param intensity 0 to 255 of what the device can
   */
  record Feedback(int sequence, int kind, int onMillis, int intensity, int offMillis, int repeat)
      implements WireMessage {
    public static final int STOP = 0;
    public static final int VIBRATION = 1;
    public static final int LIGHT = 2;
    public static final int SOUND = 3;

    public Feedback {
      Unsigned.u8("sequence", sequence);
      Unsigned.u8("kind", kind);
      Unsigned.u16("on ms", onMillis);
      Unsigned.u8("intensity", intensity);
      Unsigned.u16("off ms", offMillis);
      Unsigned.u8("repeat", repeat);
    }

    @Override
    public int type() {
      return PacketType.FEEDBACK;
    }
  }

  /** Asks for {@code count} readings from {@code fromIndex} on; they come back-filled, as far as kept. */
  record Backfill(int sequence, long fromIndex, int count) implements WireMessage {
    public Backfill {
      Unsigned.u8("sequence", sequence);
      Unsigned.u32("from index", fromIndex);
      Unsigned.inRange("count", count, 1, 0xFFFF);
    }

    @Override
    public int type() {
      return PacketType.BACKFILL;
    }
  }

  /**
   * A sound packet of a type this build does not know: counted and skipped.
   *
   * @param payloadHex what follows the type, two digits a byte
   */
  record Unknown(int type, String payloadHex) implements WireMessage {
    public Unknown {
      Unsigned.u8("type", type);
      Unsigned.inRange(
          "payload bytes", HexFormat.of().parseHex(payloadHex).length, 0, FrameDecoder.MAX_PACKET_BYTES - 1);
    }
  }
}

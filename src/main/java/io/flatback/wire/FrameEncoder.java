package io.flatback.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Messages to frames, ready for the wire. Stateless. */
public final class FrameEncoder {
  private FrameEncoder() {}

  /** @return stuffed packet and check sum with the 00 that ends it */
  public static byte[] frame(WireMessage message) {
    return frameOf(packet(message));
  }

  /** Frames any packet, also one that no decoder should accept: the check sum is right. */
  static byte[] frameOf(byte[] packet) {
    byte[] checked = Arrays.copyOf(packet, packet.length + FrameDecoder.CRC_BYTES);
    int crc = Crc16.of(packet, 0, packet.length);
    checked[packet.length] = (byte) crc;
    checked[packet.length + 1] = (byte) (crc >>> 8);
    byte[] stuffed = Cobs.encode(checked);
    return Arrays.copyOf(stuffed, stuffed.length + 1);
  }

  static byte[] packet(WireMessage message) {
    ByteBuffer out = ByteBuffer.allocate(FrameDecoder.MAX_PACKET_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) message.type());
    switch (message) {
      case Hello m -> hello(out, m);
      case WireMessage.Status m -> status(out, m);
      case WireMessage.Pong m ->
          out.put((byte) 0).putShort((short) m.token()).putInt((int) m.receivedMicros()).putInt((int) m.sentMicros());
      case WireMessage.Ack m -> out.put((byte) m.command()).put((byte) m.sequence()).put((byte) m.status());
      case Imu6 m -> imu6(out, m);
      case WireMessage.GetHello m -> out.put((byte) m.sequence());
      case WireMessage.Start m -> out.put((byte) m.sequence());
      case WireMessage.Stop m -> out.put((byte) m.sequence());
      case WireMessage.Rate m ->
          out.put((byte) m.sequence()).putShort((short) m.rateCentiHz()).put((byte) m.batch());
      case WireMessage.Ping m -> out.put((byte) m.sequence()).put((byte) 0).putShort((short) m.token());
      case WireMessage.Feedback m -> feedback(out, m);
      case WireMessage.Backfill m ->
          out.put((byte) m.sequence()).putInt((int) m.fromIndex()).putShort((short) m.count());
      case WireMessage.Unknown m -> out.put(HexFormat.of().parseHex(m.payloadHex()));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void hello(ByteBuffer out, Hello m) {
    out.put((byte) m.major()).put((byte) m.minor()).put((byte) m.bootId());
    out.put(HexFormat.of().parseHex(m.uid()));
    out.put((byte) m.imuModel()).put((byte) m.mounting()).putShort((short) m.rateCentiHz());
    out.putInt((int) m.accelLsbNanoG()).putInt((int) m.gyroLsbMicroDps());
    out.putShort((short) m.ringSamples()).put((byte) m.features());
    Hello.Firmware firmware = m.firmware();
    out.put((byte) firmware.major()).put((byte) firmware.minor()).put((byte) firmware.patch());
    byte[] name = m.name().getBytes(StandardCharsets.US_ASCII);
    out.put((byte) name.length).put(name);
  }

  private static void status(ByteBuffer out, WireMessage.Status m) {
    out.put((byte) m.bootId()).putInt((int) m.timeMicros()).putShort((short) m.batteryMillivolts());
    out.put((byte) m.batteryPercent()).put((byte) 0).putShort((short) m.temperatureCentiCelsius());
    out.putShort((short) m.drops()).putShort((short) m.busErrors());
  }

  private static void imu6(ByteBuffer out, Imu6 m) {
    out.put((byte) m.flags()).putInt((int) m.firstIndex()).putInt((int) m.firstMicros());
    out.putShort((short) m.periodMicros()).put((byte) m.readings()).put((byte) m.bootId());
    for (int reading = 0; reading < m.readings(); reading++) {
      for (int axis = 0; axis < Counts.AXES; axis++) {
        out.putShort(m.counts().at(reading, axis));
      }
    }
  }

  private static void feedback(ByteBuffer out, WireMessage.Feedback m) {
    out.put((byte) m.sequence()).put((byte) m.kind()).putShort((short) m.onMillis());
    out.put((byte) m.intensity()).putShort((short) m.offMillis()).put((byte) m.repeat());
  }
}

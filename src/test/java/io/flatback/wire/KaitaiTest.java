package io.flatback.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.wire.Vectors.Vector;
import io.kaitai.struct.KaitaiStream;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Kaitai description reads the packets of every vector as their JSON says. Frames are cut, unstuffed and
 * checked before, by this room's own code: Kaitai knows neither COBS nor the CRC.
 */
class KaitaiTest {
  private static KaitaiClass kaitai;

  @BeforeAll
  static void compile() throws Exception {
    kaitai = KaitaiClass.compiled();
  }

  static List<Vector> vectors() {
    return Vectors.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsEveryPacketAsItsJsonSays(Vector vector) throws Exception {
    List<JsonNode> expected = vector.events().stream().filter(event -> !isOfTheFrame(event)).toList();
    List<byte[]> packets = soundFrames(vector.bytes());

    assertThat(packets).as(vector.name()).hasSameSizeAs(expected);
    for (int i = 0; i < packets.size(); i++) {
      assertIs(packets.get(i), expected.get(i));
    }
  }

  private static boolean isOfTheFrame(JsonNode event) {
    return event.has("fault")
        && List.of("crc", "stuffing", "too_short", "runaway").contains(event.get("fault").asString());
  }

  /** Each with its check sum, which is right. */
  private static List<byte[]> soundFrames(byte[] stream) {
    List<byte[]> sound = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < stream.length; at++) {
      if (stream[at] == 0) {
        byte[] frame = Arrays.copyOfRange(stream, from, at);
        int length = frame.length > FrameDecoder.MAX_FRAME_BYTES ? -1 : Cobs.decodeInPlace(frame, frame.length);
        if (length > FrameDecoder.CRC_BYTES && checks(frame, length - FrameDecoder.CRC_BYTES)) {
          sound.add(Arrays.copyOf(frame, length));
        }
        from = at + 1;
      }
    }
    return sound;
  }

  private static boolean checks(byte[] frame, int packetLength) {
    int found = frame[packetLength] & 0xFF | (frame[packetLength + 1] & 0xFF) << 8;
    return found == Crc16.of(frame, 0, packetLength);
  }

  private static void assertIs(byte[] packet, JsonNode expected) throws Exception {
    if (expected.has("fault")) {
      assertThat(fault(packet)).isEqualTo(expected.get("fault").asString());
      return;
    }
    Object parsed = kaitai.parse(packet);
    Object body = KaitaiClass.field(parsed, "body");
    if (expected.get("message").asString().equals("UNKNOWN")) {
      assertThat(HexFormat.of().withUpperCase().formatHex((byte[]) body))
          .isEqualTo(expected.get("payload_hex").asString());
      return;
    }
    assertThat(String.valueOf(KaitaiClass.field(parsed, "message"))).isEqualTo(expected.get("message").asString());
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      if (!field.getKey().equals("message")) {
        assertThat(json(KaitaiClass.field(body, field.getKey()))).as(field.getKey()).isEqualTo(field.getValue());
      }
    }
  }

  private static JsonNode json(Object value) throws Exception {
    return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(plain(value)));
  }

  private static Object plain(Object value) throws Exception {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
    if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>();
      for (Object one : list) {
        plain.add(plain(one));
      }
      return plain;
    }
    boolean reading = value.getClass().getSimpleName().equals("Reading");
    return reading ? plain(KaitaiClass.field(value, "axes")) : value;
  }

  private static String fault(byte[] packet) throws Exception {
    try {
      return "none: " + kaitai.parse(packet);
    } catch (BufferUnderflowException tooShort) {
      return "length";
    } catch (KaitaiStream.ValidationNotEqualError wrongMajor) {
      return "version";
    } catch (KaitaiStream.ValidationExprError refused) {
      return refused.getMessage().contains("surplus") ? "length" : "value";
    } catch (KaitaiStream.KaitaiStructError refused) {
      return "value";
    }
  }
}

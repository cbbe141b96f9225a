package io.flatback.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flatback.wire.Vectors.Vector;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FrameDecoderTest {
  static List<Vector> vectors() {
    return Vectors.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsEveryVectorAsItsJsonSays(Vector vector) {
    List<WireEvent> events = decode(vector.bytes());

    assertThat(events).as(vector.name()).hasSameSizeAs(vector.events());
    for (int i = 0; i < events.size(); i++) {
      assertIs(events.get(i), vector.events().get(i));
    }
  }

  private static void assertIs(WireEvent event, JsonNode expected) {
    if (expected.has("message")) {
      assertThat(event).isEqualTo(Expected.message(expected));
      return;
    }
    assertThat(event).isInstanceOf(WireFault.class);
    WireFault fault = (WireFault) event;
    assertThat(fault.kind().key()).as(fault.detail()).isEqualTo(expected.get("fault").asString());
    assertThat(fault.byteOffset()).isEqualTo(expected.get("byte_offset").asLong());
    if (expected.has("detail_contains")) {
      assertThat(fault.detail())
          .contains(expected.get("detail_contains").valueStream().map(JsonNode::asString).toList())
          .doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesEveryCanonicalVectorByteForByte(Vector vector) {
    if (!vector.canonical()) {
      return;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    vector.events().forEach(json -> written.writeBytes(FrameEncoder.frame(Expected.message(json))));

    assertThat(written.toByteArray()).isEqualTo(vector.bytes());
  }

  @Test
  void everyPacketTypeHasAVector() {
    Set<Integer> seen = vectors().stream()
        .flatMap(vector -> decode(vector.bytes()).stream())
        .filter(WireMessage.class::isInstance)
        .map(event -> ((WireMessage) event).type())
        .collect(Collectors.toSet());

    assertThat(seen).contains(0x01, 0x02, 0x03, 0x04, 0x10, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86);
  }

  @Test
  void everyKindOfFaultHasAVectorButTheOneThatNeedsAnEnd() {
    Set<WireFault.Kind> seen = vectors().stream()
        .flatMap(vector -> decode(vector.bytes()).stream())
        .filter(WireFault.class::isInstance)
        .map(event -> ((WireFault) event).kind())
        .collect(Collectors.toSet());

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(WireFault.Kind.values()).filter(kind -> kind != WireFault.Kind.CUT_OFF).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void doesNotCareHowTheBytesAreCut(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] stream = shuffledVectors(random);

    assertThat(decodeInChunks(stream, random)).as("seed=" + seed).isEqualTo(decode(stream));
  }

  /** A stream of all vectors, with garbage here and there that ends with a 00. */
  private static byte[] shuffledVectors(SplittableRandom random) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (Vector vector : vectors()) {
      if (random.nextInt(3) == 0) {
        stream.writeBytes(garbage(random, random.nextInt(900)));
        stream.write(0);
      }
      stream.writeBytes(vector.bytes());
    }
    return stream.toByteArray();
  }

  @Test
  void aFlippedBitNeverGivesAWrongMessage() {
    int faults = 0;
    for (Vector vector : vectors()) {
      List<WireMessage> sound = messages(decode(followed(vector.bytes())));
      for (int bit = 0; bit < vector.bytes().length * 8; bit++) {
        byte[] flipped = vector.bytes().clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        List<WireEvent> events = decode(followed(flipped));
        assertThat(sound).as(vector.name() + " bit " + bit).containsAll(messages(events));
        faults += events.stream().anyMatch(WireFault.class::isInstance) ? 1 : 0;
      }
    }
    assertThat(faults).isGreaterThan(10_000);
  }

  private static byte[] followed(byte[] bytes) {
    return concatenated(bytes, FrameEncoder.frame(new WireMessage.Stop(99)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void findsItsWayBackAtTheFirstZeroAfterGarbage(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] frame = FrameEncoder.frame(new WireMessage.Ping(1, 0xBEEF));

    for (int length = 1; length < 1500; length += 1 + random.nextInt(20)) {
      byte[] garbage = garbage(random, length);
      List<WireEvent> events = decode(concatenated(garbage, new byte[1], frame));
      assertThat(events).as("seed=%d length=%d", seed, length).endsWith(new WireMessage.Ping(1, 0xBEEF));
    }
  }

  @Test
  void aMegabyteOfRandomBytesHoldsNoKnownMessage() {
    byte[] noise = new byte[1 << 20];
    new SplittableRandom(20261122).nextBytes(noise);

    List<WireEvent> events = decode(noise);

    assertThat(events).hasSizeGreaterThan(1000);
    // One random frame in 65,536 has the right check sum; what it then says must still be of the right form.
    assertThat(messages(events)).allSatisfy(message -> assertThat(message).isInstanceOf(WireMessage.Unknown.class));
  }

  @Test
  void aRunawayIsToldOnceAndForgottenAtTheNextZero() {
    byte[] noise = new byte[100_000];
    Arrays.fill(noise, (byte) 0x55);

    List<WireEvent> events = decode(concatenated(noise, new byte[1], FrameEncoder.frame(new WireMessage.Stop(1))));

    assertThat(events).hasSize(2);
    assertThat(events.get(0)).extracting(event -> ((WireFault) event).kind()).isEqualTo(WireFault.Kind.RUNAWAY);
    assertThat(events.get(1)).isEqualTo(new WireMessage.Stop(1));
  }

  @Test
  void theLongestPacketFitsAndOneByteMoreIsARunaway() {
    byte[] longest = new byte[FrameDecoder.MAX_PACKET_BYTES];
    Arrays.fill(longest, (byte) 0x42);
    byte[] tooLong = new byte[FrameDecoder.MAX_PACKET_BYTES + 1];
    Arrays.fill(tooLong, (byte) 0x42);

    assertThat(FrameEncoder.frameOf(longest)).hasSize(FrameDecoder.MAX_FRAME_BYTES + 1);
    assertThat(decode(FrameEncoder.frameOf(longest))).singleElement().isInstanceOf(WireMessage.Unknown.class);
    assertThat(decode(FrameEncoder.frameOf(tooLong))).singleElement().isInstanceOf(WireFault.class);
  }

  @Test
  void bytesThatEndInsideAFrameAreAFaultOnceNoMoreWillCome() {
    FrameDecoder decoder = new FrameDecoder();
    byte[] frame = FrameEncoder.frame(new WireMessage.Stop(1));
    decoder.offer(frame, 0, frame.length - 1);
    assertThat(decoder.next()).isFalse();
    decoder.finish();

    assertThat(decoder.next()).isTrue();
    assertThat(((WireFault) decoder.event()).kind()).isEqualTo(WireFault.Kind.CUT_OFF);
    assertThat(decoder.next()).isFalse();
  }

  @Test
  void refusesAChunkWhileTheLastIsNotUsedUp() {
    FrameDecoder decoder = new FrameDecoder();
    decoder.offer(new byte[] {1, 2, 3}, 0, 3);

    assertThatThrownBy(() -> decoder.offer(new byte[1], 0, 1)).hasMessageContaining("3 bytes not decoded yet");
  }

  @Test
  void theCheckSumIsTheNamedOne() {
    byte[] digits = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(Crc16.of(digits, 0, digits.length)).isEqualTo(0x29B1);
  }

  @Test
  void stuffingAndUnstuffingIsTheIdentity() {
    SplittableRandom random = new SplittableRandom(7);
    for (int length = 0; length < 600; length++) {
      byte[] plain = new byte[length];
      for (int i = 0; i < length; i++) {
        plain[i] = (byte) (random.nextInt(300) == 0 ? 0 : 1 + random.nextInt(255));
      }
      byte[] stuffed = Cobs.encode(plain);
      assertThat(HexFormat.of().formatHex(stuffed)).matches("(?!00)([0-9a-f]{2}(?<!00))*");
      int unstuffed = Cobs.decodeInPlace(stuffed, stuffed.length);
      assertThat(Arrays.copyOf(stuffed, unstuffed)).as("length " + length).isEqualTo(plain);
    }
  }

  private static byte[] garbage(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static List<WireMessage> messages(List<WireEvent> events) {
    return events.stream().filter(WireMessage.class::isInstance).map(WireMessage.class::cast).toList();
  }

  private static List<WireEvent> decode(byte[] stream) {
    FrameDecoder decoder = new FrameDecoder();
    List<WireEvent> events = new ArrayList<>();
    decoder.offer(stream, 0, stream.length);
    while (decoder.next()) {
      events.add(decoder.event());
    }
    return events;
  }

  private static List<WireEvent> decodeInChunks(byte[] stream, SplittableRandom random) {
    FrameDecoder decoder = new FrameDecoder();
    List<WireEvent> events = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(random.nextInt(40), stream.length - at);
      decoder.offer(stream, at, length);
      at += length;
      while (decoder.next()) {
        events.add(decoder.event());
      }
    }
    return events;
  }
}

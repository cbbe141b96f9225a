package io.flatback.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.WitMotionSignalDecoder;
import io.flatback.signal.XimuSignalDecoder;
import io.flatback.wire.witmotion.WitEvent;
import io.flatback.wire.witmotion.WitFrameDecoder;
import io.flatback.wire.ximu3.XimuBytes;
import io.flatback.wire.ximu3.XimuEvent;
import io.flatback.wire.ximu3.XimuMessageDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every decoder under every kind of damage: nothing is thrown, what comes after is read again within one frame, and
 * with a check sum nothing wrong is taken for right. The 100 MB of CONTRIBUTING are the same with more bytes.
 */
class DamagedStreamsTest {
  private static final int FRAMES = 60;
  private static final int SEEDS = 150;
  private static final int RANDOM_BYTES = 2_000_000;
  private static final int CHUNK_BYTES = 4096;

  /**
   * @param frame the one with this number
   * @param numbers of the frames that were found
   * @param checked has a check sum good enough to be relied on
   */
  record Maker(String name, IntFunction<byte[]> frame, Function<byte[], List<Integer>> numbers, boolean checked) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Maker> makers() {
    return List.of(
        new Maker("flatback", DamagedStreamsTest::flatback, DamagedStreamsTest::flatbackNumbers, true),
        new Maker("witmotion cable", DamagedStreamsTest::cable, DamagedStreamsTest::witNumbers, false),
        new Maker("witmotion bluetooth", DamagedStreamsTest::bluetooth, DamagedStreamsTest::witNumbers, false),
        new Maker(
            "ximu3 binary", i -> XimuBytes.binary(1000L * i, 1, 2, 3, 0, 0, 1), DamagedStreamsTest::ximuNumbers, false),
        new Maker(
            "ximu3 written", i -> XimuBytes.written(1000L * i, 1, 2, 3, 0, 0, 1), DamagedStreamsTest::ximuNumbers,
            false));
  }

  /** Where a stream was damaged: bytes {@code [from, to)} of the result are not as they were. */
  record Damage(String kind, byte[] bytes, int from, int to) {}

  @ParameterizedTest
  @MethodSource("makers")
  void readsOnWithinOneFrameOfAnyDamage(Maker maker) {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] sound = stream(maker);
      for (Damage damage : damages(sound, random)) {
        List<Integer> found = maker.numbers().apply(damage.bytes());
        String where = maker + " seed=" + seed + " " + damage.kind();
        assertThat(found).as(where).containsSubsequence(soundNumbers(maker, damage));
        if (maker.checked()) {
          assertThat(found).as(where).allMatch(number -> number >= 0 && number < FRAMES);
        }
      }
    }
  }

  /** Frames that end before the damage, or begin one frame behind it. */
  private static List<Integer> soundNumbers(Maker maker, Damage damage) {
    List<Integer> numbers = new ArrayList<>();
    int tail = stream(maker).length - (damage.bytes().length - damage.to());
    int at = 0;
    for (int i = 0; i < FRAMES; i++) {
      int length = maker.frame().apply(i).length;
      // Without a sum a frame counts only when the next begins behind it: the last sound one is not certain.
      if (at + 2 * length <= damage.from() || at >= tail + length) {
        numbers.add(i);
      }
      at += length;
    }
    return numbers;
  }

  private static List<Damage> damages(byte[] sound, SplittableRandom random) {
    int at = random.nextInt(sound.length / 4, sound.length / 2);
    int length = 1 + random.nextInt(100);
    byte[] garbage = new byte[length];
    random.nextBytes(garbage);
    byte[] flipped = sound.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    byte[] piece = Arrays.copyOfRange(sound, at, at + length);
    byte[] rest = Arrays.copyOfRange(sound, at + length, at + 2 * length);
    byte[] head = Arrays.copyOf(sound, at);
    byte[] tail = Arrays.copyOfRange(sound, at + length, sound.length);
    return List.of(
        new Damage("random bytes", joined(head, garbage, piece, tail), at, at + length),
        new Damage("truncated", joined(head, tail), at, at),
        new Damage("duplicated", joined(head, piece, piece, tail), at, at + 2 * length),
        new Damage(
            "reordered", joined(head, rest, piece, Arrays.copyOfRange(sound, at + 2 * length, sound.length)), at,
            at + 2 * length),
        new Damage("bit flipped", flipped, at, at + 1));
  }

  static Stream<SignalDecoder> decoders() {
    return Stream.of(
        new FlatbackSignalDecoder(Placement.LUMBAR),
        new WitMotionSignalDecoder(Placement.LUMBAR),
        new XimuSignalDecoder(Placement.LUMBAR));
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void twoMegabytesOfRandomBytesGiveNoReading(SignalDecoder decoder) throws IOException {
    SplittableRandom random = new SplittableRandom(20261122);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int bytes = 0; bytes < RANDOM_BYTES; bytes += CHUNK_BYTES) {
      random.nextBytes(chunk);
      decoder.offer(chunk, 0, chunk.length, bytes * 100_000L);
      assertThat(decoder.next()).isFalse();
    }
    decoder.finish();
    assertThat(decoder.next()).isFalse();
    assertThat(decoder.facts().faults()).isGreaterThan(1000);
    assertThat(decoder.facts().lastFault()).doesNotContain("\n").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("makers")
  void ofRandomBytesNoMoreFramesAreTakenThanTheOddsAllow(Maker maker) {
    byte[] noise = new byte[RANDOM_BYTES];
    new SplittableRandom(7).nextBytes(noise);

    // 12 × 2⁻²⁴ of all places for WitMotion's sum: 1.4 in 2 MB; eight or more come once in 20,000 times.
    assertThat(maker.numbers().apply(noise)).hasSizeLessThan(8);
  }

  private static byte[] stream(Maker maker) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < FRAMES; i++) {
      all.writeBytes(maker.frame().apply(i));
    }
    return all.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] flatback(int number) {
    short[] counts = {(short) number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    return FrameEncoder.frame(new Imu6(0, number, number * 10_000L, 10_000, 1, new Counts(counts)));
  }

  private static List<Integer> flatbackNumbers(byte[] bytes) {
    FrameDecoder decoder = new FrameDecoder();
    List<Integer> numbers = new ArrayList<>();
    decoder.offer(bytes, 0, bytes.length);
    while (decoder.next()) {
      if (decoder.event() instanceof Imu6 m) {
        numbers.add((int) m.firstIndex());
      }
    }
    return numbers;
  }

  private static byte[] cable(int number) {
    byte[] frame = ByteBuffer.allocate(11).order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x55).put((byte) 0x51).putShort((short) number).putShort((short) 7).putShort((short) 2048)
        .putShort((short) 3000).array();
    for (int i = 0; i < 10; i++) {
      frame[10] += frame[i];
    }
    return frame;
  }

  private static byte[] bluetooth(int number) {
    return ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x55).put((byte) 0x61).putShort((short) number).putShort((short) 7).putShort((short) 2048).array();
  }

  private static List<Integer> witNumbers(byte[] bytes) {
    WitFrameDecoder decoder = new WitFrameDecoder();
    List<Integer> numbers = new ArrayList<>();
    decoder.offer(bytes, 0, bytes.length);
    boolean more = decoder.next();
    while (more || finish(decoder)) {
      switch (decoder.event()) {
        case WitEvent.Triplet m -> numbers.add((int) m.d0());
        case WitEvent.Motion m -> numbers.add((int) m.accX());
        case WitEvent.Registers m -> {}
        case WitEvent.Skipped m -> {}
      }
      more = decoder.next();
    }
    return numbers;
  }

  private static boolean finish(WitFrameDecoder decoder) {
    decoder.finish();
    return decoder.next();
  }

  private static List<Integer> ximuNumbers(byte[] bytes) {
    XimuMessageDecoder decoder = new XimuMessageDecoder();
    List<Integer> numbers = new ArrayList<>();
    decoder.offer(bytes, 0, bytes.length);
    while (decoder.next()) {
      if (decoder.event() instanceof XimuEvent.Inertial m) {
        numbers.add((int) (m.timeMicros() / 1000));
      }
    }
    return numbers;
  }
}

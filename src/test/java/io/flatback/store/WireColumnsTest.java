package io.flatback.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.wire.Counts;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Imu6;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireColumnsTest {
  private static final int SEEDS = 300;

  static Stream<Integer> seeds() {
    return IntStream.range(0, 10).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesBackEveryByteChunkAndArrivalWhateverCame(int tens) {
    for (int seed = tens * SEEDS / 10; seed < (tens + 1) * SEEDS / 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Chunks chunks = cutAtRandom(damaged(random, 1 + random.nextInt(200)), random);
      long first = chunks.arrivalNanos(0);
      byte[] body = Deflation.inflate(Deflation.deflate(WireColumns.encode(chunks, first)));
      Chunks back = WireColumns.decode(body, chunks.count(), first);
      assertThat(back.sameAs(chunks)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void rowsOfTheJournalGiveBackTheSame() {
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Chunks chunks = cutAtRandom(damaged(random, 50), random);
      long first = chunks.arrivalNanos(0);
      assertThat(Chunks.ofRow(chunks.toRow(first), chunks.count(), first).sameAs(chunks)).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void putsSoundFramesIntoColumnsAndLeavesTheRestAsItIs() {
    SplittableRandom random = new SplittableRandom(1);
    WireStream sensor = new WireStream(random);
    Chunks chunks = new Chunks();
    byte[] hello = sensor.hello();
    chunks.add(0, hello, 0, hello.length);
    for (int i = 1; i <= 40; i++) {
      byte[] frame = sensor.next();
      chunks.add(i * 50_000_000L, frame, 0, frame.length);
    }
    WireSplit split = WireSplit.of(chunks);
    assertThat(split.frames()).hasSize(40);
    assertThat(split.rest().length).isLessThan(hello.length + 3 * 30);
  }

  /** Where a run of 254 bytes ends the frame, some encoders add an 01 that stands for nothing. */
  @Test
  void leavesAFrameThatWasStuffedInAnotherWayAsItIs() {
    byte[] usual = frameThatEndsInAFullRun();
    byte[] unusual = Arrays.copyOf(usual, usual.length + 1);
    unusual[usual.length - 1] = 1;
    Chunks chunks = new Chunks();
    chunks.add(0, usual, 0, usual.length);
    chunks.add(1, unusual, 0, unusual.length);
    assertThat(WireSplit.of(chunks).frames()).hasSize(1);
    assertThat(WireColumns.decode(WireColumns.encode(chunks, 0), 2, 0).sameAs(chunks)).isTrue();
  }

  private static byte[] frameThatEndsInAFullRun() {
    short[] counts = new short[21 * Counts.AXES];
    for (int seed = 1; ; seed++) {
      Arrays.fill(counts, (short) (0x0101 * (1 + seed % 200) + seed / 200));
      byte[] frame = FrameEncoder.frame(new Imu6(1, 0x01010101, 0x01010101, 0x0101, 0, new Counts(counts)));
      if ((frame[frame.length - 256] & 0xFF) == 0xFF) {
        return frame;
      }
    }
  }

  @Test
  void makesAnHourMuchSmallerThanPlainDeflate() {
    SplittableRandom random = new SplittableRandom(5);
    WireStream sensor = new WireStream(random);
    long columns = 0;
    long deflated = 0;
    long raw = 0;
    long nanos = 0;
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    int blocks = 180;
    long arrival = 0;
    for (int block = 0; block < blocks; block++) {
      Chunks chunks = new Chunks();
      for (int i = 0; i < 200; i++) {
        byte[] frame = sensor.next();
        arrival += 50_000_000L + random.nextLong(2_000_000) - 1_000_000;
        chunks.add(arrival, frame, 0, frame.length);
      }
      raw += chunks.byteCount();
      deflated += Deflation.deflate(chunks.toRow(chunks.arrivalNanos(0))).length;
      long before = cpu.getCurrentThreadCpuTime();
      columns += Deflation.deflate(WireColumns.encode(chunks, chunks.arrivalNanos(0))).length;
      nanos += cpu.getCurrentThreadCpuTime() - before;
    }
    double perHour = 360.0 / blocks / 1e6;
    System.out.printf(
        "100 Hz, 6 channels: raw %.2f MB/h, deflated %.2f MB/h, columns %.2f MB/h, %d µs a block of 10 s%n",
        raw * perHour, deflated * perHour, columns * perHour, nanos / blocks / 1000);
    assertThat(columns * perHour).as("MB/h").isLessThan(3.0);
    assertThat(columns).isLessThan(deflated * 3 / 4);
  }

  /** A stream with what goes wrong: flipped bits, lost bytes, garbage, a device that starts anew. */
  private static byte[] damaged(SplittableRandom random, int frames) {
    WireStream sensor = new WireStream(random);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(sensor.hello());
    for (int i = 0; i < frames; i++) {
      byte[] frame = sensor.next();
      switch (random.nextInt(12)) {
        case 0 -> frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        case 1 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
        case 2 -> out.writeBytes(garbage(random));
        case 3 -> sensor.restart();
        case 4 -> out.write(0);
        default -> {}
      }
      out.writeBytes(frame);
    }
    out.write(1);
    return out.toByteArray();
  }

  private static byte[] garbage(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 3000 : 40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Chunks cutAtRandom(byte[] bytes, SplittableRandom random) {
    Chunks chunks = new Chunks();
    long arrival = random.nextLong();
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(1 + random.nextInt(200), bytes.length - at);
      chunks.add(arrival, bytes, at, length);
      at += length;
      arrival += random.nextInt(5) == 0 ? 0 : random.nextLong(200_000_000);
    }
    return chunks;
  }
}

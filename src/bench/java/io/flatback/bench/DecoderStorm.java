package io.flatback.bench;

import io.flatback.signal.FlatbackSignalDecoder;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.WitMotionSignalDecoder;
import io.flatback.signal.XimuSignalDecoder;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.WireMessage;
import io.flatback.wire.witmotion.WitEvent;
import io.flatback.wire.witmotion.WitFrameDecoder;
import io.flatback.wire.ximu3.XimuEvent;
import io.flatback.wire.ximu3.XimuMessageDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** Every decoder fed 100 MB of random bytes: what it takes for frames and readings, how fast, and what it keeps. */
public final class DecoderStorm {
  private static final int MEGABYTES = 100;
  private static final int CHUNK_BYTES = 8192;
  private static final long SEED = 20261122;

  private DecoderStorm() {}

  /** @param args how many megabytes; 100 by itself */
  public static void main(String[] args) throws IOException {
    long bytes = 1_000_000L * (args.length > 0 ? Integer.parseInt(args[0]) : MEGABYTES);
    for (SignalDecoder decoder : List.of(
        new FlatbackSignalDecoder(Placement.LUMBAR),
        new WitMotionSignalDecoder(Placement.LUMBAR),
        new XimuSignalDecoder(Placement.LUMBAR))) {
      readings(decoder, bytes);
    }
    frames(bytes);
  }

  private static void readings(SignalDecoder decoder, long bytes) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] chunk = new byte[CHUNK_BYTES];
    long events = 0;
    long nanos = 0;
    long earlyHeap = 0;
    for (long at = 0; at < bytes; at += CHUNK_BYTES) {
      random.nextBytes(chunk);
      long startNanos = System.nanoTime();
      decoder.offer(chunk, 0, chunk.length, at * 100_000);
      while (decoder.next()) {
        events++;
      }
      nanos += System.nanoTime() - startNanos;
      earlyHeap = at / CHUNK_BYTES == bytes / CHUNK_BYTES / 10 ? heapKilobytes() : earlyHeap;
    }
    System.out.printf(
        Locale.ROOT, "%-24s %.0f MB random: %d readings or gaps, %d faults, %.0f MB/s, heap %d kB at a tenth,"
            + " %d kB at the end%n",
        decoder.getClass().getSimpleName(), bytes * 1e-6, events, decoder.facts().faults(), bytes * 1e3 / nanos,
        earlyHeap, heapKilobytes());
  }

  /** What the makers' framing alone takes for a frame. */
  private static void frames(long bytes) {
    FrameDecoder flatback = new FrameDecoder();
    WitFrameDecoder wit = new WitFrameDecoder();
    XimuMessageDecoder ximu = new XimuMessageDecoder();
    long[] taken = new long[5];
    LongConsumer count = kind -> taken[(int) kind]++;
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (long at = 0; at < bytes; at += CHUNK_BYTES) {
      random.nextBytes(chunk);
      flatback.offer(chunk, 0, chunk.length);
      while (flatback.next()) {
        if (flatback.event() instanceof WireMessage m) {
          count.accept(m instanceof WireMessage.Unknown ? 1 : 0);
        }
      }
      wit.offer(chunk, 0, chunk.length);
      while (wit.next()) {
        if (!(wit.event() instanceof WitEvent.Skipped)) {
          count.accept(wit.event() instanceof WitEvent.Triplet ? 2 : 3);
        }
      }
      ximu.offer(chunk, 0, chunk.length);
      while (ximu.next()) {
        if (ximu.event() instanceof XimuEvent.Inertial) {
          count.accept(4);
        }
      }
    }
    System.out.printf(
        "frames taken: flatback %d known and %d unknown, WitMotion %d with a sum and %d of Bluetooth, x-IMU3 %d%n",
        taken[0], taken[1], taken[2], taken[3], taken[4]);
  }

  private static long heapKilobytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
  }
}

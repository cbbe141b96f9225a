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
import java.util.function.Consumer;

/** Every decoder fed 100 MB of random bytes: what it takes for frames and readings, how fast, and what it keeps. */
public final class DecoderStorm {
  private static final int MEGABYTES = 100;
  private static final int CHUNK_BYTES = 8192;
  private static final long SEED = 20261122;

  private static final byte IMU6 = 0x10;

  /** A packet of five readings with its check sum, the stuffing's one byte and the 00. */
  private static final int IMU6_FRAME_BYTES = 14 + 5 * 12 + 2 + 2;

  /** Head, twelve types, sum. */
  private static final double WIT_CABLE_ODDS = 12 * Math.pow(2, -24);

  /** Two heads with a type out of two each. */
  private static final double WIT_BLUETOOTH_ODDS = Math.pow(2, -30);

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
    say(
        "%-24s %.0f MB random: %d readings or gaps, %d faults, %.0f MB/s, heap %d kB at a tenth, %d kB at the end%n",
        decoder.getClass().getSimpleName(), bytes * 1e-6, events, decoder.facts().faults(), bytes * 1e3 / nanos,
        earlyHeap, heapKilobytes());
  }

  /** What the framing alone takes for a frame, beside what its check sum must let pass of random bytes. */
  private static void frames(long bytes) {
    flatback(bytes);
    witMotion(bytes);
    ximu3(bytes);
  }

  /** Random bytes hardly ever are well stuffed; frames that lack nothing but their sum are the sharper test. */
  private static void flatback(long bytes) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] chunk = new byte[CHUNK_BYTES / IMU6_FRAME_BYTES * IMU6_FRAME_BYTES];
    FrameDecoder decoder = new FrameDecoder();
    long frames = 0;
    long taken = 0;
    for (long at = 0; at < bytes; at += chunk.length) {
      fillWithFrames(chunk, random);
      decoder.offer(chunk, 0, chunk.length);
      while (decoder.next()) {
        frames++;
        taken += decoder.event() instanceof WireMessage ? 1 : 0;
      }
    }
    say("flatback: %d of %d frames of five readings whose sum is a random number were taken, by chance %.1f%n",
        taken, frames, frames / 65_536.0);
  }

  /** No byte of them is 0, so that one block of stuffing holds each. */
  private static void fillWithFrames(byte[] chunk, SplittableRandom random) {
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = (byte) random.nextInt(1, 256);
    }
    for (int frame = 0; frame < chunk.length; frame += IMU6_FRAME_BYTES) {
      chunk[frame] = IMU6_FRAME_BYTES - 1;
      chunk[frame + 1] = IMU6;
      chunk[frame + 13] = 5;
      chunk[frame + IMU6_FRAME_BYTES - 1] = 0;
    }
  }

  private static void witMotion(long bytes) {
    WitFrameDecoder decoder = new WitFrameDecoder();
    long[] cable = new long[1];
    long[] bluetooth = new long[1];
    storm(bytes, chunk -> {
      decoder.offer(chunk, 0, chunk.length);
      while (decoder.next()) {
        switch (decoder.event()) {
          case WitEvent.Triplet triplet -> cable[0]++;
          case WitEvent.Motion motion -> bluetooth[0]++;
          case WitEvent.Registers registers -> bluetooth[0]++;
          case WitEvent.Skipped skipped -> {}
        }
      }
    });
    say("WitMotion: %d frames of the cable, by chance %.1f; %d of Bluetooth, which has no sum, by chance %.1f%n",
        cable[0], bytes * WIT_CABLE_ODDS, bluetooth[0], bytes * WIT_BLUETOOTH_ODDS);
  }

  private static void ximu3(long bytes) {
    XimuMessageDecoder decoder = new XimuMessageDecoder();
    long[] taken = new long[1];
    storm(bytes, chunk -> {
      decoder.offer(chunk, 0, chunk.length);
      while (decoder.next()) {
        if (decoder.event() instanceof XimuEvent.Inertial) {
          taken[0]++;
        }
      }
    });
    say("x-IMU3: %d messages with readings; it has no check sum, and asks for a type and a length%n", taken[0]);
  }

  private static void storm(long bytes, Consumer<byte[]> decoder) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] chunk = new byte[CHUNK_BYTES];
    for (long at = 0; at < bytes; at += CHUNK_BYTES) {
      random.nextBytes(chunk);
      decoder.accept(chunk);
    }
  }

  private static void say(String format, Object... figures) {
    System.out.printf(Locale.ROOT, format, figures);
  }

  private static long heapKilobytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
  }
}

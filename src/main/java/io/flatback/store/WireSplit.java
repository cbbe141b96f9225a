package io.flatback.store;

import io.flatback.wire.FrameDecoder;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Imu6;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of a block, told apart into frames that encode again to the very same bytes, and the rest. */
final class WireSplit {
  private final int[] runs;
  private final byte[] rest;
  private final List<Imu6> frames;

  private WireSplit(int[] runs, byte[] rest, List<Imu6> frames) {
    this.runs = runs;
    this.rest = rest;
    this.frames = frames;
  }

  /** By turns: how many bytes of the rest, how many frames follow them. */
  int[] runs() {
    return runs;
  }

  /** The bytes that are no such frame, end to end. */
  byte[] rest() {
    return rest;
  }

  List<Imu6> frames() {
    return frames;
  }

  static WireSplit of(Chunks chunks) {
    byte[] bytes = chunks.bytes();
    List<Integer> runs = new ArrayList<>(List.of(0, 0));
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    List<Imu6> frames = new ArrayList<>();
    for (int from = 0, to; from < chunks.byteCount(); from = to) {
      to = endOfFrame(bytes, from, chunks.byteCount());
      Imu6 frame = frame(bytes, from, to);
      int last = runs.size() - 1;
      if (frame != null) {
        frames.add(frame);
        runs.set(last, runs.get(last) + 1);
      } else {
        rest.write(bytes, from, to - from);
        if (runs.get(last) > 0) {
          runs.addAll(List.of(to - from, 0));
        } else {
          runs.set(last - 1, runs.get(last - 1) + to - from);
        }
      }
    }
    return new WireSplit(runs.stream().mapToInt(Integer::intValue).toArray(), rest.toByteArray(), frames);
  }

  /** Past the next 00, or the end of the bytes. */
  private static int endOfFrame(byte[] bytes, int from, int limit) {
    int at = from;
    while (at < limit && bytes[at] != 0) {
      at++;
    }
    return Math.min(at + 1, limit);
  }

  private static @Nullable Imu6 frame(byte[] bytes, int from, int to) {
    if (to - from > FrameDecoder.MAX_FRAME_BYTES + 1) {
      return null;
    }
    FrameDecoder decoder = new FrameDecoder();
    decoder.offer(bytes, from, to - from);
    if (decoder.next() && decoder.event() instanceof Imu6 imu) {
      byte[] again = FrameEncoder.frame(imu);
      return Arrays.equals(again, 0, again.length, bytes, from, to) ? imu : null;
    }
    return null;
  }

  static byte[] join(int[] runs, byte[] rest, List<Imu6> frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int restAt = 0;
    int frameAt = 0;
    for (int i = 0; i < runs.length; i += 2) {
      bytes.write(rest, restAt, runs[i]);
      restAt += runs[i];
      for (int end = frameAt + runs[i + 1]; frameAt < end; frameAt++) {
        bytes.writeBytes(FrameEncoder.frame(frames.get(frameAt)));
      }
    }
    return bytes.toByteArray();
  }
}

package io.flatback.store;

import io.flatback.wire.Imu6;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * The compact coding of raw blocks. Bytes are told apart into IMU6 frames that encode again to the very
 * same bytes, and all else: other frames, damaged frames, frames cut in two by the block's edge, other
 * makers' bytes. Frames become columns of differences in byte planes, all else stays verbatim.
 *
 * <pre>
 * runs: count, then pairs (bytes of all else, IMU6 frames after them)   varints
 * all else                                                              bytes
 * chunk lengths, arrivals (ns, less the one before)                     planes
 * IMU6 frames, see {@link ImuColumns}                                   planes
 * </pre>
 */
final class WireColumns {
  private WireColumns() {}

  static byte[] encode(Chunks chunks, long firstNanos) {
    WireSplit split = WireSplit.of(chunks);
    ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.byteCount());
    int[] runs = split.runs();
    Varint.write(out, runs.length);
    for (int run : runs) {
      Varint.write(out, run);
    }
    out.writeBytes(split.rest());
    writeChunks(out, chunks, firstNanos);
    ImuColumns.write(out, split.frames());
    return out.toByteArray();
  }

  private static void writeChunks(ByteArrayOutputStream out, Chunks chunks, long firstNanos) {
    long[] lengths = new long[chunks.count()];
    long[] arrivals = new long[chunks.count()];
    long before = firstNanos;
    for (int i = 0; i < chunks.count(); i++) {
      lengths[i] = chunks.length(i) - (i == 0 ? 0L : chunks.length(i - 1));
      arrivals[i] = chunks.arrivalNanos(i) - before;
      before = chunks.arrivalNanos(i);
    }
    Planes.write(out, lengths, lengths.length);
    Planes.write(out, arrivals, arrivals.length);
  }

  static Chunks decode(byte[] body, int count, long firstNanos) {
    Varint.Reader reader = new Varint.Reader(body);
    int[] runs = new int[Math.toIntExact(reader.next())];
    int restBytes = 0;
    int frameCount = 0;
    for (int i = 0; i < runs.length; i++) {
      runs[i] = Math.toIntExact(reader.next());
      restBytes += i % 2 == 0 ? runs[i] : 0;
      frameCount += i % 2 == 0 ? 0 : runs[i];
    }
    int restFrom = reader.skip(restBytes);
    byte[] rest = Arrays.copyOfRange(body, restFrom, restFrom + restBytes);
    long[] lengths = Planes.read(body, reader, count);
    long[] arrivals = Planes.read(body, reader, count);
    List<Imu6> frames = ImuColumns.read(body, reader, frameCount);
    return cut(WireSplit.join(runs, rest, frames), lengths, arrivals, firstNanos);
  }

  private static Chunks cut(byte[] bytes, long[] lengths, long[] arrivals, long firstNanos) {
    Chunks chunks = new Chunks();
    long arrival = firstNanos;
    long length = 0;
    int offset = 0;
    for (int i = 0; i < lengths.length; i++) {
      arrival += arrivals[i];
      length += lengths[i];
      chunks.add(arrival, bytes, offset, (int) length);
      offset += (int) length;
    }
    return chunks;
  }
}

package io.flatback.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** The chunks of a raw log, up to the first that is cut off or does not check. */
final class RawLogChunks implements TimedChunks {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final InputStream in;
  private final RawLogHeader header;
  private final CRC32 crc = new CRC32();
  private final byte[] chunk =
      new byte[RawLogFile.CHUNK_HEAD_BYTES + RawLogFile.MAX_CHUNK_BYTES + RawLogFile.CHUNK_CRC_BYTES];
  private final ByteBuffer view = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
  private int length;
  private long lostBytes;

  RawLogChunks(Path path) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    try {
      header = RawLogFile.readHead(in, path);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  RawLogHeader header() {
    return header;
  }

  @Override
  public boolean next() throws IOException {
    int head = in.readNBytes(chunk, 0, RawLogFile.CHUNK_HEAD_BYTES);
    if (head < RawLogFile.CHUNK_HEAD_BYTES) {
      return stop(head);
    }
    length = view.getInt(Long.BYTES);
    if (length < 0 || length > RawLogFile.MAX_CHUNK_BYTES) {
      return stop(head);
    }
    int wanted = length + RawLogFile.CHUNK_CRC_BYTES;
    int body = in.readNBytes(chunk, RawLogFile.CHUNK_HEAD_BYTES, wanted);
    if (body < wanted || !checks()) {
      return stop(head + body);
    }
    return true;
  }

  private boolean checks() {
    int covered = RawLogFile.CHUNK_HEAD_BYTES + length;
    crc.reset();
    crc.update(chunk, 0, covered);
    return (int) crc.getValue() == view.getInt(covered);
  }

  private boolean stop(int bytesRead) throws IOException {
    lostBytes += bytesRead + in.transferTo(OutputStream.nullOutputStream());
    return false;
  }

  /** Bytes at the end that could not be read; known once {@link #next} has said no. */
  long lostBytes() {
    return lostBytes;
  }

  @Override
  public long timeNanos() {
    return view.getLong(0);
  }

  @Override
  public byte[] bytes() {
    return chunk;
  }

  @Override
  public int offset() {
    return RawLogFile.CHUNK_HEAD_BYTES;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

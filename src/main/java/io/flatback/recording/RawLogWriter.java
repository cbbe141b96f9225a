package io.flatback.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * Writes what arrives to a raw log, verbatim. Every {@link #append} hands its chunk to the operating system
 * at once; {@link #sync} waits until the disk has it. One thread.
 */
public final class RawLogWriter implements Closeable {
  private final FileChannel file;
  private final CRC32 crc = new CRC32();
  private final ByteBuffer chunk =
      ByteBuffer.allocate(RawLogFile.CHUNK_HEAD_BYTES + RawLogFile.MAX_CHUNK_BYTES + RawLogFile.CHUNK_CRC_BYTES)
          .order(ByteOrder.LITTLE_ENDIAN);

  private RawLogWriter(FileChannel file) {
    this.file = file;
  }

  /** Begins a file; what was there is overwritten. */
  public static RawLogWriter create(Path path, RawLogHeader header) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    RawLogWriter writer = new RawLogWriter(file);
    try {
      writer.write(ByteBuffer.wrap(RawLogFile.head(header)));
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return writer;
  }

  /** @param arrivalNanos on the host's monotonic clock */
  public void append(byte[] bytes, int offset, int length, long arrivalNanos) throws IOException {
    for (int done = 0; done < length; done += RawLogFile.MAX_CHUNK_BYTES) {
      appendChunk(bytes, offset + done, Math.min(length - done, RawLogFile.MAX_CHUNK_BYTES), arrivalNanos);
    }
  }

  private void appendChunk(byte[] bytes, int offset, int length, long arrivalNanos) throws IOException {
    chunk.clear().putLong(arrivalNanos).putInt(length).put(bytes, offset, length);
    crc.reset();
    crc.update(chunk.array(), 0, chunk.position());
    chunk.putInt((int) crc.getValue()).flip();
    write(chunk);
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Waits until the disk has all that was appended. */
  public void sync() throws IOException {
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

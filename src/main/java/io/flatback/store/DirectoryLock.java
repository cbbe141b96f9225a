package io.flatback.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a data directory to one process. The operating system lets go of it when the process dies. */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "flatback.lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  static DirectoryLock take(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StoreInUseException(
            directory + " is in use by another flatback" + holder(file)
                + ": stop that one, or choose another directory with --data");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new StoreException(
          "can't write to " + file + " (" + e.getMessage() + "): check the directory's permissions", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(Path file) throws IOException {
    String pid = Files.readString(file, StandardCharsets.UTF_8).strip();
    return pid.isEmpty() ? "" : " (process " + pid + ")";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The system lets go of the lock with the process at the latest.
      return;
    }
  }
}

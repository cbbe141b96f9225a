package io.flatback.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Copies of the whole data directory in one file. */
public final class Backup {
  /** "FLBK", written into every database by its first migration. */
  private static final int APPLICATION_ID = 0x464C424B;

  private Backup() {}

  /**
   * Copies a data directory, in use or not, as it is at one moment. The copy is itself a database.
   *
   * @throws StoreException when there is nothing to copy, or {@code file} exists
   */
  public static void create(Path dataDirectory, Path file) {
    Path source = dataDirectory.resolve(Database.FILE);
    if (!Files.exists(source)) {
      throw new StoreException(
          "no data in " + dataDirectory + ", expected " + Database.FILE + ": name the directory with --data");
    }
    if (Files.exists(file)) {
      throw new StoreException(file + " exists already: choose another name, or remove it first");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (Sqlite sqlite = Sqlite.writing(source)) {
        sqlite.read(handle -> handle.execute("VACUUM INTO ?", part.toString()));
      }
      moveSafely(part, file);
    } catch (IOException e) {
      throw new StoreException(
          "can't write " + file + " (" + e.getMessage() + "): check the disk and its permissions", e);
    }
  }

  /**
   * Puts a copy into a directory that has no data yet.
   *
   * @throws StoreException when there are data already, or {@code file} is not a whole copy
   */
  public static void restore(Path file, Path dataDirectory) {
    if (!Files.exists(file)) {
      throw new StoreException("no file " + file + ": give the path of a backup");
    }
    Path target = dataDirectory.resolve(Database.FILE);
    if (Files.exists(target)) {
      throw new StoreException(
          "there are data in " + dataDirectory + " already: restore into a new directory, or move " + target + " away");
    }
    Path part = dataDirectory.resolve(Database.FILE + ".part");
    try {
      Files.createDirectories(dataDirectory);
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      check(part, file);
      moveSafely(part, target);
    } catch (IOException e) {
      throw new StoreException(
          "can't restore into " + dataDirectory + " (" + e.getMessage() + "): check the disk and its permissions", e);
    } finally {
      deleteQuietly(part);
    }
  }

  private static void check(Path copy, Path original) {
    try (Sqlite sqlite = Sqlite.readingCopy(copy)) {
      int application = sqlite.read(handle -> handle.select("PRAGMA application_id").mapTo(Integer.class).one());
      List<String> findings =
          application == APPLICATION_ID
              ? sqlite.read(handle -> handle.select("PRAGMA integrity_check").mapTo(String.class).list())
              : List.of("not written by flatback");
      if (!findings.equals(List.of("ok"))) {
        throw new StoreException(original + " is not a whole backup (" + findings.getFirst() + "): take another one");
      }
    } catch (StoreException e) {
      throw new StoreException(original + " can't be restored: " + e.getMessage(), e);
    }
  }

  private static void moveSafely(Path part, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void deleteQuietly(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // A leftover is replaced by the next attempt.
      return;
    }
  }
}

package io.flatback.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The way to the database file: connections with the right settings, transactions, and failures told in
 * words. Any thread. SQLite lets one writer in at a time and has the others ask again after ever longer naps; those of
 * this program wait in line instead, and naps are for other programs.
 */
final class Sqlite implements ConnectionFactory, AutoCloseable {
  private static final int BUSY_TIMEOUT_MS = 10_000;
  private static final int MAX_IDLE = 8;
  private static final int CLOSE_PATIENCE_MS = 10_000;
  private static final long SPACE_NEEDED_BYTES = 1 << 16;

  private final Path file;
  private final SQLiteConfig config;
  private final Jdbi jdbi;
  private final ReentrantLock writer = new ReentrantLock(true);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private int lent;
  private boolean closed;

  private Sqlite(Path file, SQLiteConfig config) {
    this.file = file;
    this.config = config;
    this.jdbi = Jdbi.create(this);
  }

  static Sqlite writing(Path file) {
    SQLiteConfig config = settings();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return new Sqlite(file, config);
  }

  /** For a file that nobody writes to. */
  static Sqlite readingCopy(Path file) {
    SQLiteConfig config = settings();
    config.setReadOnly(true);
    return new Sqlite(file, config);
  }

  private static SQLiteConfig settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    return config;
  }

  String url() {
    return "jdbc:sqlite:" + file;
  }

  /** What a query of the database gives back. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T on(Handle handle);
  }

  /** What is done to the database, without an answer. */
  @FunctionalInterface
  interface Change {
    void on(Handle handle);
  }

  <T extends @Nullable Object> T read(Work<T> work) {
    try (Handle handle = jdbi.open()) {
      return work.on(handle);
    } catch (JdbiException e) {
      throw inWords(e);
    }
  }

  /** All of it or nothing; on return it is on disk. */
  <T extends @Nullable Object> T write(Work<T> work) {
    writer.lock();
    try {
      return writeAlone(work);
    } finally {
      writer.unlock();
    }
  }

  private <T extends @Nullable Object> T writeAlone(Work<T> work) {
    try (Handle handle = jdbi.open()) {
      handle.begin();
      try {
        T result = work.on(handle);
        handle.commit();
        return result;
      } catch (RuntimeException | Error e) {
        rollBack(handle, e);
        throw e;
      }
    } catch (JdbiException e) {
      throw inWords(e);
    }
  }

  void change(Change change) {
    this.<@Nullable Void>write(
        handle -> {
          change.on(handle);
          return null;
        });
  }

  /** Brings the write-ahead log into the file and cuts it to nothing, as far as readers let it. */
  void emptyLog() {
    this.<Object>read(handle -> handle.select("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list());
  }

  private static void rollBack(Handle handle, Throwable cause) {
    try {
      handle.rollback();
    } catch (JdbiException e) {
      // A full disk makes SQLite roll back by itself; there is nothing left to do then.
      cause.addSuppressed(e);
    }
  }

  StoreException inWords(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return inWords(sqlite);
      }
    }
    return new StoreException("database " + file + ": " + e.getMessage(), e);
  }

  private StoreException inWords(SQLiteException e) {
    SQLiteErrorCode code = e.getResultCode();
    if (code == SQLiteErrorCode.SQLITE_FULL || (isInputOutput(code) && hasNoSpace())) {
      return new StoreFullException(
          "no space left to write to " + file + ": free some space on this disk; what was acknowledged is kept", e);
    }
    String remedy =
        switch (code) {
          case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds it: close that program";
          case SQLITE_CORRUPT, SQLITE_NOTADB -> "the file is damaged: restore a backup (flatback restore)";
          case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> "check that you may write to this directory";
          default -> "check the disk";
        };
    return new StoreException("database " + file + ": " + e.getMessage() + ": " + remedy, e);
  }

  /** SQLite has some thirty such codes; which one a full disk gives depends on what was being written. */
  private static boolean isInputOutput(SQLiteErrorCode code) {
    return (code.code & 0xFF) == SQLiteErrorCode.SQLITE_IOERR.code;
  }

  private boolean hasNoSpace() {
    try {
      return Files.getFileStore(file).getUsableSpace() < SPACE_NEEDED_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Connection openConnection() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new SQLException("database " + file + " was closed");
      }
      lent++;
      Connection connection = idle.poll();
      if (connection != null) {
        return connection;
      }
    }
    try {
      return config.createConnection(url());
    } catch (SQLException | RuntimeException refused) {
      isBack();
      throw refused;
    }
  }

  private void isBack() {
    synchronized (idle) {
      lent--;
      idle.notifyAll();
    }
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    try {
      if (!keepsIdle(connection)) {
        connection.close();
      }
    } finally {
      isBack();
    }
  }

  private boolean keepsIdle(Connection connection) {
    synchronized (idle) {
      boolean keeps = !closed && idle.size() < MAX_IDLE;
      if (keeps) {
        idle.push(connection);
      }
      return keeps;
    }
  }

  /**
   * On return nobody has the file open, so that it may be moved or deleted: whoever is still at it is waited for, ten
   * seconds at most, and nobody new is let in.
   */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      awaitLent();
      for (Connection connection : idle) {
        closeQuietly(connection);
      }
      idle.clear();
    }
  }

  private void awaitLent() {
    long untilNanos = System.nanoTime() + CLOSE_PATIENCE_MS * 1_000_000L;
    long leftMs = CLOSE_PATIENCE_MS;
    try {
      while (lent > 0 && leftMs > 0) {
        idle.wait(leftMs);
        leftMs = (untilNanos - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Everything was committed before; the file is whole, and the next start takes up the WAL.
      return;
    }
  }
}

package io.flatback.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last live events, so that a client that comes back misses nothing. The store keeps their bodies and
 * does not read them. Bounded: the oldest go.
 *
 * <p>{@link #append} does not wait for the disk, unless very many wait for it: what is said to a lifter must not. A
 * thread of its own writes what has come together, at once. Any thread.
 */
public final class EventLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  /** A busy room of ten lifters for a day. */
  public static final int KEPT = 20_000;

  private static final int MOST_WAITING = 2_000;

  private final Sqlite sqlite;
  private final InstantSource clock;
  private final ReentrantLock disk = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition comes = lock.newCondition();
  private final Thread writer = Thread.ofPlatform().name("event-log").daemon().unstarted(this::writeWhatComes);
  private List<LoggedEvent> waiting = new ArrayList<>();
  private long lastId = -1;
  private boolean appended;
  private boolean closed;
  private volatile long lostUpToId = -1;

  EventLog(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
  }

  /** One event as it was sent. */
  public record LoggedEvent(long id, @Nullable String sessionId, Instant at, String name, String body) {}

  /**
   * @param sessionId goes with its session when that is deleted; null for none
   * @return its id, greater than all before, those of an earlier run that it could not write any more included
   */
  public long append(@Nullable String sessionId, String name, String body) {
    long id;
    boolean tooMany;
    lock.lock();
    try {
      id = nextId();
      waiting.add(new LoggedEvent(id, sessionId, clock.instant(), name, body));
      tooMany = waiting.size() > MOST_WAITING;
      comes.signal();
    } finally {
      lock.unlock();
    }
    if (tooMany) {
      flush();
    }
    return id;
  }

  private long nextId() {
    long last = lastId();
    if (!appended) {
      appended = true;
      writer.start();
      last += last == 0 ? 0 : MOST_WAITING;
    }
    lastId = last + 1;
    return lastId;
  }

  private void writeWhatComes() {
    try {
      while (somethingWaits()) {
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** @return false once the log is closed */
  private boolean somethingWaits() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        comes.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** On return all that was appended is on disk, or lost to a disk that takes nothing. */
  private void flush() {
    disk.lock();
    try {
      List<LoggedEvent> taken = takeWaiting();
      if (!taken.isEmpty()) {
        write(taken);
      }
    } finally {
      disk.unlock();
    }
  }

  private List<LoggedEvent> takeWaiting() {
    lock.lock();
    try {
      List<LoggedEvent> taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void write(List<LoggedEvent> events) {
    try {
      sqlite.change(handle -> insert(handle, events));
    } catch (StoreException e) {
      lostUpToId = events.getLast().id();
      LOG.warn("live events not logged, clients that come back get a snapshot: {}", e.getMessage());
    }
  }

  /** An event of a session that was deleted meanwhile goes with it. */
  private static void insert(Handle handle, List<LoggedEvent> events) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO event (id, session_id, at, name, body) SELECT :id, :session, :at, :name, :body
            WHERE :session IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = :session)""");
    for (LoggedEvent event : events) {
      batch
          .bind("id", event.id())
          .bind("session", event.sessionId())
          .bind("at", Timestamps.text(event.at()))
          .bind("name", event.name())
          .bind("body", event.body())
          .add();
    }
    batch.execute();
    handle.execute("DELETE FROM event WHERE id <= ?", events.getLast().id() - KEPT);
  }

  /** Up to this id events may be missing, since the disk took nothing; −1 while all were written. */
  public long lostUpToId() {
    return lostUpToId;
  }

  /** Those after {@code lastId}, oldest first. */
  public List<LoggedEvent> after(long lastId, int limit) {
    flush();
    return sqlite.read(
        handle ->
            handle
                .select("SELECT * FROM event WHERE id > ? ORDER BY id LIMIT ?", lastId, limit)
                .map(
                    (row, context) ->
                        new LoggedEvent(
                            row.getLong("id"),
                            row.getString("session_id"),
                            Timestamps.instant(row.getString("at")),
                            row.getString("name"),
                            row.getString("body")))
                .list());
  }

  /** 0 when none was ever logged. */
  public long lastId() {
    lock.lock();
    try {
      if (lastId < 0) {
        lastId = lastIdOnDisk();
      }
      return lastId;
    } finally {
      lock.unlock();
    }
  }

  private long lastIdOnDisk() {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'event'")
                .mapTo(Long.class)
                .one());
  }

  /** Writes what still waits. */
  @Override
  public void close() {
    flush();
    lock.lock();
    try {
      closed = true;
      comes.signal();
    } finally {
      lock.unlock();
    }
  }
}

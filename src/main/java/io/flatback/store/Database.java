package io.flatback.store;

import io.flatback.recording.DecoderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

/** One data directory, opened. Any thread; one per directory and process. */
public final class Database implements AutoCloseable {
  /** Name of the database within the data directory. */
  public static final String FILE = "flatback.db";

  private final Path directory;
  private final DirectoryLock lock;
  private final Sqlite sqlite;
  private final AthleteStore athletes;
  private final SensorStore sensors;
  private final PlatformStore platforms;
  private final RawJournal journal;
  private final SessionStore sessions;
  private final ResultStore results;
  private final EditStore edits;
  private final HistoryStore history;
  private final BaselineStore baselines;
  private final EventLog events;
  private final RawCompaction compaction;

  private Database(Path directory, DirectoryLock lock, Sqlite sqlite, InstantSource clock) {
    this.directory = directory;
    this.lock = lock;
    this.sqlite = sqlite;
    this.sensors = new SensorStore(sqlite, clock);
    this.platforms = new PlatformStore(sqlite, clock);
    this.journal = new RawJournal(sqlite, clock);
    this.compaction = new RawCompaction(sqlite);
    this.sessions = new SessionStore(sqlite, clock, journal, compaction);
    this.athletes = new AthleteStore(sqlite, clock, sessions);
    this.results = new ResultStore(sqlite, clock, journal);
    this.edits = new EditStore(sqlite, clock);
    this.history = new HistoryStore(sqlite);
    this.baselines = new BaselineStore(sqlite, clock);
    this.events = new EventLog(sqlite, clock);
  }

  /**
   * Opens a data directory, makes it where it is missing, and brings an older one up to date.
   *
   * @throws StoreInUseException when another process has it open
   * @throws StoreTooNewException when a newer flatback has written it
   */
  public static Database open(Path dataDirectory) {
    return open(dataDirectory, InstantSource.system());
  }

  /** @param clock the wall clock, for tests */
  public static Database open(Path dataDirectory, InstantSource clock) {
    makeDirectory(dataDirectory);
    DirectoryLock lock = DirectoryLock.take(dataDirectory);
    Sqlite sqlite = Sqlite.writing(dataDirectory.resolve(FILE));
    try {
      Schema.bringUpToDate(sqlite);
      Database database = new Database(dataDirectory, lock, sqlite, clock);
      database.journal.closeStreamsOfDeadRuns();
      return database;
    } catch (RuntimeException e) {
      sqlite.close();
      lock.close();
      throw e;
    }
  }

  /** For its owner only: it says a lot about people. */
  private static void makeDirectory(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "can't make the data directory " + directory + " (" + e.getMessage() + "): choose another with --data", e);
    }
  }

  public Path directory() {
    return directory;
  }

  public AthleteStore athletes() {
    return athletes;
  }

  public SensorStore sensors() {
    return sensors;
  }

  public PlatformStore platforms() {
    return platforms;
  }

  public SessionStore sessions() {
    return sessions;
  }

  public ResultStore results() {
    return results;
  }

  public EditStore edits() {
    return edits;
  }

  public HistoryStore history() {
    return history;
  }

  public BaselineStore baselines() {
    return baselines;
  }

  public EventLog events() {
    return events;
  }

  public RawJournal journal() {
    return journal;
  }

  public RawCompaction compaction() {
    return compaction;
  }

  /**
   * The raw record of a session, read anew at every {@code open()}. What the journal still holds is
   * written first.
   *
   * @param decoders for all drivers but recording CSV, which is always known
   * @throws StoreException when there is no such session
   * @throws IOException when a stream can't be read as what it claims to be
   */
  public SessionRecording recording(String sessionId, DecoderFactory decoders) throws IOException {
    journal.flush();
    return SessionRecording.of(sqlite, sessionId, decoders);
  }

  /** Writes what the journal still holds and lets go of the directory. */
  @Override
  public void close() {
    try {
      events.close();
      compaction.close();
      journal.close();
    } finally {
      sqlite.close();
      lock.close();
    }
  }
}

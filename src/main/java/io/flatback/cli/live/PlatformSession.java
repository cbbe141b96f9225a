package io.flatback.cli.live;

import io.flatback.session.SessionEvent;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.NewSession;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session that goes on at a platform: begun with the first set, kept event by event, ended once. What
 * the disk refuses is found again by the second look, from the raw record. Guarded by the platform's lock.
 */
final class PlatformSession {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformSession.class);
  private static final String DISK_KEY = "session";

  private final Database database;
  private final Consumer<TrainingSession> whenEnded;
  private final List<SessionEvent> openSet = new ArrayList<>();
  private final Map<Object, SessionEvent> mounting = new LinkedHashMap<>();
  private @Nullable TrainingSession session;
  private @Nullable EndReason endDue;
  private long lastRepNanos;

  /** @param whenEnded is told of a session that is to be analysed once more; must not wait */
  PlatformSession(Database database, Consumer<TrainingSession> whenEnded) {
    this.database = database;
    this.whenEnded = whenEnded;
  }

  boolean isActive() {
    return session != null;
  }

  @Nullable String id() {
    TrainingSession current = session;
    return current == null ? null : current.id();
  }

  boolean inSet() {
    return !openSet.isEmpty();
  }

  long lastRepNanos() {
    return lastRepNanos;
  }

  void happened(SessionEvent event, PlatformBoard board) {
    switch (event) {
      case SessionEvent.SetStarted started -> setStarted(started, board);
      case SessionEvent.RepCompleted completed -> repCame(completed, board);
      case SessionEvent.RepProvisional provisional -> repCame(provisional, board);
      case SessionEvent.SetEnded ended -> setEnded(ended, board);
      case SessionEvent.RepStarted started -> inSet(started, board);
      case SessionEvent.RepWithdrawn withdrawn -> inSet(withdrawn, board);
      case SessionEvent.WarningRaised raised -> inSet(raised, board);
      case SessionEvent.BandsLearnt learnt -> inSet(learnt, board);
      case SessionEvent.MountingFound found -> mountingFound(found, board);
      case SessionEvent.CalibrationChanged changed -> calibrated(changed, board);
      case SessionEvent.PostureSampled ignored -> {}
      case SessionEvent.SetSummarised ignored -> {}
      case SessionEvent.SensorChanged ignored -> {}
    }
  }

  private void setStarted(SessionEvent.SetStarted started, PlatformBoard board) {
    openSet.clear();
    openSet.add(started);
    lastRepNanos = started.timeNanos();
    if (session == null) {
      start("first_set", started.timeNanos(), board);
    } else {
      save(started, board);
    }
  }

  private void repCame(SessionEvent rep, PlatformBoard board) {
    lastRepNanos = rep.timeNanos();
    inSet(rep, board);
  }

  private void inSet(SessionEvent event, PlatformBoard board) {
    openSet.add(event);
    save(event, board);
  }

  private void setEnded(SessionEvent.SetEnded ended, PlatformBoard board) {
    save(ended, board);
    openSet.clear();
  }

  private void mountingFound(SessionEvent.MountingFound found, PlatformBoard board) {
    mounting.put(found.placement(), found);
    save(found, board);
  }

  /** A calibration before the first set belongs to the session that the set begins. */
  private void calibrated(SessionEvent.CalibrationChanged changed, PlatformBoard board) {
    if (changed.progress().outcome() != null) {
      mounting.put(changed.timeNanos(), changed);
      save(changed, board);
    }
  }

  private void save(SessionEvent event, PlatformBoard board) {
    TrainingSession current = session;
    if (current != null) {
      attempt(event.timeNanos(), board, () -> database.results().save(current.id(), event));
    }
  }

  /** What the disk refuses shows as the platform's trouble. */
  private static boolean attempt(long nowNanos, PlatformBoard board, Runnable write) {
    try {
      write.run();
      board.disk(nowNanos, DISK_KEY, null);
      return true;
    } catch (StoreException e) {
      LOG.warn("{}: not kept: {}", board.name(), e.getMessage());
      board.disk(nowNanos, DISK_KEY, e);
      return false;
    }
  }

  /** @return empty when a session goes on already, or when nobody is there to lift */
  Optional<TrainingSession> startOnRequest(long nowNanos, PlatformBoard board) {
    if (session != null || board.athlete() == null) {
      return Optional.empty();
    }
    TrainingSession started = begin(board, board.athlete());
    begun(started, "request", nowNanos, board);
    return Optional.of(started);
  }

  private void start(String reason, long nowNanos, PlatformBoard board) {
    Athlete athlete = board.athlete();
    if (athlete != null) {
      attempt(nowNanos, board, () -> begun(begin(board, athlete), reason, nowNanos, board));
    }
  }

  private TrainingSession begin(PlatformBoard board, Athlete athlete) {
    return database
        .sessions()
        .start(
            new NewSession(
                athlete.id(), board.id(), board.sensorIds(), board.exercise(), board.loadKg(), null));
  }

  private void begun(TrainingSession started, String reason, long nowNanos, PlatformBoard board) {
    session = started;
    lastRepNanos = nowNanos;
    board.sessionChanged(nowNanos, started, reason);
    mounting.values().forEach(event -> save(event, board));
    openSet.forEach(event -> save(event, board));
  }

  void resume(TrainingSession open, PlatformBoard board) {
    session = open;
    board.sessionChanged(0, open, "restart");
  }

  /** What could not be done for want of a disk, or of an athlete, is tried again. */
  void retry(PlatformBoard board) {
    EndReason due = endDue;
    if (due != null) {
      var unused = end(due, lastRepNanos, board);
    } else if (session == null && !openSet.isEmpty()) {
      start("first_set", lastRepNanos, board);
    }
  }

  /** @return empty when the disk refuses; it is then tried again */
  Optional<TrainingSession> end(EndReason reason, long nowNanos, PlatformBoard board) {
    TrainingSession current = session;
    if (current == null) {
      return Optional.empty();
    }
    endDue = reason;
    attempt(nowNanos, board, () -> ended(current.id(), reason, nowNanos, board));
    return endDue == null ? database.sessions().find(current.id()) : Optional.empty();
  }

  private void ended(String id, EndReason reason, long nowNanos, PlatformBoard board) {
    Optional<TrainingSession> ended = database.sessions().end(id, reason);
    endDue = null;
    session = null;
    openSet.clear();
    mounting.clear();
    if (ended.isPresent()) {
      board.sessionChanged(nowNanos, ended.get(), reason.key());
      whenEnded.accept(ended.get());
    }
  }
}

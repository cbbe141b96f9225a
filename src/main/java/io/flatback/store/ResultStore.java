package io.flatback.store;

import io.flatback.session.SessionEvent;
import io.flatback.session.SessionResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * What was found in a session: live as it happens, and replaced as a whole after the second look. Any
 * thread.
 */
public final class ResultStore {
  private final Sqlite sqlite;
  private final InstantSource clock;
  private final RawJournal journal;

  ResultStore(Sqlite sqlite, InstantSource clock, RawJournal journal) {
    this.sqlite = sqlite;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Keeps what an event says of a set, a rep, a warning or the mounting; other events are not kept. The
   * same event again changes nothing. After the second look, live events come too late and are not kept.
   */
  public void save(String sessionId, SessionEvent event) {
    switch (event) {
      case SessionEvent.SetStarted started -> live(sessionId, handle -> startSet(handle, sessionId, started));
      case SessionEvent.RepProvisional e -> live(sessionId, h -> LiveRows.provisional(h, sessionId, e.set(), e.rep()));
      case SessionEvent.RepCompleted e -> live(sessionId, h -> LiveRows.completed(h, sessionId, e.set(), e.rep()));
      case SessionEvent.RepWithdrawn withdrawn -> live(sessionId, h -> LiveRows.withdraw(h, sessionId, withdrawn));
      case SessionEvent.WarningRaised e -> live(sessionId, h -> LiveRows.warn(h, sessionId, e.set(), e.warning()));
      case SessionEvent.SetEnded ended -> live(sessionId, h -> ResultRows.replaceSet(h, sessionId, ended.set()));
      case SessionEvent.MountingFound found -> live(sessionId, h -> LiveRows.mounting(h, sessionId, found));
      case SessionEvent.CalibrationChanged e -> live(sessionId, h -> LiveRows.calibration(h, sessionId, e.progress()));
      case SessionEvent.SensorChanged ignored -> {}
      case SessionEvent.PostureSampled ignored -> {}
      case SessionEvent.RepStarted ignored -> {}
      case SessionEvent.BandsLearnt ignored -> {}
      case SessionEvent.SetSummarised ignored -> {}
    }
  }

  private void live(String sessionId, Sqlite.Change change) {
    sqlite.change(
        handle -> {
          Optional<Boolean> analysed =
              handle
                  .select("SELECT analysed_at IS NOT NULL FROM session WHERE id = ?", sessionId)
                  .mapTo(Boolean.class)
                  .findOne();
          if (!analysed.orElseThrow(() -> missing(sessionId))) {
            change.on(handle);
          }
        });
  }

  private void startSet(Handle handle, String sessionId, SessionEvent.SetStarted started) {
    LiveRows.startSet(handle, sessionId, started);
    handle.execute(
        "UPDATE session SET first_set_at = ? WHERE id = ? AND first_set_at IS NULL",
        Timestamps.text(now(handle, sessionId)),
        sessionId);
  }

  /** By the clock that the session's stream started with, so that a wall clock set meanwhile does no harm. */
  private Instant now(Handle handle, String sessionId) {
    for (RawStream stream : StreamRows.ofSession(handle, sessionId)) {
      OptionalLong position = journal.lastArrivalNanos(stream.id());
      if (position.isPresent()) {
        return stream.startedAt().plusNanos(position.getAsLong() - stream.originNanos());
      }
    }
    return clock.instant();
  }

  /**
   * Puts the second look in the place of all that was found before, at once or not at all.
   *
   * @throws StoreException when there is no such session
   */
  public void replace(String sessionId, SessionResult result) {
    sqlite.change(
        handle -> {
          if (!ResultRows.replace(handle, sessionId, result, clock.instant())) {
            throw missing(sessionId);
          }
        });
  }

  /**
   * Everything found in a session: by the second look or, before that, as far as it was found live.
   * Provisional reps are left out. Empty when there is no such session.
   */
  public Optional<SessionResult> find(String sessionId) {
    return sqlite.read(handle -> ResultReader.find(handle, sessionId));
  }

  private static StoreException missing(String sessionId) {
    return new StoreException("no session " + sessionId + ": it may have been deleted");
  }
}

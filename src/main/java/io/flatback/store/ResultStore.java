package io.flatback.store;

import io.flatback.session.SessionEvent;
import io.flatback.session.SessionResult;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What was found in a session: live as it happens, and replaced as a whole after the second look. Any
 * thread.
 */
@SuppressWarnings("DoNotCallSuggester") // bodies follow in the next commit
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
   * same event again changes nothing.
   */
  public void save(String sessionId, SessionEvent event) {
    throw new UnsupportedOperationException(sqlite.url() + clock.instant() + journal.openStreamsOf(sessionId));
  }

  /** Puts the second look in the place of all that was found before, at once or not at all. */
  public void replace(String sessionId, SessionResult result) {
    throw new UnsupportedOperationException();
  }

  /**
   * Everything found in a session, from the second look or, before that, as far as it was found live.
   * Provisional reps are left out. Empty when there is no such session.
   */
  public Optional<SessionResult> find(String sessionId) {
    throw new UnsupportedOperationException();
  }
}

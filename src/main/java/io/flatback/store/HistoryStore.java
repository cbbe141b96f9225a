package io.flatback.store;

import io.flatback.form.AthleteHistory;
import io.flatback.form.SetNoise;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.ComparedRecord;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What an athlete's ended sessions teach about rep-to-rep noise. */
public final class HistoryStore {
  /** own: noise of years ago says little about today; replaced by a fit of how fast it changes. */
  private static final int RECENT_SESSIONS = 50;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final Sqlite sqlite;

  HistoryStore(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /**
   * The noise of each metric within sets, pooled over the sets of the last {@value #RECENT_SESSIONS} ended
   * sessions. What counts within a set is {@link SetNoise}'s to say.
   *
   * @param exercise name of a profile
   */
  public AthleteHistory of(String athleteId, String exercise) {
    return before(END_OF_TIME, athleteId, exercise);
  }

  /** As known when a session started: later ones say nothing about it, nor does it about itself. */
  public AthleteHistory before(Instant start, String athleteId, String exercise) {
    return sqlite.read(
        handle -> {
          AthleteHistory history = AthleteHistory.NONE;
          for (String session : endedSessions(handle, start, athleteId)) {
            SessionResult result = ResultReader.find(handle, session).orElse(null);
            for (WorkSet set : result == null ? List.<WorkSet>of() : result.sets()) {
              if (set.exercise().equals(exercise)) {
                history = history.pooledWith(SetNoise.of(set.reps(), set.warnings()));
              }
            }
          }
          return history;
        });
  }

  /** An athlete's ended sessions before a time, newest first, each called by its id. */
  public List<ComparedRecord> sessionsBefore(Instant start, String athleteId, int most) {
    return sqlite.read(
        handle ->
            handle
                .select(
                    """
                    SELECT id, started_at FROM session
                    WHERE athlete_id = ? AND state = 'ended' AND started_at < ?
                    ORDER BY started_at DESC LIMIT ?""",
                    athleteId,
                    Timestamps.text(start),
                    most)
                .map((row, context) -> record(handle, row.getString("id"), row.getString("started_at")))
                .list());
  }

  private static ComparedRecord record(Handle handle, String id, String startedAt) {
    return new ComparedRecord(id, Timestamps.instant(startedAt), ResultReader.find(handle, id).orElseThrow());
  }

  private static List<String> endedSessions(Handle handle, Instant start, String athleteId) {
    return handle
        .select(
            """
            SELECT id FROM session WHERE athlete_id = ? AND state = 'ended' AND started_at < ?
            ORDER BY started_at DESC LIMIT ?""",
            athleteId,
            Timestamps.text(start),
            RECENT_SESSIONS)
        .mapTo(String.class)
        .list();
  }
}

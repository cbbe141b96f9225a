package io.flatback.store;

import io.flatback.form.LoadedHistory;
import io.flatback.form.SetNoise;
import io.flatback.form.summary.EarlierDays;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.ComparedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What an athlete's ended sessions teach about rep-to-rep noise. */
public final class HistoryStore {
  /** own: noise of years ago says little about today; replaced by a fit of how fast it changes. */
  private static final int RECENT_SESSIONS = 50;

  /** own: who trains a lift twice a week finds it among as many, with other days between. */
  private static final int COMPARED_SESSIONS = 6;

  private static final Instant BEGINNING_OF_TIME = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  /** What a set is taken for when nobody said. */
  private static final String USUAL_EXERCISE = "deadlift";

  private final Sqlite sqlite;

  HistoryStore(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /** Whose history judges a session. */
  public static String exerciseOf(@Nullable String said) {
    return said == null ? USUAL_EXERCISE : said;
  }

  /**
   * The noise of each metric within sets, of each set of the last {@value #RECENT_SESSIONS} ended sessions at its load,
   * since the athlete last asked to begin anew. What counts within a set is {@link SetNoise}'s to say.
   *
   * @param exercise name of a profile
   */
  public LoadedHistory of(String athleteId, String exercise) {
    return before(END_OF_TIME, athleteId, exercise);
  }

  /** As known when a session started: what came later says nothing about it, nor does it about itself. */
  public LoadedHistory before(Instant start, String athleteId, String exercise) {
    return sqlite.read(
        handle -> {
          Instant since = BaselineStore.learntSince(handle, start, athleteId, exercise).orElse(BEGINNING_OF_TIME);
          List<LoadedHistory.Taught> taught = new ArrayList<>();
          for (String session : endedSessions(handle, since, start, athleteId)) {
            SessionResult result = ResultReader.find(handle, session).orElse(null);
            for (WorkSet set : result == null ? List.<WorkSet>of() : result.sets()) {
              if (set.exercise().equals(exercise)) {
                taught.add(new LoadedHistory.Taught(set.loadKg(), SetNoise.of(set.reps(), set.warnings())));
              }
            }
          }
          return new LoadedHistory(taught);
        });
  }

  /** What a set that begins now is compared with. */
  public EarlierDays daysSoFar(String athleteId) {
    return daysBefore(END_OF_TIME, athleteId);
  }

  /** As {@link #daysSoFar} when a session started. */
  public EarlierDays daysBefore(Instant start, String athleteId) {
    return new EarlierDays(
        sessionsBefore(start, athleteId, COMPARED_SESSIONS).stream().map(ComparedRecord::facts).toList());
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

  private static List<String> endedSessions(Handle handle, Instant since, Instant start, String athleteId) {
    return handle
        .select(
            """
            SELECT id FROM session WHERE athlete_id = ? AND state = 'ended' AND started_at >= ? AND started_at < ?
            ORDER BY started_at DESC LIMIT ?""",
            athleteId,
            Timestamps.text(since),
            Timestamps.text(start),
            RECENT_SESSIONS)
        .mapTo(String.class)
        .list();
  }
}

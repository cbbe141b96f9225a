package io.flatback.store;

import io.flatback.lift.RepEdit;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What users corrected by hand, kept beside the raw record so that every new analysis heeds it. */
public final class EditStore {
  private final Sqlite sqlite;
  private final InstantSource clock;

  EditStore(Sqlite sqlite, InstantSource clock) {
    this.sqlite = sqlite;
    this.clock = clock;
  }

  public void add(String sessionId, RepEdit edit) {
    sqlite.change(
        handle ->
            handle.execute(
                "INSERT INTO rep_edit (session_id, made_at, kind, from_nanos, to_nanos) VALUES (?, ?, ?, ?, ?)",
                sessionId,
                Timestamps.text(clock.instant()),
                edit.kind().name().toLowerCase(Locale.ROOT),
                edit.fromNanos(),
                edit.toNanos()));
  }

  /** Oldest first, as {@code SessionSettings} wants them. */
  public List<RepEdit> list(String sessionId) {
    return sqlite.read(
        handle ->
            handle
                .select("SELECT kind, from_nanos, to_nanos FROM rep_edit WHERE session_id = ? ORDER BY id", sessionId)
                .map(
                    (row, context) ->
                        new RepEdit(
                            RepEdit.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            row.getLong("from_nanos"),
                            row.getLong("to_nanos")))
                .list());
  }

  /** @return the edit that was taken back, or null when there was none */
  public @Nullable RepEdit undoLast(String sessionId) {
    List<RepEdit> edits = list(sessionId);
    if (edits.isEmpty()) {
      return null;
    }
    sqlite.change(
        handle ->
            handle.execute(
                "DELETE FROM rep_edit WHERE id = (SELECT MAX(id) FROM rep_edit WHERE session_id = ?)", sessionId));
    return edits.getLast();
  }
}

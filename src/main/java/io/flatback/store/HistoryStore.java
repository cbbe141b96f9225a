package io.flatback.store;

import io.flatback.form.AthleteHistory;

/** What an athlete's ended sessions teach about rep-to-rep noise. */
@SuppressWarnings("DoNotCallSuggester") // bodies follow in the next commit
public final class HistoryStore {
  private final Sqlite sqlite;

  HistoryStore(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /** @param exercise name of a profile */
  public AthleteHistory of(String athleteId, String exercise) {
    throw new UnsupportedOperationException(sqlite.url());
  }
}

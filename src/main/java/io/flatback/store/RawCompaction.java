package io.flatback.store;

/**
 * Makes the raw record small, without loss, and drops what no session can claim any more. Run when a
 * session has ended and when the program starts. Any thread.
 */
@SuppressWarnings("DoNotCallSuggester") // bodies follow in the next commit
public final class RawCompaction {
  private final Sqlite sqlite;

  RawCompaction(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /** @param bytesBefore that blocks which were rewritten took in the database */
  public record Summary(int blocks, long bytesBefore, long bytesAfter) {}

  public Summary run() {
    throw new UnsupportedOperationException("not there yet: " + sqlite.url());
  }
}

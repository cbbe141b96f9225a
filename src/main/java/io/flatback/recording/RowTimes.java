package io.flatback.recording;

import io.flatback.signal.SamplePeriod;

/**
 * Judges what the time of each row is worth. A few rows at the start are held back until the sample period
 * is known, and a row after a hole until the next time has borne it out: a single wild time must not make
 * all that follows look like the past.
 */
final class RowTimes {
  /** Enough intervals for a median that one hole or stutter does not move. */
  private static final int LOOK_AHEAD_ROWS = 16;

  /** A hole is longer than this (contracts: recording CSV). */
  private static final int HOLE_PERIODS = 3;

  private static final long UNKNOWN = Long.MIN_VALUE;

  /** What a row's time says. */
  enum Verdict {
    RISING,
    NO_TIME,
    REPEATED,
    BACKWARD
  }

  private final SamplePeriod period = new SamplePeriod();
  private final CsvRow[] rows = new CsvRow[LOOK_AHEAD_ROWS + 1];
  private int first;
  private int held;
  private long lastEnteredNanos = UNKNOWN;
  private boolean warm;

  private long lastNanos = UNKNOWN;
  private CsvRow decided;
  private Verdict verdict = Verdict.NO_TIME;
  private int missingBefore;
  private long dueNanos = Long.MAX_VALUE;
  private int unplaced;

  RowTimes(int sensors) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new CsvRow(sensors);
    }
    decided = rows[0];
  }

  /** The row to fill next; {@link #enter} it then. */
  CsvRow blank() {
    CsvRow row = rows[(first + held) % rows.length];
    row.clear();
    return row;
  }

  void enter() {
    CsvRow row = rows[(first + held) % rows.length];
    held++;
    warm |= held >= LOOK_AHEAD_ROWS;
    if (row.hasTime()) {
      long nanos = row.timeNanos();
      if (lastEnteredNanos != UNKNOWN && nanos > lastEnteredNanos) {
        period.add(nanos - lastEnteredNanos);
      }
      lastEnteredNanos = nanos;
    }
  }

  /**
   * Moves to the next row that can be judged; it stays valid until the next {@link #blank}.
   *
   * @param finished no more rows will come
   */
  boolean decide(boolean finished) {
    if (held == 0 || !(warm || finished)) {
      return false;
    }
    CsvRow row = rows[first];
    boolean leaps = row.hasTime() && (lastNanos == UNKNOWN || isHole(row.timeNanos() - lastNanos));
    if (leaps && !finished && held < LOOK_AHEAD_ROWS && nextNanos() == UNKNOWN) {
      return false;
    }
    decided = row;
    verdict = judge(row, leaps);
    first = (first + 1) % rows.length;
    held--;
    return true;
  }

  private Verdict judge(CsvRow row, boolean leaps) {
    missingBefore = 0;
    dueNanos = lastNanos == UNKNOWN ? Long.MAX_VALUE : lastNanos + period.nanos();
    if (!row.hasTime()) {
      unplaced++;
      return Verdict.NO_TIME;
    }
    long nanos = row.timeNanos();
    if (lastNanos != UNKNOWN && nanos == lastNanos) {
      return Verdict.REPEATED;
    }
    if (nanos < lastNanos || (leaps && isTakenBackByTheNext(nanos))) {
      unplaced++;
      return Verdict.BACKWARD;
    }
    if (leaps && lastNanos != UNKNOWN) {
      long missing = Math.round((double) (nanos - lastNanos) / period.nanos()) - 1 - unplaced;
      missingBefore = Math.clamp(missing, 0, Integer.MAX_VALUE);
    }
    unplaced = 0;
    lastNanos = nanos;
    return Verdict.RISING;
  }

  private boolean isHole(long intervalNanos) {
    return period.nanos() > 0 && intervalNanos > HOLE_PERIODS * period.nanos();
  }

  private boolean isTakenBackByTheNext(long nanos) {
    long nextNanos = nextNanos();
    return nextNanos != UNKNOWN && nextNanos < nanos && nextNanos > lastNanos;
  }

  /** The time of the next row that has one, among those held. */
  private long nextNanos() {
    for (int i = 1; i < held; i++) {
      CsvRow row = rows[(first + i) % rows.length];
      if (row.hasTime()) {
        return row.timeNanos();
      }
    }
    return UNKNOWN;
  }

  CsvRow row() {
    return decided;
  }

  Verdict verdict() {
    return verdict;
  }

  /** Readings that a hole before this row swallowed. */
  int missingBefore() {
    return missingBefore;
  }

  /** When the first reading after the good row before this one was due; the far future where there is none. */
  long dueNanos() {
    return dueNanos;
  }

  /** NaN until there are two times. */
  double rateHz() {
    return period.nanos() == 0 ? Double.NaN : 1e9 / period.nanos();
  }

  /** Where the record ends, with room for the rows that had no usable time. */
  long endNanos() {
    return lastNanos == UNKNOWN ? 0 : lastNanos + (1L + unplaced) * period.nanos();
  }
}

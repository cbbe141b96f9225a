package io.flatback.session;

import io.flatback.form.summary.EarlierDays;
import io.flatback.form.summary.SetFacts;
import io.flatback.form.summary.SetSummary;
import java.util.ArrayList;
import java.util.List;

/** The sets of this session so far, which the next one is compared with, as with those of earlier days. Without their traces, and not for ever. */
final class SetsOfToday {
  /** As long without a rep as ends a session. */
  private static final long FORGOTTEN_NANOS = 30 * 60_000_000_000L;
  private static final int MOST = 60;

  private final EarlierDays days;
  private final List<SetFacts> sets = new ArrayList<>();
  private long lastNanos = Long.MIN_VALUE;

  SetsOfToday(EarlierDays days) {
    this.days = days;
  }

  SetSummary soFar(SetFacts set) {
    return SetSummary.of(set, sets, days, /* over= */ false);
  }

  SetSummary end(SetFacts set) {
    SetSummary summary = SetSummary.of(set, sets, days, /* over= */ true);
    sets.add(set);
    lastNanos = set.reps().getLast().endNanos();
    if (sets.size() > MOST) {
      sets.removeFirst();
    }
    return summary;
  }

  void begin(long nowNanos) {
    if (lastNanos != Long.MIN_VALUE && nowNanos - lastNanos > FORGOTTEN_NANOS) {
      sets.clear();
    }
  }
}

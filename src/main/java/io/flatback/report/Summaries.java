package io.flatback.report;

import io.flatback.form.summary.EarlierDays;
import io.flatback.form.summary.SetFacts;
import io.flatback.form.summary.SetSummary;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.List;

/** What each set of a session came to, beside those before it. */
final class Summaries {
  private Summaries() {}

  /** One for each set, in order. */
  static List<SetSummary> of(SessionResult result, EarlierDays days) {
    List<SetSummary> summaries = new ArrayList<>();
    List<SetFacts> earlier = new ArrayList<>();
    for (WorkSet set : result.sets()) {
      if (!result.mounting().followsBack() || set.reps().isEmpty()) {
        summaries.add(SetSummary.unjudged(set.index(), /* over= */ true, set.reps().size()));
        continue;
      }
      SetFacts facts = set.facts(result.comparesAngles() ? 0 : set.index());
      summaries.add(SetSummary.of(facts, earlier, days, /* over= */ true));
      earlier.add(facts);
    }
    return summaries;
  }
}

package io.flatback.report;

import io.flatback.form.summary.PatternFinding;
import io.flatback.form.summary.SetComparison;
import io.flatback.form.summary.SetSummary;
import java.util.ArrayList;
import java.util.List;

/** What a set came to beside those before it, in sentences; what is not known is left out. */
final class SummarySentences {
  private SummarySentences() {}

  static List<String> of(SetReport set) {
    SetSummary told = set.told();
    List<String> sentences = new ArrayList<>();
    told.before().ifPresent(before -> before(before, sentences));
    if (told.pattern().kind() != PatternFinding.Kind.NOT_ENOUGH) {
      sentences.add((told.pattern().text() + " " + told.pattern().lookNext()).strip());
    }
    told.suggestion()
        .ifPresent(next -> sentences.add(next.text() + " " + next.reason() + " Source: " + next.evidence() + "."));
    return sentences;
  }

  private static void before(SetComparison before, List<String> sentences) {
    before
        .startLonger()
        .ifPresent(
            longer ->
                sentences.add(
                    "Against set " + before.set() + " at the same load: your first reps took "
                        + Tempo.percent(Math.abs(longer.value())) + " " + Tempo.percentPlusMinus(longer.plusMinus())
                        + (longer.value() >= 0 ? " longer" : " less time")
                        + (longer.isBeyondNoise() ? "." : ", inside what chance explains.")));
  }
}

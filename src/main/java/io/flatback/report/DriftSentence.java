package io.flatback.report;

import io.flatback.form.Drift;

/** A trend in words. */
final class DriftSentence {
  private DriftSentence() {}

  /** For example {@code back angle at the start of the pull went +4.2° (+0.6° a rep, p = 0.03)}. */
  static String of(Drift drift) {
    return decapitalised(capitalised(drift));
  }

  static String capitalised(Drift drift) {
    MetricView view = MetricView.of(drift.metric());
    return view.name() + " went " + view.change(drift.total()) + " (" + view.change(drift.slopePerRep())
        + " a rep, p " + p(drift.p()) + ")";
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : "= " + Figures.fixed(p, p < 0.1 ? 3 : 2);
  }

  static String decapitalised(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}

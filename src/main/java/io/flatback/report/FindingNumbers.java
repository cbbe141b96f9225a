package io.flatback.report;

import io.flatback.form.Warning;

/** The numbers of a warning, so that it can be checked by hand. */
final class FindingNumbers {
  private FindingNumbers() {}

  static String of(Warning warning) {
    MetricView view = MetricView.of(warning.metric());
    return view.name() + ": " + view.value(warning.value()) + " against " + view.value(warning.baseline()) + ", change "
        + view.change(warning.change()) + ", limit " + view.change(warning.limit()) + ". Rule: "
        + Wording.rule(warning.rule()) + ".";
  }
}

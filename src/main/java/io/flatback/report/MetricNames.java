package io.flatback.report;

import io.flatback.lift.Metric;

/** What a metric is called in sentences and headings, for whoever shows one outside a report. */
public final class MetricNames {
  private MetricNames() {}

  public static String of(Metric metric) {
    return MetricView.of(metric).name();
  }
}

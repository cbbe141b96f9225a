package io.flatback.lift;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The metrics of one rep. What could not be measured is absent, never 0.
 *
 * @param values in the metric's own unit (degrees, seconds, ratio)
 */
public record RepMetrics(Map<Metric, Double> values) {
  private static final List<Metric> METRICS = List.of(Metric.values());

  public RepMetrics {
    EnumMap<Metric, Double> copy = new EnumMap<>(Metric.class);
    for (Metric metric : METRICS) {
      Double value = values.get(metric);
      if (value != null && Double.isFinite(value)) {
        copy.put(metric, value);
      }
    }
    values = Collections.unmodifiableMap(copy);
  }

  /** These and one more; what is no number is left out. */
  public RepMetrics with(Metric metric, double value) {
    Map<Metric, Double> more = new EnumMap<>(Metric.class);
    more.putAll(values);
    more.put(metric, value);
    return new RepMetrics(more);
  }

  public RepMetrics without(Set<Metric> metrics) {
    Map<Metric, Double> fewer = new EnumMap<>(Metric.class);
    fewer.putAll(values);
    fewer.keySet().removeAll(metrics);
    return new RepMetrics(fewer);
  }

  public OptionalDouble get(Metric metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

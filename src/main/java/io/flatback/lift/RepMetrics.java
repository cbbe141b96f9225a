package io.flatback.lift;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The metrics of one rep. What could not be measured is absent, never 0.
 *
 * @param values in the metric's own unit (degrees, seconds, ratio)
 */
public record RepMetrics(Map<Metric, Double> values) {
  public RepMetrics {
    EnumMap<Metric, Double> copy = new EnumMap<>(Metric.class);
    values.forEach(
        (metric, value) -> {
          if (Double.isFinite(value)) {
            copy.put(metric, value);
          }
        });
    values = Collections.unmodifiableMap(copy);
  }

  public OptionalDouble get(Metric metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.lift.RepMetrics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers and lists as the report's JSON writes them. What can't be had is null. */
final class JsonValues {
  private JsonValues() {}

  static @Nullable Double rounded(double value, int decimals) {
    return Double.isFinite(value) ? Double.valueOf(Figures.plain(value, decimals)) : null;
  }

  static @Nullable Double rounded(OptionalDouble value, int decimals) {
    return value.isPresent() ? rounded(value.getAsDouble(), decimals) : null;
  }

  static @Nullable Double seconds(long nanos) {
    return rounded(nanos * 1e-9, 3);
  }

  static @Nullable Double seconds(double seconds) {
    return rounded(seconds, 3);
  }

  static @Nullable Double inUnitOf(Metric metric, double value) {
    return rounded(value, decimals(metric));
  }

  /** Angles and their rates to 0.01°, times and ratios to 0.001. */
  static int decimals(Metric metric) {
    return metric.unit().startsWith("\u00b0") ? 2 : 3;
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Every metric there is, in one order. */
  static void metrics(ObjectNode node, RepMetrics metrics) {
    for (Metric metric : Metric.values()) {
      node.put(metric.key(), rounded(metrics.get(metric), decimals(metric)));
    }
  }

  static void strings(ArrayNode node, List<String> lines) {
    lines.forEach(node::add);
  }
}

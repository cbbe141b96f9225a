package io.flatback.store;

import io.flatback.form.Drift;
import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.RepMetrics;
import io.flatback.lift.RepQuality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a result that stand in one column, as JSON. Metrics go by their keys; a key that this build
 * does not know is passed over. NaN is null.
 */
final class ResultJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultJson() {}

  static String strings(List<String> strings) {
    return JSON.writeValueAsString(strings);
  }

  static List<String> strings(@Nullable String json) {
    List<String> strings = new ArrayList<>();
    if (json != null) {
      JSON.readTree(json).forEach(node -> strings.add(node.stringValue()));
    }
    return strings;
  }

  /** Keys with blanks between, sorted; empty for a clean rep. */
  static String quality(Set<RepQuality> quality) {
    return quality.stream().map(RepQuality::key).collect(Collectors.toCollection(TreeSet::new)).stream()
        .collect(Collectors.joining(" "));
  }

  static Set<RepQuality> quality(String keys) {
    return keys.isEmpty()
        ? Set.of()
        : List.of(keys.split(" ")).stream()
            .map(key -> RepQuality.valueOf(key.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
  }

  static String metrics(RepMetrics metrics) {
    ObjectNode node = JSON.createObjectNode();
    metrics.values().forEach((metric, value) -> node.put(metric.key(), value));
    return node.toString();
  }

  static RepMetrics metrics(String json) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    JSON.readTree(json)
        .forEachEntry((key, value) -> Metric.ofKey(key).ifPresent(metric -> values.put(metric, value.doubleValue())));
    return new RepMetrics(values);
  }

  static String drift(List<Drift> drift) {
    ArrayNode array = JSON.createArrayNode();
    for (Drift d : drift) {
      ObjectNode node = array.addObject().put("metric", d.metric().key()).put("beyond_noise", d.beyondNoise());
      put(node, "slope_per_rep", d.slopePerRep());
      put(node, "total", d.total());
      put(node, "p", d.p());
    }
    return array.toString();
  }

  static List<Drift> drift(String json) {
    List<Drift> drift = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) {
      Metric.ofKey(node.path("metric").stringValue())
          .ifPresent(
              metric ->
                  drift.add(
                      new Drift(
                          metric,
                          number(node, "slope_per_rep"),
                          number(node, "total"),
                          number(node, "p"),
                          node.path("beyond_noise").booleanValue())));
    }
    return drift;
  }

  static String bands(List<NoiseBand> bands) {
    ArrayNode array = JSON.createArrayNode();
    for (NoiseBand b : bands) {
      ObjectNode node = array.addObject().put("metric", b.metric().key()).put("df", b.degreesOfFreedom());
      put(node, "reference", b.reference());
      put(node, "low", b.low());
      put(node, "high", b.high());
      put(node, "sigma", b.sigma());
    }
    return array.toString();
  }

  static List<NoiseBand> bands(String json) {
    List<NoiseBand> bands = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) {
      Metric.ofKey(node.path("metric").stringValue())
          .ifPresent(
              metric ->
                  bands.add(
                      new NoiseBand(
                          metric,
                          number(node, "reference"),
                          number(node, "low"),
                          number(node, "high"),
                          number(node, "sigma"),
                          node.path("df").intValue())));
    }
    return bands;
  }

  private static void put(ObjectNode node, String name, double value) {
    node.put(name, Double.isFinite(value) ? (Double) value : null);
  }

  private static double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? value.doubleValue() : Double.NaN;
  }
}

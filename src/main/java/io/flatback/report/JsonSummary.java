package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.form.summary.PatternFinding;
import io.flatback.form.summary.SetComparison;
import io.flatback.form.summary.SetSummary;
import io.flatback.form.summary.SlowDown;
import io.flatback.form.summary.Suggestion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code set_summary} of a set, in the report and in live events. */
public final class JsonSummary {
  private JsonSummary() {}

  public static ObjectNode tree(SetSummary summary) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("set", summary.set());
    node.put("is_final", summary.over());
    node.put("reps", summary.reps());
    node.put("clean_reps", summary.cleanReps());
    put(node, "slow_down", summary.slowDown().map(JsonSummary::slowDown));
    put(node, "drift", summary.drift().map(JsonSummary::drift));
    node.put(
        "first_rep_outside", summary.firstRepOutside().isPresent() ? summary.firstRepOutside().getAsInt() : null);
    put(node, "set_before", summary.before().map(JsonSummary::comparison));
    put(node, "last_time", summary.lastTime().map(JsonSummary::comparison));
    node.set("pattern", pattern(summary.pattern()));
    put(node, "suggestion", summary.suggestion().map(JsonSummary::suggestion));
    return node;
  }

  private static ObjectNode slowDown(SlowDown slow) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("velocity_loss_by_duration_ratio", JsonValues.rounded(slow.lossRatio(), 4));
    node.put("longer_ratio", JsonValues.rounded(slow.longerRatio(), 4));
    node.put(
        "longer_plus_minus_ratio",
        slow.plusMinus().isPresent() ? JsonValues.rounded(slow.plusMinus().getAsDouble(), 4) : null);
    node.put("first_rep", slow.firstRep());
    node.put("last_rep", slow.lastRep());
    return node;
  }

  private static ObjectNode drift(Drift drift) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("metric", drift.metric().key());
    node.put("total", JsonValues.rounded(drift.total(), 3));
    node.put("p", JsonValues.rounded(drift.p(), 4));
    node.put("beyond_noise", drift.beyondNoise());
    return node;
  }

  private static ObjectNode comparison(SetComparison other) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("set", other.set());
    node.put("reps", other.reps());
    put(node, "slow_down", other.slowDown().map(JsonSummary::slowDown));
    put(node, "start_longer_ratio", other.startLonger().map(JsonSummary::estimate));
    put(node, "posture_shift_deg", other.postureShiftDeg().map(JsonSummary::estimate));
    return node;
  }

  private static ObjectNode estimate(SetComparison.Estimate estimate) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("value", JsonValues.rounded(estimate.value(), 4));
    node.put("plus_minus", JsonValues.rounded(estimate.plusMinus(), 4));
    node.put("beyond_noise", estimate.isBeyondNoise());
    return node;
  }

  private static ObjectNode pattern(PatternFinding found) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    boolean isTold = found.kind() != PatternFinding.Kind.NOT_ENOUGH;
    node.put("kind", found.kind().key());
    node.put("probability", isTold ? JsonValues.rounded(found.probability(), 3) : null);
    node.put("sets", found.sets());
    node.put("text", found.text());
    node.put("look_next", found.lookNext().isEmpty() ? null : found.lookNext());
    node.put("evidence", PatternFinding.EVIDENCE);
    return node;
  }

  private static ObjectNode suggestion(Suggestion suggestion) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", suggestion.kind().key());
    node.put("text", suggestion.text());
    node.put("reason", suggestion.reason());
    node.put("evidence", suggestion.evidence());
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<ObjectNode> value) {
    @Nullable ObjectNode found = value.orElse(null);
    if (found == null) {
      node.putNull(name);
    } else {
      node.set(name, found);
    }
  }
}

package io.flatback.report;

import io.flatback.form.compare.AscentPoint;
import io.flatback.form.compare.CurveShift;
import io.flatback.form.compare.Shift;
import io.flatback.session.compare.ComparedSet;
import io.flatback.session.compare.SetComparison;
import io.flatback.session.compare.SetComparison.Compared;
import io.flatback.session.compare.SetComparison.NotCompared;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code flatback.comparison/1}: what can't be had is null. */
final class ComparisonJson {
  static final String SCHEMA = "flatback.comparison/1";

  private ComparisonJson() {}

  static ObjectNode tree(ComparisonReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("generated_by", "flatback " + report.version());
    ArrayNode nodes = root.putArray("comparisons");
    report.comparisons().forEach(comparison -> comparison(nodes.addObject(), comparison));
    JsonValues.strings(root.putArray("not_compared"), report.without());
    return root;
  }

  static void comparison(ObjectNode node, SetComparison comparison) {
    set(node.putObject("from"), comparison.from());
    set(node.putObject("to"), comparison.to());
    node.put("apart", comparison.apart().key());
    node.put("text", ComparisonWords.sentence(comparison));
    switch (comparison) {
      case Compared compared -> compared(node, compared);
      case NotCompared not -> notCompared(node, not);
    }
  }

  private static void compared(ObjectNode node, Compared compared) {
    node.put("compared", true);
    node.putNull("reason");
    node.put("load", compared.loads().key());
    CurveShift shift = compared.inclination();
    shift(node.putObject("range_of_inclination_deg"), shift.range(), 2);
    ArrayNode points = node.putArray("at_phase");
    for (CurveShift.PointShift point : shift.points()) {
      ObjectNode one = points.addObject();
      one.put("point", point.point().key());
      one.put("phase", point.point().phase());
      if (point.point() == AscentPoint.LOCKOUT) {
        one.putNull("left_to_lockout_deg");
      } else {
        shift(one.putObject("left_to_lockout_deg"), point.left(), 2);
      }
      shift(one.putObject("sagittal_inclination_deg"), point.inclination(), 2);
    }
    node.put("standing_reference_uncertainty_deg", JsonValues.rounded(shift.standingPlusMinusDeg(), 2));
    ObjectNode metrics = node.putObject("metrics");
    compared.metrics().forEach(
        m -> shift(metrics.putObject(m.metric().key()), m.shift(), JsonValues.decimals(m.metric())));
    JsonValues.strings(node.putArray("notes"), ComparisonWords.meaning(compared));
  }

  private static void notCompared(ObjectNode node, NotCompared not) {
    node.put("compared", false);
    node.put("reason", not.reason().key());
    node.putNull("load");
    node.putNull("range_of_inclination_deg");
    node.putArray("at_phase");
    node.putNull("standing_reference_uncertainty_deg");
    node.putObject("metrics");
    node.putArray("notes");
  }

  private static void set(ObjectNode node, ComparedSet compared) {
    node.put("record", compared.record());
    node.put("started_at", compared.startedAt() == null ? null : compared.startedAt().toString());
    node.put("set", compared.set().index());
    node.put("exercise", compared.set().exercise());
    node.put("exercise_guessed", compared.set().exerciseGuessed());
    node.put("load_kg", compared.set().loadKg());
    node.put("reps", compared.set().reps().size());
  }

  private static void shift(ObjectNode node, Shift shift, int decimals) {
    node.put("from", JsonValues.rounded(shift.from().mean(), decimals));
    node.put("to", JsonValues.rounded(shift.to().mean(), decimals));
    node.put("change", JsonValues.rounded(shift.change(), decimals));
    node.put("uncertainty", JsonValues.rounded(shift.plusMinus(), decimals));
    node.put("from_sigma", JsonValues.rounded(shift.from().sigma(), decimals));
    node.put("to_sigma", JsonValues.rounded(shift.to().sigma(), decimals));
    node.put("from_reps", shift.from().reps());
    node.put("to_reps", shift.to().reps());
    node.put("beyond_noise", shift.isBeyondNoise());
  }
}

package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.form.compare.DaysApart;
import io.flatback.form.compare.Loads;
import io.flatback.lift.Metric;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The judging part of the report's JSON: warnings, drift, bands, comparisons, sources. */
final class JsonFindings {
  private JsonFindings() {}

  static void headline(ObjectNode node, Headline headline) {
    node.put("tone", JsonValues.key(headline.tone()));
    node.put("sentence", headline.sentence());
    JsonValues.strings(node.putArray("more"), headline.more());
  }

  static void keyNumbers(ArrayNode nodes, List<KeyNumber> numbers) {
    for (KeyNumber number : numbers) {
      ObjectNode node = nodes.addObject();
      node.put("label", number.label());
      node.put("value", number.value());
      node.put("uncertainty", number.plusMinus());
      node.put("note", number.note());
    }
  }

  static void warnings(ArrayNode nodes, List<Warning> warnings) {
    for (Warning warning : warnings) {
      int decimals = JsonValues.decimals(warning.metric());
      ObjectNode node = nodes.addObject();
      node.put("rep", warning.rep());
      node.put("level", warning.level().key());
      node.put("metric", warning.metric().key());
      node.put("baseline", JsonValues.rounded(warning.baseline(), decimals));
      node.put("value", JsonValues.rounded(warning.value(), decimals));
      node.put("change", JsonValues.rounded(warning.change(), decimals));
      node.put("limit", JsonValues.rounded(warning.limit(), decimals));
      node.put("rule", warning.rule());
      node.put("text", warning.text());
      node.put("evidence", warning.evidence());
    }
  }

  static void drift(ArrayNode nodes, List<Drift> drifts) {
    for (Drift drift : drifts) {
      ObjectNode node = nodes.addObject();
      node.put("metric", drift.metric().key());
      node.put("slope_per_rep", JsonValues.rounded(drift.slopePerRep(), JsonValues.decimals(drift.metric()) + 1));
      node.put("total", JsonValues.inUnitOf(drift.metric(), drift.total()));
      node.put("p", JsonValues.rounded(drift.p(), 4));
      node.put("beyond_noise", drift.beyondNoise());
    }
  }

  static void bands(ArrayNode nodes, List<NoiseBand> bands) {
    for (NoiseBand band : bands) {
      ObjectNode node = nodes.addObject();
      node.put("metric", band.metric().key());
      node.put("reference", JsonValues.inUnitOf(band.metric(), band.reference()));
      node.put("low", JsonValues.inUnitOf(band.metric(), band.low()));
      node.put("high", JsonValues.inUnitOf(band.metric(), band.high()));
      node.put("sigma", JsonValues.rounded(band.sigma(), 4));
      node.put("degrees_of_freedom", band.degreesOfFreedom());
    }
  }

  static void betweenSets(ArrayNode nodes, List<BetweenSets> comparisons) {
    for (BetweenSets comparison : comparisons) {
      int decimals = JsonValues.decimals(comparison.metric());
      ObjectNode node = nodes.addObject();
      node.put("metric", comparison.metric().key());
      node.put("from_set", comparison.fromSet().index());
      node.put("to_set", comparison.toSet().index());
      node.put("from", JsonValues.rounded(comparison.from(), decimals));
      node.put("to", JsonValues.rounded(comparison.to(), decimals));
      node.put("change", JsonValues.rounded(comparison.change(), decimals));
      node.put("uncertainty", JsonValues.rounded(comparison.plusMinus(), decimals));
      node.put("beyond_noise", comparison.plusMinus().isPresent() ? comparison.beyondNoise() : null);
      node.put("load_differs", comparison.loads() == Loads.UNKNOWN ? null : comparison.loads() == Loads.DIFFERENT);
    }
  }

  static void acrossSets(ArrayNode nodes, List<AcrossSets> trends) {
    for (AcrossSets trend : trends) {
      int decimals = JsonValues.decimals(trend.metric());
      ObjectNode node = nodes.addObject();
      node.put("metric", trend.metric().key());
      node.put("exercise", trend.exercise());
      node.put("load_kg", trend.loadKg());
      ArrayNode sets = node.putArray("sets");
      trend.sets().forEach(sets::add);
      node.put("slope_per_set", JsonValues.rounded(trend.slopePerSet(), decimals + 1));
      node.put("total", JsonValues.rounded(trend.total(), decimals));
      node.put("uncertainty", JsonValues.rounded(trend.plusMinus(), decimals));
      node.put("beyond_noise", trend.plusMinus().isPresent() ? trend.beyondNoise() : null);
    }
  }

  static void betweenSessions(ArrayNode nodes, List<BetweenSessions> exercises) {
    for (BetweenSessions exercise : exercises) {
      ObjectNode node = nodes.addObject();
      node.put("exercise", exercise.exercise());
      node.put("load_kg", exercise.loadKg());
      node.put("posture_metric", exercise.posture().key());
      node.put("not_told_apart_below_deg", DaysApart.LOW_DEG);
      node.put("told_apart_from_deg", DaysApart.HIGH_DEG);
      ArrayNode sessions = node.putArray("sessions");
      exercise.points().forEach(point -> session(sessions.addObject(), point, exercise.posture()));
    }
  }

  private static void session(ObjectNode node, SessionPoint point, Metric posture) {
    node.put("session_id", point.session().isEmpty() ? null : point.session());
    node.put("started_at", point.startedAt() == null ? null : point.startedAt().toString());
    node.put("reps", point.reps());
    node.put(posture.key(), JsonValues.rounded(point.postureDeg(), 2));
    node.put("sigma_deg", JsonValues.rounded(point.sigmaDeg(), 2));
    node.put(Metric.RANGE_OF_MOTION_DEG.key(), JsonValues.rounded(point.rangeDeg(), 2));
    node.put(Metric.CONCENTRIC_DURATION_S.key(), JsonValues.rounded(point.pullSeconds(), 3));
    node.put("drift_deg", JsonValues.rounded(point.driftDeg(), 2));
    node.put("first_rep_outside", point.firstOutside().isPresent() ? point.firstOutside().getAsInt() : null);
  }

  static void notMeasured(ArrayNode nodes, List<NotMeasured> missing) {
    for (NotMeasured one : missing) {
      ObjectNode node = nodes.addObject();
      node.put("what", one.what());
      node.put("reason", one.reason());
      ArrayNode metrics = node.putArray("metrics");
      one.metrics().stream().sorted().forEach(metric -> metrics.add(metric.key()));
    }
  }

  static void sources(ArrayNode nodes, List<CitedSource> sources) {
    for (CitedSource source : sources) {
      ObjectNode node = nodes.addObject();
      node.put("key", source.key());
      node.put("citation", source.citation());
      node.put("link", source.link());
      node.put("replaced_by", source.replacedBy());
    }
  }
}

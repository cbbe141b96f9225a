package io.flatback.evaluate;

import io.flatback.form.compare.Shift;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All results as JSON; what is not there is null. */
final class EvaluationJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private EvaluationJson() {}

  static String of(EvaluationReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", "flatback.evaluation/2");
    ArrayNode recordings = root.putArray("recordings");
    report.cases().forEach(result -> recording(recordings.addObject(), result));
    ArrayNode pairs = root.putArray("pairs");
    report.pairs().forEach(pair -> pair(pairs.addObject(), pair));
    ObjectNode population = root.putObject("population");
    population.put("lifters_of_each_scenario", report.seeds());
    ArrayNode scenarios = population.putArray("scenarios");
    report.population().forEach(scenario -> scenario(scenarios.addObject(), scenario));
    ArrayNode bars = root.putArray("bars");
    for (Bar bar : Bars.of(report)) {
      ObjectNode node = bars.addObject();
      node.put("on", bar.on());
      node.put("must_be", bar.mustBe());
      node.put("is", bar.found());
      node.put("verdict", bar.verdict().text());
    }
    return root.toPrettyString().replace("\r\n", "\n");
  }

  private static void pair(ObjectNode node, PairResult pair) {
    node.put("who", pair.who());
    node.put("worn_well", pair.wornWell());
    number(node, "range_shift_deg", pair.shift().map(Shift::change).orElse(Double.NaN));
    number(node, "uncertainty_deg", pair.shift().map(Shift::plusMinus).orElse(Double.NaN));
    node.put("right", pair.isRight());
  }

  private static void recording(ObjectNode node, CaseResult result) {
    node.put("kind", result.kind().name().toLowerCase(Locale.ROOT));
    node.put("folder", result.folder());
    node.put("name", result.name());
    result.followsBackRight().ifPresent(right -> node.put("follows_back_right", right));
    if (!result.orientation().isEmpty()) {
      angle(node.putObject("up_direction"), result.orientation());
    }
    lifts(node, result.lift().counts(), result.lift().liveCounts(), List.of(result.lift()));
    result
        .movements()
        .ifPresent(
            m -> {
              ObjectNode movements = node.putObject("movements");
              movements.put("signs_right", m.signsRight());
              ObjectNode found = movements.putObject("found");
              m.score().found().forEach(found::put);
              ObjectNode expected = movements.putObject("expected");
              m.score().expected().forEach(expected::put);
            });
    ObjectNode remounted = node.putObject("remounted");
    remounted.put("rotations", result.remounting().rotations());
    remounted.put("other_counts", result.remounting().otherCounts());
    remounted.put("worst_deg", result.remounting().worstDeg());
    node.put("repeatable", result.repeatable());
  }

  private static void scenario(ObjectNode node, ScenarioResult scenario) {
    node.put("scenario", scenario.scenario());
    node.put("shows", scenario.shows());
    node.put("group", scenario.group().name().toLowerCase(Locale.ROOT));
    node.put("said_loose", scenario.saidLoose());
    boolean counted = scenario.group() != ScenarioResult.Group.LOOSE;
    List<LiftResult> lifts = scenario.lifts();
    lifts(
        node,
        counted ? Optional.of(scenario.counts()) : Optional.empty(),
        counted ? Optional.of(LiftResult.liveCounts(lifts)) : Optional.empty(),
        lifts);
    if (counted) {
      counts(node.putObject("at_25_hz"), scenario.slow());
      counts(node.putObject("without_gyro"), scenario.withoutGyro());
    }
    ArrayNode missed = node.putArray("missed_seeds");
    scenario.missedSeeds().forEach(missed::add);
  }

  private static void lifts(
      ObjectNode node, Optional<CountScore> counts, Optional<CountScore> live, List<LiftResult> lifts) {
    counts.ifPresent(c -> counts(node.putObject("reps"), c));
    live.ifPresent(c -> counts(node.putObject("live_reps"), c));
    angle(node.putObject("sagittal_inclination"), LiftResult.inclination(lifts));
    angle(node.putObject("lumbar_flexion"), LiftResult.flexion(lifts));
    ObjectNode timing = node.putObject("timing_s");
    TimingErrors errors = LiftResult.timing(lifts);
    for (RepMoment moment : RepMoment.values()) {
      errors(timing.putObject(moment.key()), errors.of(moment));
    }
    Lags lags = LiftResult.lags(lifts);
    ObjectNode lag = node.putObject("lag_s");
    errors(lag.putObject("not_in_doubt"), lags.atOnce());
    errors(lag.putObject("in_doubt_shown"), lags.inDoubt());
    errors(lag.putObject("in_doubt_completed"), lags.confirmed());
    errors(lag.putObject("while_finding_the_mounting"), lags.whileMounting());
    alarms(node.putObject("not_lifting"), LiftResult.alarms(lifts));
  }

  private static void counts(ObjectNode node, CountScore counts) {
    node.put("found", counts.found());
    node.put("matched", counts.matched());
    node.put("expected", counts.expected());
    node.put("precision", counts.precision());
    node.put("recall", counts.recall());
    node.put("f1", counts.f1());
    node.put("exact", counts.isExact());
  }

  private static void angle(ObjectNode node, AngleScore score) {
    number(node, "rmse_deg", score.rmseDeg());
    number(node, "worst_deg", score.isEmpty() ? Double.NaN : score.worstDeg());
    node.put("samples", score.samples());
    number(node, "peak_median_deg", score.peaksDeg().median());
    number(node, "peak_worst_deg", score.peaksDeg().worst());
  }

  private static void errors(ObjectNode node, Errors errors) {
    node.put("reps", errors.count());
    number(node, "median", errors.median());
    number(node, "percentile_95", errors.percentile95());
    number(node, "worst", errors.worst());
  }

  private static void alarms(ObjectNode node, Alarms alarms) {
    node.put("hours", alarms.hours());
    node.put("reps", alarms.reps());
    node.put("live_reps", alarms.liveReps());
    node.put("provisional_reps", alarms.provisional());
    node.put("warnings", alarms.warnings());
    number(node, "per_hour", alarms.perHour());
  }

  private static void number(ObjectNode node, String name, double value) {
    node.put(name, Double.isNaN(value) ? null : (Double) value);
  }
}

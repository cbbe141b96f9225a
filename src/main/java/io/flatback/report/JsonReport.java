package io.flatback.report;

import io.flatback.lift.RejectedCandidate;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.SensorFacts;
import io.flatback.session.SessionResult.SensorMounting;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code flatback.report/1}: the report for machines, as the contracts have it and somewhat more.
 *
 * <p>Nothing in it depends on where the record came from but {@code session_id}, {@code started_at} and what is
 * said of the sessions before, {@code since_last_time} and {@code between_sessions}; so a session's report and that of
 * its record differ in these at most. Who lifted and what a file is called
 * are therefore not in it.
 */
public final class JsonReport {
  static final String SCHEMA = "flatback.report/1";
  private static final ObjectWriter WRITER = new JsonMapper().writer().with(printer());

  private JsonReport() {}

  public static String render(ReportModel model) {
    return written(tree(model));
  }

  static String written(ObjectNode tree) {
    return WRITER.writeValueAsString(tree) + "\n";
  }

  /** The same as a tree, for whoever puts it into a larger answer. */
  public static ObjectNode tree(ReportModel model) {
    SessionResult result = model.result();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("generated_by", "flatback " + model.context().version());
    root.put("session_id", model.context().sessionId());
    root.put("started_at", model.context().startedAt() == null ? null : model.context().startedAt().toString());
    recording(root.putObject("recording"), result.recording());
    root.put("mode", JsonValues.key(result.mode()));
    mounting(root.putObject("mounting"), result.mounting());
    JsonFindings.headline(root.putObject("headline"), model.headline());
    JsonFindings.keyNumbers(root.putArray("key_numbers"), model.keyNumbers());
    ArrayNode sets = root.putArray("sets");
    model.sets().forEach(set -> set(sets.addObject(), set));
    JsonFindings.betweenSets(root.putArray("between_sets"), model.betweenSets());
    JsonFindings.acrossSets(root.putArray("across_sets"), model.acrossSets());
    ArrayNode since = root.putArray("since_last_time");
    model.sinceLastTime().forEach(one -> ComparisonJson.comparison(since.addObject(), one));
    JsonFindings.betweenSessions(root.putArray("between_sessions"), model.betweenSessions());
    JsonFindings.notMeasured(root.putArray("not_measured"), model.notMeasured());
    JsonFindings.sources(root.putArray("evidence"), model.sources());
    JsonValues.strings(root.putArray("notes"), result.notes());
    return root;
  }

  private static void recording(ObjectNode node, SessionResult.RecordingFacts facts) {
    node.put("duration_s", JsonValues.seconds(facts.durationSeconds()));
    ArrayNode sensors = node.putArray("sensors");
    for (SensorFacts seen : facts.sensors()) {
      ObjectNode sensor = sensors.addObject();
      sensor.put("placement", seen.placement().key());
      sensor.put("rate_hz", JsonValues.rounded(seen.rateHz(), 2));
      sensor.put("has_gyro", seen.hasGyro());
      sensor.put("samples", seen.samples());
      sensor.put("gaps", seen.gaps());
      sensor.put("missing_s", JsonValues.seconds(seen.missingSeconds()));
    }
  }

  private static void mounting(ObjectNode node, SessionResult.MountingFacts facts) {
    node.put("confidence", JsonValues.rounded(facts.confidence(), 3));
    node.put("follows_back", facts.followsBack());
    ObjectNode sensors = node.putObject("sensors");
    for (var entry : new TreeMap<Placement, SensorMounting>(facts.sensors()).entrySet()) {
      ObjectNode sensor = sensors.putObject(entry.getKey().key());
      sensor.put("confidence", JsonValues.rounded(entry.getValue().confidence(), 3));
      sensor.put("follows_back", entry.getValue().followsBack());
    }
    JsonValues.strings(node.putArray("notes"), facts.notes());
  }

  private static void set(ObjectNode node, SetReport report) {
    WorkSet set = report.set();
    node.put("index", set.index());
    node.put("exercise", set.exercise());
    node.put("exercise_guessed", set.exerciseGuessed());
    node.put("start_s", JsonValues.seconds(set.startNanos()));
    node.put("end_s", JsonValues.seconds(set.endNanos()));
    node.put("load_kg", set.loadKg() == null ? null : JsonValues.rounded(set.loadKg(), 3));
    node.put("summary", report.summary());
    node.put("first_rep_outside", report.firstOutside().isPresent() ? report.firstOutside().getAsInt() : null);
    node.set("set_summary", JsonSummary.tree(report.told()));
    ArrayNode reps = node.putArray("reps");
    report.reps().forEach(line -> rep(reps.addObject(), line));
    ArrayNode rejected = node.putArray("rejected");
    set.rejected().forEach(candidate -> rejected(rejected.addObject(), candidate));
    JsonFindings.warnings(node.putArray("warnings"), set.warnings());
    JsonFindings.drift(node.putArray("drift"), set.drift());
    JsonFindings.bands(node.putArray("bands"), set.bands());
  }

  private static void rep(ObjectNode node, RepLine line) {
    Rep rep = line.rep();
    node.put("index", rep.index());
    node.put("start_s", JsonValues.seconds(rep.startNanos()));
    node.put("bottom_s", JsonValues.seconds(rep.bottomNanos()));
    node.put("ascent_onset_s", JsonValues.seconds(rep.ascentOnsetNanos()));
    node.put("upright_s", JsonValues.seconds(rep.uprightNanos()));
    node.put("lockout_s", JsonValues.seconds(rep.lockoutNanos()));
    node.put("end_s", JsonValues.seconds(rep.endNanos()));
    node.put("state", line.state().key());
    ArrayNode quality = node.putArray("quality");
    rep.quality().stream().sorted().forEach(reason -> quality.add(reason.key()));
    JsonValues.metrics(node.putObject("metrics"), rep.metrics());
  }

  private static void rejected(ObjectNode node, RejectedCandidate candidate) {
    node.put("start_s", JsonValues.seconds(candidate.startNanos()));
    node.put("end_s", JsonValues.seconds(candidate.endNanos()));
    node.put("reason", candidate.reason().key());
  }

  private static DefaultPrettyPrinter printer() {
    return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }
}

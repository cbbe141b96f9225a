package io.flatback.sim;

import io.flatback.sim.Truth.Change;
import io.flatback.sim.Truth.OtherMove;
import io.flatback.sim.Truth.RepTruth;
import io.flatback.sim.Truth.SetTruth;
import io.flatback.signal.Placement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Truth as JSON, in the shape that the recordings to measure against use: {@code completed_ascents}, {@code
 * bottoms_s} and {@code reps} with times and angles. The same truth gives the same bytes.
 */
public final class TruthWriter {
  private static final JsonMapper MAPPER = new JsonMapper();

  private TruthWriter() {}

  public static String toJson(Truth truth) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("note", truth.shows());
    root.put("scenario", truth.scenario());
    root.put("seed", truth.seed());
    root.put("exercise", truth.exercise());
    ArrayNode placements = root.putArray("placements");
    truth.placements().stream().map(Placement::key).forEach(placements::add);
    root.put("rate_hz", truth.rateHz());
    put(root, "duration_s", truth.durationSeconds(), 3);
    root.put("sensor_worn_well", truth.wornWell());
    root.put("completed_ascents", truth.completedAscents());
    ArrayNode bottoms = root.putArray("bottoms_s");
    truth.reps().forEach(rep -> bottoms.add(rounded(rep.bottomSeconds(), 3)));
    put(root, "bottom_tolerance_s", bottomToleranceSeconds(truth), 1);
    ArrayNode sets = root.putArray("sets");
    truth.sets().forEach(set -> add(sets.addObject(), set));
    ArrayNode reps = root.putArray("reps");
    int number = 0;
    for (RepTruth rep : truth.reps()) {
      add(reps.addObject(), ++number, rep);
    }
    ArrayNode notReps = root.putArray("not_reps");
    truth.notReps().forEach(move -> add(notReps.addObject(), move));
    ArrayNode changes = root.putArray("changes");
    truth.changes().forEach(change -> add(changes.addObject(), change));
    return root.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  /** Anywhere on the longest bottom, and a little beyond. */
  private static double bottomToleranceSeconds(Truth truth) {
    return 0.3 + truth.reps().stream().mapToDouble(RepTruth::bottomLastsSeconds).max().orElse(0) / 2;
  }

  private static void add(ObjectNode node, SetTruth set) {
    node.put("set", set.index());
    node.put("exercise", set.exercise());
    node.put("load_kg", set.loadKg());
    put(node, "start_s", set.startSeconds(), 3);
    put(node, "end_s", set.endSeconds(), 3);
    node.put("completed_ascents", set.reps());
  }

  private static void add(ObjectNode node, int number, RepTruth rep) {
    node.put("rep", number);
    node.put("set", rep.set());
    node.put("rep_in_set", rep.index());
    put(node, "start_s", rep.startSeconds(), 3);
    put(node, "bottom_s", rep.bottomSeconds(), 3);
    put(node, "bottom_lasts_s", rep.bottomLastsSeconds(), 3);
    put(node, "ascent_onset_s", rep.ascentOnsetSeconds(), 3);
    put(node, "lockout_s", rep.lockoutSeconds(), 3);
    put(node, "end_s", rep.endSeconds(), 3);
    put(node, "concentric_duration_s", rep.concentricSeconds(), 3);
    node.put("partial", rep.partial());
    put(node, "trunk_pitch_at_onset_deg", rep.angles().trunkPitchAtOnsetDeg(), 2);
    put(node, "lumbar_flex_at_onset_deg", rep.angles().lumbarFlexionAtOnsetDeg(), 2);
    put(node, "peak_trunk_pitch_deg", rep.angles().peakTrunkPitchDeg(), 2);
    put(node, "peak_pelvis_pitch_deg", rep.angles().peakPelvisPitchDeg(), 2);
    put(node, "peak_lumbar_flex_deg", rep.angles().peakLumbarFlexionDeg(), 2);
    put(node, "t_peak_trunk_s", rep.angles().peakTrunkSeconds(), 3);
  }

  private static void add(ObjectNode node, OtherMove move) {
    node.put("set", move.set());
    put(node, "start_s", move.startSeconds(), 3);
    put(node, "end_s", move.endSeconds(), 3);
    node.put("reason", move.reason().key());
  }

  private static void add(ObjectNode node, Change change) {
    node.put("set", change.set());
    node.put("from_rep", change.fromRep());
    node.put("metric", change.metric());
    put(node, "change", change.amount(), 3);
  }

  private static void put(ObjectNode node, String name, double value, int decimals) {
    node.put(name, rounded(value, decimals));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}

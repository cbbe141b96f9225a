package io.flatback.evaluate;

import io.flatback.sim.Truth;
import io.flatback.sim.Truth.RepTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What the truth says of reps.
 *
 * @param count completed ascents; empty where the truth does not say
 * @param reps one for each of them, where their times are known
 * @param wornWell false where the sensor did not follow the back
 * @param simulated the lifter does not exist
 */
record TrueReps(OptionalInt count, List<TrueRep> reps, boolean wornWell, boolean simulated) {
  /** Nobody counted. */
  static final TrueReps UNKNOWN = new TrueReps(OptionalInt.empty(), List.of(), true, false);

  private static final double USUAL_TOLERANCE_SECONDS = 0.6;

  TrueReps {
    reps = List.copyOf(reps);
  }

  /** A {@code .truth.json}: reps with their beginning and end, or bottoms with a tolerance, or just a count. */
  static TrueReps read(Path path) throws IOException {
    JsonNode json = new ObjectMapper().readTree(path.toFile());
    List<TrueRep> reps = json.has("reps") ? reps(json) : bottoms(json);
    OptionalInt count = OptionalInt.empty();
    if (json.has("completed_ascents")) {
      count = OptionalInt.of(json.required("completed_ascents").asInt());
    } else if (!reps.isEmpty()) {
      count = OptionalInt.of(reps.size());
    }
    return new TrueReps(
        count,
        reps,
        json.path("sensor_worn_well").asBoolean(true),
        json.has("scenario"));
  }

  private static List<TrueRep> bottoms(JsonNode json) {
    double tolerance = json.path("bottom_tolerance_s").asDouble(USUAL_TOLERANCE_SECONDS);
    List<TrueRep> reps = new ArrayList<>();
    for (JsonNode bottom : json.path("bottoms_s")) {
      Span seen = Span.at(bottom.asDouble());
      reps.add(new TrueRep(Span.around(bottom.asDouble(), tolerance), Map.of(RepMoment.BOTTOM, seen)));
    }
    return reps;
  }

  private static List<TrueRep> reps(JsonNode json) {
    List<TrueRep> reps = new ArrayList<>();
    for (JsonNode rep : json.path("reps")) {
      double start = rep.required("start_s").asDouble();
      double end = rep.path("lockout_s").asDouble(rep.required("end_s").asDouble());
      Map<RepMoment, Span> moments = new EnumMap<>(RepMoment.class);
      if (rep.has("lockout_s")) {
        moments.put(RepMoment.START, Span.at(start));
        moments.put(
            RepMoment.BOTTOM, Span.around(rep.path("bottom_s").asDouble(), rep.path("bottom_lasts_s").asDouble() / 2));
        moments.put(RepMoment.ASCENT_ONSET, Span.at(rep.path("ascent_onset_s").asDouble()));
        moments.put(RepMoment.LOCKOUT, Span.at(end));
        moments.put(RepMoment.END, Span.at(rep.required("end_s").asDouble()));
      }
      reps.add(new TrueRep(new Span(start, end), moments));
    }
    return reps;
  }

  /** @param followsBack whether the sensor followed the back throughout, be it that it slid once */
  static TrueReps of(Truth truth, boolean followsBack) {
    List<TrueRep> reps = truth.reps().stream().map(TrueReps::rep).toList();
    return new TrueReps(OptionalInt.of(reps.size()), reps, followsBack, true);
  }

  private static TrueRep rep(RepTruth rep) {
    Map<RepMoment, Span> moments = new EnumMap<>(RepMoment.class);
    moments.put(RepMoment.START, Span.at(rep.startSeconds()));
    moments.put(RepMoment.BOTTOM, Span.around(rep.bottomSeconds(), rep.bottomLastsSeconds() / 2));
    moments.put(RepMoment.ASCENT_ONSET, Span.at(rep.ascentOnsetSeconds()));
    moments.put(RepMoment.UPRIGHT, Span.at(rep.uprightSeconds()));
    moments.put(RepMoment.LOCKOUT, Span.at(rep.lockoutSeconds()));
    moments.put(RepMoment.END, Span.at(rep.endSeconds()));
    return new TrueRep(new Span(rep.startSeconds(), rep.lockoutSeconds()), moments);
  }

  TrueReps withReps(List<TrueRep> other) {
    return new TrueReps(count, other, wornWell, simulated);
  }
}

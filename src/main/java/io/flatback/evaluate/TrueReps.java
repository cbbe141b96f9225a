package io.flatback.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What a {@code .truth.json} says of reps.
 *
 * @param count completed ascents; empty where the truth does not say
 * @param reps one for each of them, where their times are known
 * @param wornWell false where the sensor did not follow the back
 */
record TrueReps(OptionalInt count, List<TrueRep> reps, boolean wornWell) {

  /**
   * A rep's bottom lies between the two.
   *
   * @param bottomFromSeconds earliest time that is still right
   * @param bottomToSeconds latest
   */
  record TrueRep(double bottomFromSeconds, double bottomToSeconds) {}

  static TrueReps read(Path path) throws IOException {
    JsonNode json = new ObjectMapper().readTree(path.toFile());
    List<TrueRep> reps = new ArrayList<>();
    double tolerance = json.path("bottom_tolerance_s").asDouble(0.6);
    for (JsonNode bottom : json.path("bottoms_s")) {
      reps.add(new TrueRep(bottom.asDouble() - tolerance, bottom.asDouble() + tolerance));
    }
    for (JsonNode rep : json.path("reps")) {
      reps.add(new TrueRep(rep.required("start_s").asDouble(), rep.required("end_s").asDouble()));
    }
    OptionalInt count = OptionalInt.empty();
    if (json.has("completed_ascents")) {
      count = OptionalInt.of(json.required("completed_ascents").asInt());
    } else if (!reps.isEmpty()) {
      count = OptionalInt.of(reps.size());
    }
    return new TrueReps(count, reps, json.path("sensor_worn_well").asBoolean(true));
  }
}

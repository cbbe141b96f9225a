package io.flatback.lift;

import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The exercises this build knows, from {@code exercises/*.json}. */
public final class ExerciseProfiles {
  private static final List<String> NAMES =
      List.of(
          "deadlift", "sumo_deadlift", "romanian_deadlift", "deficit_deadlift", "paused_deadlift", "squat");

  private ExerciseProfiles() {}

  public static List<String> names() {
    return NAMES;
  }

  /** @throws IllegalArgumentException naming the exercises there are */
  public static ExerciseProfile of(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("exercise '" + name + "', expected one of " + String.join(", ", NAMES));
    }
    return read("/exercises/" + name + ".json");
  }

  private static ExerciseProfile read(String resource) {
    try (InputStream in = ExerciseProfiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from this build");
      }
      JsonNode json = new ObjectMapper().readTree(in);
      return new ExerciseProfile(
          json.required("name").asString(),
          json.required("title").asString(),
          json.required("standing_band_deg").asDouble(),
          json.required("least_range_deg").asDouble(),
          json.required("top_share").asDouble(),
          json.required("least_duration_s").asDouble(),
          json.required("set_rest_s").asDouble(),
          json.required("longest_bent_s").asDouble());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

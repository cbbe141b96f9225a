package io.flatback.lift;

import java.io.InputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The exercises this build knows, from {@code exercises/*.json}. */
public final class ExerciseProfiles {
  private static final List<String> NAMES =
      List.of(
          "deadlift", "sumo_deadlift", "romanian_deadlift", "deficit_deadlift", "paused_deadlift", "squat");

  private static final Map<String, ExerciseProfile> BY_NAME = byName();

  private ExerciseProfiles() {}

  private static Map<String, ExerciseProfile> byName() {
    Map<String, ExerciseProfile> profiles = new HashMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String name : NAMES) {
      profiles.put(name, read(mapper, "/exercises/" + name + ".json"));
    }
    return Map.copyOf(profiles);
  }

  public static List<String> names() {
    return NAMES;
  }

  /** @throws IllegalArgumentException naming the exercises there are */
  public static ExerciseProfile of(String name) {
    ExerciseProfile profile = BY_NAME.get(name);
    if (profile == null) {
      throw new IllegalArgumentException("exercise '" + name + "', expected one of " + String.join(", ", NAMES));
    }
    return profile;
  }

  private static ExerciseProfile read(ObjectMapper mapper, String resource) {
    try (InputStream in = ExerciseProfiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from this build");
      }
      JsonNode json = mapper.readTree(in);
      return new ExerciseProfile(
          json.required("name").asString(),
          json.required("title").asString(),
          RepWords.valueOf(json.required("words").asString().toUpperCase(Locale.ROOT)),
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

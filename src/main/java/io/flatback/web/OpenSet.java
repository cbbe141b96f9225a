package io.flatback.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The set that goes on, as a page opened now must show it. */
final class OpenSet {
  private final int index;
  private final @Nullable String exercise;
  private final boolean exerciseGuessed;
  private final @Nullable Double startS;
  private final Map<Integer, JsonNode> reps = new TreeMap<>();
  private final List<JsonNode> rejected = new ArrayList<>();
  private final List<JsonNode> warnings = new ArrayList<>();
  private JsonNode bands = Json.MAPPER.createArrayNode();
  private @Nullable JsonNode summary;
  private boolean repStarted;

  OpenSet(LivePayload.SetBegan began) {
    this(began.set(), began.exercise(), began.exerciseGuessed(), began.tS());
  }

  private OpenSet(int index, @Nullable String exercise, boolean exerciseGuessed, @Nullable Double startS) {
    this.index = index;
    this.exercise = exercise;
    this.exerciseGuessed = exerciseGuessed;
    this.startS = startS;
  }

  static OpenSet unseen(int index) {
    return new OpenSet(index, null, true, null);
  }

  /**
   * @param repStarted a movement goes on that may become a rep
   * @param reps the report's, each with {@code state} provisional or completed
   * @param bands the report's list, empty until the first good reps are there
   * @param setSummary the report's, of what is known so far; null before the first rep is sure
   * @param rejected the report's, each with the {@code rep} that had been shown, or null
   */
  record Shown(
      int set,
      @Nullable String exercise,
      boolean exerciseGuessed,
      @Nullable Double startS,
      boolean repStarted,
      List<JsonNode> reps,
      List<JsonNode> rejected,
      List<JsonNode> warnings,
      JsonNode bands,
      @Nullable JsonNode setSummary) {}

  Shown shown() {
    return new Shown(
        index,
        exercise,
        exerciseGuessed,
        startS,
        repStarted,
        List.copyOf(reps.values()),
        List.copyOf(rejected),
        List.copyOf(warnings),
        bands,
        summary);
  }

  int index() {
    return index;
  }

  void began() {
    repStarted = true;
  }

  void seen(int rep, JsonNode detail) {
    repStarted = false;
    reps.put(rep, withState(detail, "provisional"));
  }

  void done(int rep, JsonNode detail) {
    repStarted = false;
    reps.put(rep, withState(detail, "completed"));
  }

  void takenBack(@Nullable Integer rep, JsonNode detail) {
    repStarted = false;
    if (rep != null) {
      reps.remove(rep);
    }
    ObjectNode candidate = Json.MAPPER.createObjectNode().put("rep", rep);
    if (detail instanceof ObjectNode fields) {
      candidate.setAll(fields);
    }
    rejected.add(candidate);
  }

  void learnt(JsonNode detail) {
    bands = detail;
  }

  void summarised(JsonNode detail) {
    summary = detail;
  }

  void raised(JsonNode detail) {
    warnings.add(detail);
  }

  private static JsonNode withState(JsonNode detail, String state) {
    ObjectNode rep = Json.MAPPER.createObjectNode().put("state", state);
    if (detail instanceof ObjectNode fields) {
      rep.setAll(fields);
    }
    return rep;
  }
}

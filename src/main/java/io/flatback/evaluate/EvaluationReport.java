package io.flatback.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All results, told as a table or as JSON.
 *
 * @param cases recordings with truth, in order
 * @param population simulated scenarios; empty when none was asked for
 */
public record EvaluationReport(List<CaseResult> cases, List<Population.ScenarioResult> population) {

  public EvaluationReport {
    cases = List.copyOf(cases);
    population = List.copyOf(population);
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%-30s %9s %7s %8s %10s %9s %9s %9s%n",
            "recording", "reps", "F1", "follows", "up RMSE", "incl.", "flexion", "not lift."));
    String folder = "";
    for (CaseResult result : cases) {
      if (!result.folder().equals(folder)) {
        folder = result.folder();
        text.append(folder).append('\n');
      }
      text.append(line(result));
    }
    if (!population.isEmpty()) {
      text.append(String.format(Locale.ROOT, "%nsimulated population%n"));
      population.forEach(scenario -> text.append(scenario.line()));
    }
    return text.toString();
  }

  private static String line(CaseResult r) {
    return String.format(
        Locale.ROOT,
        "  %-28s %9s %7s %8s %10s %9s %9s %9s%n",
        shorten(r.name()),
        r.counts().map(c -> c.found() + " of " + c.expected()).orElse("–"),
        r.counts().map(c -> String.format(Locale.ROOT, "%.3f", c.f1())).orElse("–"),
        r.followsBackRight().map(right -> right ? "right" : "wrong").orElse("–"),
        degrees(r.orientation()),
        degrees(r.inclination()),
        degrees(r.flexion()),
        r.repsWhileNotLifting().map(String::valueOf).orElse("–"));
  }

  private static String shorten(String name) {
    return name.length() <= 28 ? name : name.substring(0, 27) + "…";
  }

  private static String degrees(Optional<AngleScore> score) {
    return score.map(s -> String.format(Locale.ROOT, "%.3f°", s.rmseDeg())).orElse("–");
  }

  public String json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "flatback.evaluation/1");
    var list = root.putArray("recordings");
    for (CaseResult result : cases) {
      list.add(json(mapper, result));
    }
    var scenarios = root.putArray("population");
    for (Population.ScenarioResult scenario : population) {
      scenarios.add(scenario.json(mapper));
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static ObjectNode json(ObjectMapper mapper, CaseResult result) {
    ObjectNode node = mapper.createObjectNode();
    node.put("folder", result.folder());
    node.put("name", result.name());
    result.counts().ifPresent(counts -> counts(node, counts));
    result.followsBackRight().ifPresent(right -> node.put("follows_back_right", right));
    angle(node, "up_direction", result.orientation());
    angle(node, "sagittal_inclination", result.inclination());
    angle(node, "lumbar_flexion", result.flexion());
    result.repsWhileNotLifting().ifPresent(count -> node.put("reps_while_not_lifting", count));
    return node;
  }

  static void counts(ObjectNode node, CountScore counts) {
    node.put("reps_found", counts.found());
    node.put("reps_matched", counts.matched());
    node.put("reps_expected", counts.expected());
    node.put("f1", counts.f1());
    node.put("exact", counts.isExact());
  }

  private static void angle(ObjectNode node, String name, Optional<AngleScore> score) {
    score.ifPresent(
        s -> {
          node.put(name + "_rmse_deg", s.rmseDeg());
          node.put(name + "_worst_deg", s.worstDeg());
        });
  }

  /** Totals of the counts, by folder. */
  public Map<String, CountScore> totals() {
    Map<String, CountScore> totals = new TreeMap<>();
    for (CaseResult result : cases) {
      result.counts().ifPresent(counts -> totals.merge(result.folder(), counts, CountScore::plus));
    }
    return totals;
  }
}

package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.Table;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the simulation found, as text, JSON or a page. Nothing in it differs from one run to the next. */
public record AlarmReport(int sets, int ruleSets, List<Bar> bars, List<Table> tables) {
  private static final JsonMapper MAPPER = new JsonMapper();

  public AlarmReport {
    bars = List.copyOf(bars);
    tables = List.copyOf(tables);
  }

  public String text() {
    StringBuilder text = new StringBuilder("What was promised\n");
    bars.forEach(bar -> text.append(bar.text()));
    tables.forEach(table -> text.append('\n').append(table.text()));
    return text.toString();
  }

  public String json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", "flatback.alarms/1");
    root.put("sets_for_each_chart", sets);
    root.put("sets_for_the_whole_rule", ruleSets);
    ArrayNode held = root.putArray("bars");
    for (Bar bar : bars) {
      ObjectNode node = held.addObject();
      node.put("on", bar.on());
      node.put("must_be", bar.mustBe());
      node.put("is", bar.found());
      node.put("verdict", bar.verdict().text());
    }
    ArrayNode all = root.putArray("tables");
    tables.forEach(table -> table(all.addObject(), table));
    return root.toPrettyString().replace("\r\n", "\n");
  }

  private static void table(ObjectNode node, Table table) {
    node.put("title", table.title());
    node.put("note", table.note());
    ArrayNode header = node.putArray("header");
    table.header().forEach(header::add);
    ArrayNode rows = node.putArray("rows");
    for (List<String> row : table.rows()) {
      ArrayNode cells = rows.addArray();
      row.forEach(cells::add);
    }
  }

  /** {@code docs/alarms.md}. */
  public String page(String command) {
    StringBuilder page = new StringBuilder();
    page.append("<!-- Written by `").append(command).append("` and by nothing else. -->\n# Alarms\n\n");
    page.append("Written by `").append(command).append("` and by nothing else; run it again to check it. ");
    page.append(
        "All of it is simulation: reps that scatter normally about a straight line, which real ones may not. The charts"
            + " and the rule are those that judge a set live. How they work and why: decisions 2, 3 and 7.\n\n");
    page.append("A bound is the upper end of a one-sided 95 % interval after Clopper and Pearson.\n\n");
    page.append(
        new Table(
                "What was promised", "", List.of("on", "must be", "is", "verdict"),
                bars.stream().map(b -> List.of(b.on(), b.mustBe(), b.found(), b.verdict().text())).toList())
            .markdown()
            .replaceFirst("### ", "## "));
    tables.forEach(table -> page.append('\n').append(table.markdown().replaceFirst("### ", "## ")));
    return page.toString();
  }
}

package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepQuality;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One row per counted rep, for a spreadsheet. What can't be had is an empty cell. */
public final class CsvReport {
  private static final List<String> FIXED_COLUMNS =
      List.of(
          "set", "rep", "exercise", "load_kg", "start_s", "bottom_s", "ascent_onset_s", "upright_s", "lockout_s", "end_s",
          "state", "quality");

  private CsvReport() {}

  public static String render(ReportModel model) {
    List<String> lines = new ArrayList<>();
    lines.add(header());
    for (SetReport set : model.sets()) {
      set.reps().forEach(line -> lines.add(row(set.set(), line)));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String header() {
    List<String> columns = new ArrayList<>(FIXED_COLUMNS);
    for (Metric metric : Metric.values()) {
      columns.add(metric.key());
    }
    return String.join(",", columns);
  }

  private static String row(WorkSet set, RepLine line) {
    Rep rep = line.rep();
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(set.index()));
    cells.add(Integer.toString(rep.index()));
    cells.add(text(set.exercise()));
    cells.add(set.loadKg() == null ? "" : Figures.plain(set.loadKg(), 1));
    cells.add(seconds(rep.startNanos()));
    cells.add(seconds(rep.bottomNanos()));
    cells.add(seconds(rep.ascentOnsetNanos()));
    cells.add(seconds(rep.uprightNanos()));
    cells.add(seconds(rep.lockoutNanos()));
    cells.add(seconds(rep.endNanos()));
    cells.add(line.state().key());
    cells.add(rep.quality().stream().sorted().map(RepQuality::key).collect(Collectors.joining(" ")));
    for (Metric metric : Metric.values()) {
      cells.add(
          rep.metrics().get(metric).stream()
              .mapToObj(value -> Figures.plain(value, JsonValues.decimals(metric)))
              .collect(Collectors.joining()));
    }
    return String.join(",", cells);
  }

  private static String seconds(long nanos) {
    return Figures.plain(nanos * 1e-9, 3);
  }

  /**
   * Quoted as RFC 4180 asks. A leading sign that a spreadsheet would take for a formula gets an apostrophe
   * before it.
   */
  static String text(String cell) {
    String safe = cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}

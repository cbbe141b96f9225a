package io.flatback.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures in rows, told as plain text or as Markdown.
 *
 * @param note a sentence on how to read it; empty for none
 * @param header one name for each column; the first column is of names, the others of figures
 */
public record Table(String title, String note, List<String> header, List<List<String>> rows) {
  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(title + ": row " + row + " under " + header);
      }
    }
  }

  public String text() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    StringBuilder text = new StringBuilder(title).append('\n');
    if (!note.isEmpty()) {
      text.append("  ").append(note).append('\n');
    }
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder(" ");
      for (int i = 0; i < row.size(); i++) {
        line.append(' ').append(padded(row.get(i), width(all, i), i == 0));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String padded(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }

  public String markdown() {
    String columns = header.stream().map(c -> "---").collect(Collectors.joining("|", "|", "|"));
    StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
    if (!note.isEmpty()) {
      text.append(note).append("\n\n");
    }
    text.append(line(header)).append(columns.replaceAll("(?<=\\|)---(?=\\|)", "---")).append('\n');
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(cell -> " " + cell + " ").collect(Collectors.joining("|", "|", "|\n"));
  }
}

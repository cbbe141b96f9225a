package io.flatback.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns of numbers by name, as truth comes. Small files only: it is held whole. */
final class TruthTable {
  private final List<String> names;
  private final List<double[]> rows;

  private TruthTable(List<String> names, List<double[]> rows) {
    this.names = names;
    this.rows = rows;
  }

  static TruthTable read(Path path) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(path)) {
      String header = in.readLine();
      if (header == null) {
        throw new IOException(path + ": empty, expected a header and rows of numbers");
      }
      List<double[]> rows = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(Arrays.stream(line.split(",", -1)).mapToDouble(TruthTable::number).toArray());
      }
      return new TruthTable(List.of(header.split(",", -1)), rows);
    }
  }

  private static double number(String cell) {
    return cell.isBlank() ? Double.NaN : Double.parseDouble(cell);
  }

  Optional<double[]> column(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(rows.stream().mapToDouble(row -> row[index]).toArray());
  }

  double[] required(String name) {
    return column(name).orElseThrow(() -> new IllegalArgumentException("truth has no column " + name));
  }
}

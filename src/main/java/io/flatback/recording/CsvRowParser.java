package io.flatback.recording;

/** One line of a recording CSV to its numbers. */
final class CsvRowParser {
  /** Beyond it nanoseconds no longer fit into 64 bits. */
  private static final double MAX_TIME_SECONDS = 9e9;

  private final String source;
  private final CsvHeader header;
  private final int[] slots;

  CsvRowParser(String source, CsvHeader header) {
    this.source = source;
    this.header = header;
    this.slots = header.slots().stream().mapToInt(Integer::intValue).toArray();
  }

  void parse(LineBuffer lines, CsvRow into) throws RecordingFormatException {
    byte[] bytes = lines.bytes();
    int end = lines.lineEnd();
    int column = 0;
    int cellStart = lines.lineStart();
    for (int i = cellStart; i <= end; i++) {
      if (i == end || bytes[i] == ',') {
        if (column < slots.length) {
          into.numbers[slots[column]] = number(lines, column, cellStart, i);
        }
        column++;
        cellStart = i + 1;
      }
    }
    if (column != slots.length) {
      throw wrongWidth(lines.lineNumber(), column);
    }
    if (Math.abs(into.numbers[0]) > MAX_TIME_SECONDS) {
      throw RecordingFormatException.of(
          place(lines.lineNumber()), "t_s=" + into.numbers[0], "seconds", "give times in seconds, not milliseconds");
    }
  }

  private double number(LineBuffer lines, int column, int from, int to) throws RecordingFormatException {
    try {
      return Decimals.parse(lines.bytes(), from, to);
    } catch (NumberFormatException e) {
      throw RecordingFormatException.of(
          place(lines.lineNumber()),
          CsvText.excerpt(lines.bytes(), from, to) + " in column " + header.columns().get(column),
          "a decimal number, or an empty cell for a reading that is missing",
          "correct the line or delete it");
    }
  }

  RecordingFormatException wrongWidth(long lineNumber, int cells) {
    return RecordingFormatException.of(
        place(lineNumber),
        cells == 1 ? "1 cell" : cells + " cells",
        header.width() + " as in the header",
        "correct the line or delete it");
  }

  private String place(long lineNumber) {
    return source + " line " + lineNumber;
  }
}

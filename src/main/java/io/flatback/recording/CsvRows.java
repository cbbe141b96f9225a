package io.flatback.recording;

import java.util.List;

/** What stands below the header: lines to events. */
final class CsvRows {
  private final String source;
  private final CsvRowParser parser;
  private final RowTimes times;
  private final List<SensorTrack> tracks;
  private boolean anyRow;
  private boolean anySample;
  private long blankLine;

  CsvRows(String source, CsvHeader header) {
    this.source = source;
    this.parser = new CsvRowParser(source, header);
    this.times = new RowTimes(header.sensors().size());
    this.tracks = header.sensors().stream().map(SensorTrack::new).toList();
  }

  /** Takes a line. Blank lines are allowed at the end of the file only. */
  void take(LineBuffer lines) throws RecordingFormatException {
    if (CsvText.isBlank(lines.bytes(), lines.lineStart(), lines.lineEnd())) {
      blankLine = blankLine == 0 ? lines.lineNumber() : blankLine;
      return;
    }
    if (blankLine != 0) {
      throw parser.wrongWidth(blankLine, 0);
    }
    parser.parse(lines, times.blank());
    times.enter();
    anyRow = true;
  }

  /**
   * Judges one row and tells what follows from it.
   *
   * @param finished no more lines will come
   * @return false when there is none to judge yet
   */
  boolean emit(boolean finished, EventQueue out) {
    if (!times.decide(finished)) {
      return false;
    }
    for (SensorTrack track : tracks) {
      track.take(times, out);
    }
    anySample |= out.hasSample();
    return true;
  }

  /** NaN until two rows were read. */
  double rateHz() {
    return times.rateHz();
  }

  /** Tells the gaps at the very end. */
  void finish(EventQueue out) throws RecordingFormatException {
    if (!anySample) {
      throw RecordingFormatException.of(
          source,
          anyRow ? "nothing but gaps: no row has both a time and a complete reading" : "a header and no row",
          "at least one row with a number in every cell",
          "record again");
    }
    for (SensorTrack track : tracks) {
      track.finish(times, out);
    }
  }
}

package io.flatback.recording;

import io.flatback.signal.Placement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands before the rows: notes, then the header. */
final class CsvPreamble {
  private static final int MAX_LINES = 1000;
  private static final String EXPECTED = "the header 't_s,acc_x_g,acc_y_g,acc_z_g[,gyro_x_dps,gyro_y_dps,gyro_z_dps]',"
      + " for two sensors each with lumbar_ and sacrum_ in front";

  private final String source;
  private final Placement fallback;
  private final Map<String, String> notes = new LinkedHashMap<>();
  private @Nullable CsvHeader header;

  /** @param fallback placement of a sensor for which the file names none */
  CsvPreamble(String source, Placement fallback) {
    this.source = source;
    this.fallback = fallback;
  }

  /** @return null until it has been seen */
  @Nullable CsvHeader header() {
    return header;
  }

  RecordingNotes notes() {
    return new RecordingNotes(notes);
  }

  void take(LineBuffer lines) throws RecordingFormatException {
    String place = source + " line " + lines.lineNumber();
    String line =
        CsvText.decode(lines.bytes(), lines.lineStart(), lines.lineEnd())
            .orElseThrow(() -> refuse(place, "bytes that are no text"));
    if (line.startsWith("#")) {
      takeNote(place, line.substring(1));
    } else if (!line.isEmpty()) {
      header = CsvHeader.parse(line, placement(place))
          .orElseThrow(() -> refuse(place, CsvText.excerpt(line)));
    }
    if (lines.lineNumber() > MAX_LINES) {
      throw refuse(place, MAX_LINES + " lines without a header");
    }
  }

  private void takeNote(String place, String note) throws RecordingFormatException {
    int colon = note.indexOf(':');
    if (colon > 0) {
      notes.put(note.substring(0, colon).trim(), note.substring(colon + 1).trim());
      placement(place);
    }
  }

  private Placement placement(String place) throws RecordingFormatException {
    String key = notes.get("placement");
    try {
      return key == null ? fallback : Placement.ofKey(key);
    } catch (IllegalArgumentException e) {
      throw RecordingFormatException.of(
          place, "placement " + CsvText.excerpt(String.valueOf(key)), "lumbar or sacrum", "correct the note");
    }
  }

  RecordingFormatException missing() {
    return refuse(source, notes.isEmpty() ? "an empty file" : "notes and no header");
  }

  private static RecordingFormatException refuse(String place, String found) {
    return RecordingFormatException.of(place, found, EXPECTED, "give a recording CSV, or export it again");
  }
}

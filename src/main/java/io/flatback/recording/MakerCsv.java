package io.flatback.recording;

import io.flatback.recording.ImportedTrack.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The CSV a maker's own program writes, read whole:
 *
 * <pre>
 * MetaMotion  epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)      or …,x-axis (deg/s),…
 *             epoc (ms),timestamp (-0700),elapsed (s),…                                 each sensor its own file
 * x-IMU3      Timestamp (us),Gyroscope X (deg/s),…,Accelerometer X (g),…
 * </pre>
 */
final class MakerCsv {
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final String EXPECTED =
      "a MetaMotion export ('epoch (ms),…,x-axis (g),…' or '…,x-axis (deg/s),…') or an x-IMU3 one"
          + " ('Timestamp (us),Gyroscope X (deg/s),…')";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;

  private final Path path;
  private final LineBuffer lines = new LineBuffer();
  private @Nullable Layout layout;
  private @Nullable ImportedTrack track;

  /** Where the numbers stand: the time and its unit, then what the quantity needs. */
  private record Layout(int timeColumn, double unitNanos, List<Integer> columns, int width, Quantity quantity) {}

  private MakerCsv(Path path) {
    this.path = path;
  }

  static ImportedTrack read(Path path) throws IOException {
    return new MakerCsv(path).read();
  }

  private ImportedTrack read() throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = RecordingFiles.open(path)) {
      for (int length = RecordingFiles.read(in, chunk, path); length >= 0;
          length = RecordingFiles.read(in, chunk, path)) {
        lines.offer(chunk, 0, length);
        takeLines();
      }
    }
    lines.finish();
    takeLines();
    ImportedTrack read = track;
    if (read == null || read.rows() == 0) {
      throw RecordingFormatException.of(path.toString(), "no row", EXPECTED, "export it again");
    }
    return read;
  }

  private void takeLines() throws RecordingFormatException {
    for (LineBuffer.State state = lines.next(); state != LineBuffer.State.NEED_MORE; state = lines.next()) {
      if (state == LineBuffer.State.TOO_LONG) {
        throw LineBuffer.tooLong(place());
      }
      String line = CsvText.decode(lines.bytes(), lines.lineStart(), lines.lineEnd())
          .orElseThrow(
              () -> RecordingFormatException.of(place(), "bytes that are no text", EXPECTED, "export it again"));
      if (!line.isEmpty()) {
        take(line);
      }
    }
  }

  private void take(String line) throws RecordingFormatException {
    Layout known = layout;
    ImportedTrack into = track;
    if (known == null || into == null) {
      Layout found = layout(line);
      layout = found;
      track = new ImportedTrack(found.quantity());
    } else {
      row(known, into, line.split(",", -1));
    }
  }

  private Layout layout(String header) throws RecordingFormatException {
    List<String> names =
        Arrays.stream(header.split(",", -1)).map(name -> name.trim().toLowerCase(Locale.ROOT)).toList();
    boolean metaMotion = names.getFirst().equals("epoch (ms)") || names.getFirst().equals("epoc (ms)");
    int micros = names.indexOf("timestamp (us)");
    if (metaMotion && names.contains("x-axis (g)")) {
      return layout(names, 0, NANOS_PER_MILLI, Quantity.ACCELERATION, axes("%s-axis (g)"));
    }
    if (metaMotion && names.contains("x-axis (deg/s)")) {
      return layout(names, 0, NANOS_PER_MILLI, Quantity.RATE, axes("%s-axis (deg/s)"));
    }
    if (micros >= 0 && names.contains("accelerometer x (g)")) {
      List<String> both = new ArrayList<>(axes("accelerometer %s (g)"));
      both.addAll(axes("gyroscope %s (deg/s)"));
      return layout(names, micros, NANOS_PER_MICRO, Quantity.BOTH, both);
    }
    throw notOurs(header);
  }

  private static List<String> axes(String pattern) {
    return List.of("x", "y", "z").stream().map(axis -> String.format(Locale.ROOT, pattern, axis)).toList();
  }

  private Layout layout(List<String> names, int time, double unitNanos, Quantity quantity, List<String> wanted)
      throws RecordingFormatException {
    List<Integer> columns = wanted.stream().map(names::indexOf).toList();
    if (columns.contains(-1)) {
      throw notOurs(String.join(",", names));
    }
    return new Layout(time, unitNanos, columns, names.size(), quantity);
  }

  private RecordingFormatException notOurs(String header) {
    return RecordingFormatException.of(
        place(), CsvText.excerpt(header), EXPECTED, "a recording CSV needs no import: flatback analyze reads it");
  }

  private void row(Layout known, ImportedTrack into, String[] cells) throws RecordingFormatException {
    if (cells.length != known.width()) {
      throw RecordingFormatException.of(
          place(), cells.length + " cells", known.width() + " as in the header", "export it again");
    }
    double[] values = new double[known.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(cells[known.columns().get(i)]);
    }
    into.add(Math.round(number(cells[known.timeColumn()]) * known.unitNanos()), values);
  }

  private double number(String cell) throws RecordingFormatException {
    try {
      double value = Double.parseDouble(cell.trim());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, together with what is no number to use.
    }
    throw RecordingFormatException.of(place(), CsvText.excerpt(cell), "a number", "export it again");
  }

  private String place() {
    return path + " line " + lines.lineNumber();
  }
}

package io.flatback.report;

import io.flatback.lift.Rep;
import io.flatback.recording.DecimalText;
import io.flatback.session.SeriesRow;
import io.flatback.session.SeriesRow.Segment;
import io.flatback.session.SeriesSink;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The angles of a record as CSV, a row per sample (contracts: series). What is not known is an empty cell. */
public final class SeriesCsv implements SeriesSink, Closeable {
  private static final int TIME_DECIMALS = 9;
  private static final int UP_DECIMALS = 7;
  private static final int ANGLE_DECIMALS = 4;
  private static final List<String> PER_SENSOR =
      List.of(
          "up_x", "up_y", "up_z", "sagittal_inclination_deg", "lateral_inclination_deg", "inclination_deg",
          "axial_rotation_deg");

  private final OutputStream out;
  private final List<Placement> placements;
  private final DecimalText text = new DecimalText();
  private final List<WorkSet> sets;
  private int set;

  /**
   * @param placements the sensors of the record
   * @param sets what the record was found to hold
   */
  public SeriesCsv(OutputStream out, List<Placement> placements, List<WorkSet> sets) throws IOException {
    this.out = out;
    this.placements = List.copyOf(placements);
    this.sets = List.copyOf(sets);
    write(header() + "\n");
  }

  /** Begins a file; what was there is overwritten. */
  public static SeriesCsv create(Path path, List<Placement> placements, List<WorkSet> sets) throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
    try {
      return new SeriesCsv(file, placements, sets);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private String header() {
    List<String> columns = new ArrayList<>(List.of("t_s"));
    for (Placement placement : placements) {
      PER_SENSOR.forEach(name -> columns.add(placement.key() + "_" + name));
    }
    columns.addAll(
        List.of(
            "lumbar_flexion_deg", "lumbar_lateral_bend_deg", "lumbar_axial_rotation_deg", "phase", "set", "rep",
            placements.getFirst().key() + "_inclination_sigma_deg"));
    return String.join(",", columns);
  }

  /** @throws UncheckedIOException when it can't be written */
  @Override
  public void row(SeriesRow row) {
    try {
      writeRow(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeRow(SeriesRow row) throws IOException {
    text.write(out, row.timeNanos(), TIME_DECIMALS);
    segment(row.primary());
    if (placements.size() > 1) {
      segment(row.second());
    }
    cell(row.lumbar().flexionDeg(), ANGLE_DECIMALS);
    cell(row.lumbar().lateralBendDeg(), ANGLE_DECIMALS);
    cell(row.lumbar().axialRotationDeg(), ANGLE_DECIMALS);
    write("," + row.phase().name().toLowerCase(Locale.ROOT));
    place(row.timeNanos());
    cell(row.inclinationSigmaDeg(), ANGLE_DECIMALS);
    out.write('\n');
  }

  private void segment(@Nullable Segment segment) throws IOException {
    if (segment == null) {
      write(",".repeat(PER_SENSOR.size()));
      return;
    }
    cell(segment.upX(), UP_DECIMALS);
    cell(segment.upY(), UP_DECIMALS);
    cell(segment.upZ(), UP_DECIMALS);
    cell(segment.sagittalInclinationDeg(), ANGLE_DECIMALS);
    cell(segment.lateralInclinationDeg(), ANGLE_DECIMALS);
    cell(segment.inclinationDeg(), ANGLE_DECIMALS);
    cell(segment.axialRotationDeg(), ANGLE_DECIMALS);
  }

  private void cell(double value, int decimals) throws IOException {
    out.write(',');
    if (Double.isFinite(value)) {
      text.write(out, Math.round(value * Math.pow(10, decimals)), decimals);
    }
  }

  /** Set and rep of a time; rows come in order, so that the sets are gone through once. */
  private void place(long nanos) throws IOException {
    while (set < sets.size() && sets.get(set).endNanos() <= nanos) {
      set++;
    }
    if (set == sets.size() || nanos < sets.get(set).startNanos()) {
      write(",,");
      return;
    }
    WorkSet current = sets.get(set);
    Rep rep = current.reps().stream().filter(r -> r.startNanos() <= nanos && nanos < r.endNanos()).findFirst().orElse(null);
    write("," + current.index() + "," + (rep == null ? "" : rep.index()));
  }

  private void write(String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

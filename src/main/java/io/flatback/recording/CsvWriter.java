package io.flatback.recording;

import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Readings to recording CSV. Time is kept to the nanosecond, acceleration to 0.5e-7 g, rate to 0.5e-5 °/s:
 * some thousand times finer than the steps of a 16-bit sensor, but not bit for bit. What must be kept
 * without loss is kept as a raw log.
 *
 * <p>A gap in which readings are missing is written as a row of empty cells at its beginning, so that it is
 * found again even where it is short. A repeated time leaves no trace: nothing is missing there. Readings
 * of two sensors share a row where they share their time.
 */
public final class CsvWriter implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final CsvRowWriter rows;
  private final OutputStream out;
  private final Map<Placement, Sample> row = new EnumMap<>(Placement.class);
  private final List<Placement> placements;
  private boolean anyRow;
  private long rowNanos = Long.MIN_VALUE;

  /**
   * @param placements the sensors, in the order of their columns: one or two
   * @param notes written before the header
   */
  public CsvWriter(OutputStream out, List<Placement> placements, RecordingNotes notes) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.placements = List.copyOf(placements);
    this.rows = new CsvRowWriter(this.out, this.placements, notes);
  }

  /** Begins a file; gzipped when its name ends in {@code .gz}. What was there is overwritten. */
  public static CsvWriter create(Path path, List<Placement> placements, RecordingNotes notes) throws IOException {
    OutputStream file = Files.newOutputStream(path);
    boolean gzip = path.getFileName() != null && path.getFileName().toString().endsWith(".gz");
    return new CsvWriter(gzip ? new GZIPOutputStream(file, BUFFER_BYTES, true) : file, placements, notes);
  }

  /** Takes the events of each sensor in order of time. */
  public void write(Placement placement, SignalEvent event) throws IOException {
    if (!placements.contains(placement)) {
      throw new IllegalArgumentException("no columns for " + placement.key() + ", only for " + placements);
    }
    switch (event) {
      case Sample sample -> write(placement, sample);
      case Gap gap -> write(gap);
    }
  }

  private void write(Placement placement, Sample sample) throws IOException {
    if (sample.timeNanos() != rowNanos || row.containsKey(placement)) {
      finishRow();
    }
    row.put(placement, sample);
    rowNanos = sample.timeNanos();
  }

  private void write(Gap gap) throws IOException {
    boolean pastRow = gap.timeNanos() > rowNanos;
    if (gap.missingSamples() > 0 && pastRow) {
      finishRow();
      if (anyRow) {
        rows.write(gap.timeNanos(), row);
        rowNanos = gap.timeNanos();
      }
    }
  }

  private void finishRow() throws IOException {
    if (!row.isEmpty()) {
      rows.write(rowNanos, row);
      row.clear();
      anyRow = true;
    }
  }

  /** Hands on all that is complete, so that a crash costs no more than what follows. */
  public void flush() throws IOException {
    finishRow();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (OutputStream closing = out) {
      finishRow();
      rows.finish();
      closing.flush();
    }
  }
}

package io.flatback.recording;

import io.flatback.recording.ImportedTrack.Quantity;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What makers' programs export, as a recording: one file with acceleration and rate, or one with each at rates of
 * their own. The faster one keeps its readings as they are; the other's are laid between their two neighbours, and
 * only where these are no further apart than three of its periods: a hole stays a gap.
 */
public final class MakerImport {
  private static final int HOLE_PERIODS = 3;
  /** Times since 1970 rather than since the sensor was switched on. */
  private static final long FIRST_EPOCH_NANOS = 1_000_000_000_000_000_000L;

  private final ImportedTrack base;
  private final Optional<ImportedTrack> other;
  private final long otherHoleNanos;
  private int gaps;

  private MakerImport(ImportedTrack base, Optional<ImportedTrack> other) {
    this.base = base;
    this.other = other;
    this.otherHoleNanos = HOLE_PERIODS * other.map(ImportedTrack::periodNanos).orElse(0L);
  }

  /** How many readings were written, and what could not be. */
  public record Result(int readings, int gaps, int leftOut) {}

  /**
   * @param files one with both, one with acceleration alone, or one with acceleration and one with rate
   * @throws RecordingFormatException when they are none of this
   */
  public static MakerImport of(List<Path> files) throws IOException {
    List<ImportedTrack> tracks = new ArrayList<>();
    for (Path file : files) {
      tracks.add(MakerCsv.read(file));
    }
    List<Quantity> quantities = tracks.stream().map(ImportedTrack::quantity).sorted().toList();
    if (quantities.equals(List.of(Quantity.ACCELERATION, Quantity.RATE))) {
      boolean firstIsFaster = tracks.get(0).periodNanos() <= tracks.get(1).periodNanos();
      return new MakerImport(tracks.get(firstIsFaster ? 0 : 1), Optional.of(tracks.get(firstIsFaster ? 1 : 0)));
    }
    if (tracks.size() == 1 && tracks.getFirst().quantity() != Quantity.RATE) {
      return new MakerImport(tracks.getFirst(), Optional.empty());
    }
    throw RecordingFormatException.of(
        String.join(", ", files.stream().map(Path::toString).toList()),
        String.join(" and ", quantities.stream().map(q -> q.name().toLowerCase(Locale.ROOT)).toList()),
        "one file with acceleration, with or without one of the same time with rate",
        "name the two files of one sensor");
  }

  /** Writes all of it as recording CSV. */
  public Result write(Path out, Placement placement, RecordingNotes notes) throws IOException {
    try (CsvWriter writer = CsvWriter.create(out, List.of(placement), notes(placement, notes))) {
      for (int row = 0; row < base.rows(); row++) {
        writeRow(writer, placement, row);
      }
    }
    return new Result(
        base.rows() - gaps, gaps, base.leftOut() + other.map(ImportedTrack::leftOut).orElse(0));
  }

  private RecordingNotes notes(Placement placement, RecordingNotes notes) {
    RecordingNotes all = notes.with("placement", placement.key());
    long firstNanos = base.timeNanos(0);
    return firstNanos < FIRST_EPOCH_NANOS
        ? all
        : all.with("started_at", Instant.ofEpochMilli(firstNanos / 1_000_000).toString());
  }

  private void writeRow(CsvWriter writer, Placement placement, int row) throws IOException {
    long timeNanos = base.timeNanos(row) - base.timeNanos(0);
    int neighbour = other.map(track -> neighbour(track, base.timeNanos(row))).orElse(0);
    if (neighbour < 0) {
      gaps++;
      writer.write(placement, new Gap(timeNanos, timeNanos, Gap.Reason.NOT_A_NUMBER, 1));
      return;
    }
    double[] n = new double[6];
    boolean rateFirst = base.quantity() == Quantity.RATE;
    for (int axis = 0; axis < 3; axis++) {
      double own = base.value(row, axis);
      double second = second(row, neighbour, axis);
      n[axis] = (rateFirst ? second : own) * Sample.STANDARD_GRAVITY_MPS2;
      n[axis + 3] = Math.toRadians(rateFirst ? own : second);
    }
    writer.write(placement, new Sample(timeNanos, n[0], n[1], n[2], n[3], n[4], n[5], false));
  }

  /** The row before a time whose next one is near enough to lay a reading between; −1 where there is none. */
  private int neighbour(ImportedTrack track, long timeNanos) {
    int before = track.rowBefore(timeNanos);
    if (before >= 0 && track.timeNanos(before) == timeNanos) {
      return before;
    }
    boolean between = before >= 0 && before + 1 < track.rows()
        && track.timeNanos(before + 1) - track.timeNanos(before) <= otherHoleNanos;
    return between ? before : -1;
  }

  /** What the base does not hold: from the same row, from the other track, or nothing. */
  private double second(int row, int before, int axis) {
    if (base.quantity() == Quantity.BOTH) {
      return base.value(row, axis + 3);
    }
    return other.map(track -> between(track, before, base.timeNanos(row), axis)).orElse(Double.NaN);
  }

  private static double between(ImportedTrack track, int before, long timeNanos, int axis) {
    double value = track.value(before, axis);
    long sinceNanos = timeNanos - track.timeNanos(before);
    if (sinceNanos == 0) {
      return value;
    }
    double share = (double) sinceNanos / (track.timeNanos(before + 1) - track.timeNanos(before));
    return value + share * (track.value(before + 1, axis) - value);
  }

  /** For the notes of a recording. */
  public static RecordingNotes notes(List<Path> files) {
    return new RecordingNotes(
        Map.of("imported_from", String.join(", ", files.stream().map(f -> String.valueOf(f.getFileName())).toList())));
  }
}

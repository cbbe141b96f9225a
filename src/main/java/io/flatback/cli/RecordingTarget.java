package io.flatback.cli;

import io.flatback.cli.live.LiveSensor;
import io.flatback.recording.CsvSignalDecoder;
import io.flatback.recording.CsvWriter;
import io.flatback.recording.RawLogHeader;
import io.flatback.recording.RawLogWriter;
import io.flatback.recording.RecordingNotes;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that takes what a sensor says; its name decides what of it. One thread. */
interface RecordingTarget extends Closeable {
  void raw(byte[] bytes, int length, long arrivalNanos) throws IOException;

  void signal(Placement placement, SignalEvent event) throws IOException;

  /** Called about once a second: a crash costs no more than what follows. */
  void secure() throws IOException;

  /** @throws UsageException when the name says neither */
  static RecordingTarget create(Path out, LiveSensor sensor, SignalDecoder decoder, RecordingNotes notes)
      throws IOException {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".fbraw")) {
      RawLogHeader header = new RawLogHeader(sensor.driver(), sensor.uri(), sensor.placement(), notes);
      return new Raw(RawLogWriter.create(out, header));
    }
    return new Csv(out, sensor, decoder, notes);
  }

  /** Every byte with its time of arrival. */
  record Raw(RawLogWriter writer) implements RecordingTarget {
    @Override
    public void raw(byte[] bytes, int length, long arrivalNanos) throws IOException {
      writer.append(bytes, 0, length, arrivalNanos);
    }

    @Override
    public void signal(Placement placement, SignalEvent event) {}

    @Override
    public void secure() throws IOException {
      writer.sync();
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /** Readings and gaps; begun with the first of them, when it is known which sensors there are. */
  final class Csv implements RecordingTarget {
    private final Path out;
    private final LiveSensor sensor;
    private final SignalDecoder decoder;
    private final RecordingNotes notes;
    private @Nullable CsvWriter writer;

    Csv(Path out, LiveSensor sensor, SignalDecoder decoder, RecordingNotes notes) throws IOException {
      this.out = out;
      this.sensor = sensor;
      this.decoder = decoder;
      this.notes = notes;
      CsvWriter.create(out, List.of(sensor.placement()), notes).close();
    }

    @Override
    public void raw(byte[] bytes, int length, long arrivalNanos) {}

    @Override
    public void signal(Placement placement, SignalEvent event) throws IOException {
      CsvWriter current = writer;
      if (current == null) {
        current = CsvWriter.create(out, placements(), notes);
        writer = current;
      }
      current.write(placement, event);
    }

    private List<Placement> placements() {
      return decoder instanceof CsvSignalDecoder csv ? csv.placements() : List.of(sensor.placement());
    }

    @Override
    public void secure() throws IOException {
      if (writer != null) {
        writer.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }
  }
}

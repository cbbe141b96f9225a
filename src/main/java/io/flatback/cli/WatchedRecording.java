package io.flatback.cli;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.util.List;

/** A recording that shows how far it has been read. */
final class WatchedRecording implements Recording {
  private static final int EVENTS_BETWEEN_LOOKS = 1024;
  private static final double NANOS_PER_MINUTE = 60e9;

  private final Recording recording;
  private final String name;
  private final Progress progress;

  WatchedRecording(Recording recording, String name, Progress progress) {
    this.recording = recording;
    this.name = name;
    this.progress = progress;
  }

  @Override
  public RecordingNotes notes() {
    return recording.notes();
  }

  @Override
  public List<Placement> placements() {
    return recording.placements();
  }

  @Override
  public RecordingReader open() throws IOException {
    return new Reader(recording.open());
  }

  private final class Reader implements RecordingReader {
    private final RecordingReader reader;
    private long events;
    private long firstNanos;

    Reader(RecordingReader reader) {
      this.reader = reader;
    }

    @Override
    public boolean next() throws IOException {
      if (!reader.next()) {
        return false;
      }
      if (events == 0) {
        firstNanos = reader.event().timeNanos();
      }
      if (++events % EVENTS_BETWEEN_LOOKS == 0) {
        progress.show(
            () -> String.format("analysing %s: minute %.1f", name,
                (reader.event().timeNanos() - firstNanos) / NANOS_PER_MINUTE));
      }
      return true;
    }

    @Override
    public Placement placement() {
      return reader.placement();
    }

    @Override
    public SignalEvent event() {
      return reader.event();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}

package io.flatback.evaluate;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A recording held in memory, so that it can be gone through often, or changed. Minutes, not hours. */
record HeldRecording(RecordingNotes notes, List<Placement> placements, List<Reading> readings) implements Recording {

  /** One event of one sensor. */
  record Reading(Placement placement, SignalEvent event) {}

  HeldRecording {
    placements = List.copyOf(placements);
    readings = List.copyOf(readings);
  }

  static HeldRecording of(Recording recording) throws IOException {
    List<Reading> readings = new ArrayList<>();
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        readings.add(new Reading(reader.placement(), reader.event()));
      }
    }
    return new HeldRecording(recording.notes(), recording.placements(), readings);
  }

  /** From the first to the last event. */
  Span span() {
    return readings.isEmpty()
        ? Span.at(0)
        : new Span(readings.getFirst().event().timeNanos() * 1e-9, readings.getLast().event().timeNanos() * 1e-9);
  }

  /** Every sample changed, gaps left as they are. */
  HeldRecording withSamples(BiFunction<Placement, Sample, Sample> change) {
    List<Reading> changed = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
      changed.add(
          reading.event() instanceof Sample s
              ? new Reading(reading.placement(), change.apply(reading.placement(), s))
              : reading);
    }
    return new HeldRecording(notes, placements, changed);
  }

  HeldRecording withoutGyro() {
    return withSamples(
        (placement, s) ->
            new Sample(
                s.timeNanos(), s.accXMps2(), s.accYMps2(), s.accZMps2(), Double.NaN, Double.NaN, Double.NaN,
                s.clipped()));
  }

  @Override
  public RecordingReader open() {
    return new RecordingReader() {
      private int index = -1;

      @Override
      public boolean next() {
        index++;
        return index < readings.size();
      }

      @Override
      public Placement placement() {
        return readings.get(index).placement();
      }

      @Override
      public SignalEvent event() {
        return readings.get(index).event();
      }

      @Override
      public void close() {}
    };
  }
}

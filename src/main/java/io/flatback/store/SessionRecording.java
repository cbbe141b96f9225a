package io.flatback.store;

import io.flatback.form.FormPreferences;
import io.flatback.form.PreferencesText;
import io.flatback.recording.DecoderFactory;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingFormatException;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.ReplayLink;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.CalibrationText;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The raw record of a session, read back through the decoders that read it live, on one time line. The
 * first stream keeps its own time, so that a record of one stream is what the file or the device said. A
 * later stream, after a crash or a plug pulled out, is moved by what the host's clock says lies between,
 * with a gap before it; two sensors are merged. Readings that a device sent late are in their place. Reads one
 * block of ten seconds at a time. One thread.
 */
public final class SessionRecording implements Recording {
  private static final int EVENTS_THAT_NAME_ALL_SENSORS = 64;

  private final Sqlite sqlite;
  private final DecoderFactory decoders;
  private final List<RecordSpan> spans;
  private final RecordingNotes notes;
  private final List<Placement> placements;
  private final Map<RecordSpan, StreamSource> sources = new HashMap<>();

  private SessionRecording(
      Sqlite sqlite, DecoderFactory decoders, List<RecordSpan> spans, RecordingNotes notes) throws IOException {
    this.sqlite = sqlite;
    this.decoders = decoders;
    this.spans = spans;
    this.notes = notes;
    Set<Placement> found = EnumSet.noneOf(Placement.class);
    for (RecordSpan span : spans) {
      found.addAll(placements(span));
    }
    this.placements = List.copyOf(found);
  }

  static SessionRecording of(Sqlite sqlite, String sessionId, DecoderFactory decoders) throws IOException {
    List<RecordSpan> spans = sqlite.read(handle -> RecordSpan.ofSession(handle, sessionId));
    return new SessionRecording(sqlite, decoders, spans, notes(sqlite, sessionId));
  }

  private static RecordingNotes notes(Sqlite sqlite, String sessionId) {
    Map<String, String> notes = new LinkedHashMap<>();
    sqlite
        .read(
            handle ->
                handle
                    .select(
                        """
                        SELECT a.name AS athlete, s.exercise, s.load_kg, s.started_at
                        FROM session s JOIN athlete a ON a.id = s.athlete_id WHERE s.id = ?""",
                        sessionId)
                    .mapToMap()
                    .findOne())
        .orElseThrow(() -> new StoreException("no session " + sessionId + ": it may have been deleted"))
        .forEach(
            (key, value) -> {
              if (value != null) {
                notes.put(key, value.toString());
              }
            });
    FormPreferences preferences = sqlite.read(handle -> PreferenceRows.ofSession(handle, sessionId));
    if (!preferences.equals(FormPreferences.DEFAULT)) {
      notes.put(RecordingNotes.PRESET, PreferencesText.write(preferences));
    }
    List<TimeStretch> calibrations = sqlite.read(handle -> CalibrationRows.ofSession(handle, sessionId));
    if (!calibrations.isEmpty()) {
      notes.put(RecordingNotes.CALIBRATION, TimeStretch.toText(calibrations));
    }
    sqlite
        .read(handle -> DeviceCalibrationRows.ofSession(handle, sessionId))
        .forEach(
            (placement, device) ->
                notes.put(RecordingNotes.DEVICE_CALIBRATION + placement.key(), CalibrationText.write(device)));
    return new RecordingNotes(notes);
  }

  private Set<Placement> placements(RecordSpan span) throws IOException {
    Set<Placement> found = EnumSet.noneOf(Placement.class);
    if (span.stream().driver().equals(ReplayLink.CSV_DRIVER)) {
      StreamCursor cursor = StreamSource.of(sqlite, span, decoders).open();
      for (int i = 0; i < EVENTS_THAT_NAME_ALL_SENSORS && cursor.next(); i++) {
        found.add(cursor.placement());
      }
    }
    return found.isEmpty() ? EnumSet.of(span.stream().placement()) : found;
  }

  @Override
  public RecordingNotes notes() {
    return notes;
  }

  @Override
  public List<Placement> placements() {
    return placements;
  }

  /** @throws RecordingFormatException when a stream is of a driver that this build does not know */
  @Override
  public RecordingReader open() throws IOException {
    Map<String, List<SensorChain.Link>> bySensor = new LinkedHashMap<>();
    for (SensorChain.Link link : links()) {
      bySensor.computeIfAbsent(link.source().span().stream().sensorId(), sensor -> new ArrayList<>()).add(link);
    }
    List<SensorChain> chains = new ArrayList<>();
    for (List<SensorChain.Link> links : bySensor.values()) {
      chains.add(new SensorChain(links));
    }
    return new SessionReader(chains);
  }

  private StreamSource source(RecordSpan span) throws IOException {
    StreamSource known = sources.get(span);
    if (known == null) {
      known = StreamSource.of(sqlite, span, decoders);
      sources.put(span, known);
    }
    return known;
  }

  private List<SensorChain.Link> links() throws IOException {
    if (spans.size() == 1) {
      return List.of(new SensorChain.Link(source(spans.getFirst()), timeNanos -> 0));
    }
    List<SensorChain.Link> links = new ArrayList<>();
    List<StreamAnchor> anchors = new ArrayList<>();
    for (RecordSpan span : spans) {
      StreamAnchor.of(source(span)).ifPresent(anchors::add);
    }
    for (StreamAnchor anchor : anchors) {
      links.add(new SensorChain.Link(anchor.source(), anchor.shiftOnto(anchors.getFirst())));
    }
    return links;
  }
}

package io.flatback.session;

import io.flatback.recording.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The second look: a whole record, analysed with what the whole of it teaches. */
public final class Reanalysis {
  private Reanalysis() {}

  public static SessionResult analyze(Recording recording, SessionSettings settings) throws IOException {
    return new SessionResult(
        new SessionResult.RecordingFacts(0, List.of()),
        SessionResult.Mode.ONE_SENSOR,
        new SessionResult.MountingFacts(0, false, Map.of(), List.of()),
        List.of(),
        List.of());
  }
}

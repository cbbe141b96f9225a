package io.flatback.store;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import java.io.IOException;
import java.util.List;

/**
 * The raw record of a session, read back through the decoders that read it live, on one time line. The
 * first stream keeps its own time.
 */
@SuppressWarnings("DoNotCallSuggester") // bodies follow in the next commit
public final class SessionRecording implements Recording {
  private final String sessionId;

  private SessionRecording(String sessionId) {
    this.sessionId = sessionId;
  }

  static SessionRecording of(Sqlite sqlite, String sessionId, DecoderFactory decoders) {
    return new SessionRecording(sessionId);
  }

  @Override
  public RecordingNotes notes() {
    throw new UnsupportedOperationException(sessionId);
  }

  @Override
  public List<Placement> placements() {
    throw new UnsupportedOperationException(sessionId);
  }

  @Override
  public RecordingReader open() throws IOException {
    throw new UnsupportedOperationException(sessionId);
  }
}

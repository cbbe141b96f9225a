package io.flatback.recording;

import io.flatback.signal.Placement;
import java.io.IOException;
import java.util.List;

/** A record that can be read from its beginning as often as wanted. */
public interface Recording {
  RecordingNotes notes();

  /** The sensors in it: one, or lumbar and sacrum. */
  List<Placement> placements();

  RecordingReader open() throws IOException;
}

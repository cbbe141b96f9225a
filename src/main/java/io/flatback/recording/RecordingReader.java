package io.flatback.recording;

import io.flatback.signal.SignalCursor;
import java.io.Closeable;

/** One reading of a {@link Recording} from its beginning. */
public interface RecordingReader extends SignalCursor, Closeable {}

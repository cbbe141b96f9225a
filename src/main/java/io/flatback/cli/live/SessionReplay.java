package io.flatback.cli.live;

import io.flatback.recording.RecordingReader;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the record that a dead run of the program left behind. */
final class SessionReplay {
  private static final Logger LOG = LoggerFactory.getLogger(SessionReplay.class);

  private final SecondLook secondLook;
  private final String sessionId;
  private final Duration away;

  /** @param away how long nobody listened */
  SessionReplay(SecondLook secondLook, String sessionId, Duration away) {
    this.secondLook = secondLook;
    this.sessionId = sessionId;
    this.away = away.isNegative() ? Duration.ZERO : away;
  }

  /** A record that can't be read to its end is taken as far as it goes. */
  void play(BiConsumer<Placement, SignalEvent> into) {
    try (RecordingReader reader = secondLook.recording(sessionId).open()) {
      while (reader.next()) {
        into.accept(reader.placement(), reader.event());
      }
    } catch (IOException e) {
      LOG.warn("session {} is taken up only in part: {}", sessionId, e.getMessage());
    }
  }

  /** Where the session's time line goes on. */
  long continuesAtNanos(long lastNanos) {
    return lastNanos + Math.max(away.toNanos(), 1);
  }
}

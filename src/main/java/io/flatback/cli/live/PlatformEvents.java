package io.flatback.cli.live;

import io.flatback.session.SessionEvent;
import java.util.List;

/** Hands on what a platform's pipeline says. Guarded by the platform's lock. */
record PlatformEvents(PlatformBoard board, PlatformSession session, Motors motors) {

  /** Within a set what is found is told first and kept then; what begins or ends one is there for whoever asks. */
  void happened(List<SessionEvent> events) {
    events.forEach(event -> motors.happened(event, board));
    if (events.stream().anyMatch(PlatformEvents::beginsOrEndsASet)) {
      for (SessionEvent event : events) {
        session.happened(event, board);
        board.happened(session.id(), event);
      }
    } else {
      events.forEach(event -> board.happened(session.id(), event));
      events.forEach(event -> session.happened(event, board));
    }
  }

  private static boolean beginsOrEndsASet(SessionEvent event) {
    return event instanceof SessionEvent.SetStarted || event instanceof SessionEvent.SetEnded;
  }

  /** Happened in another run of the program. */
  void restored(List<SessionEvent> events) {
    for (SessionEvent event : events) {
      session.happened(event, board);
      board.restored(session.id(), event);
    }
  }
}

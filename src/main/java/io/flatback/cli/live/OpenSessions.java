package io.flatback.cli.live;

import io.flatback.store.Database;
import io.flatback.store.EventLog.LoggedEvent;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Sessions that another run of the program left open, by dying. */
final class OpenSessions {
  private final Database database;
  private final SecondLook secondLook;
  private final InstantSource clock;
  private final List<TrainingSession> left;
  private final Instant diedAt;

  OpenSessions(Database database, SecondLook secondLook, InstantSource clock) {
    this.database = database;
    this.secondLook = secondLook;
    this.clock = clock;
    this.left = database.sessions().active();
    this.diedAt = lastSign();
  }

  List<TrainingSession> left() {
    return left;
  }

  /** A program that lives logs something every second a sensor streams. */
  private Instant lastSign() {
    List<LoggedEvent> last = database.events().after(database.events().lastId() - 1, 1);
    return last.isEmpty() ? clock.instant() : last.getFirst().at();
  }

  SessionReplay replay(TrainingSession session) {
    return new SessionReplay(secondLook, session.id(), Duration.between(diedAt, clock.instant()));
  }

  /** Its sensors are not here: nothing more will come. */
  void close(TrainingSession session) {
    Instant end = diedAt.isAfter(session.startedAt()) ? diedAt : session.startedAt();
    var unused = database.sessions().end(session.id(), EndReason.INTERRUPTED, end);
  }
}

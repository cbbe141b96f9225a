package io.flatback.cli.live;

import io.flatback.lift.RepEdit;
import io.flatback.recording.RecordingFormatException;
import io.flatback.session.SessionResult;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.State;
import io.flatback.web.EventHub;
import io.flatback.web.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What sessions hold, and what happens to those that have ended. Any thread. */
final class SessionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

  private final Database database;
  private final EventHub hub;
  private final SecondLook secondLook;
  private final ExecutorService analyses =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("second-look").daemon().factory());

  SessionDesk(Database database, EventHub hub, SecondLook secondLook) {
    this.database = database;
    this.hub = hub;
    this.secondLook = secondLook;
  }

  TrainingSession session(String id) {
    return database
        .sessions()
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("session " + id, "GET /api/v1/sessions lists those there are."));
  }

  /** Does not wait. */
  void analyzeLater(TrainingSession session) {
    if (!analyses.isShutdown()) {
      analyses.execute(() -> analyzeNow(session.id()));
    }
  }

  private void analyzeNow(String sessionId) {
    try {
      Optional<TrainingSession> session = database.sessions().find(sessionId);
      if (session.isPresent() && session.get().analysedAt() == null) {
        var unused = secondLook.renew(sessionId);
      }
      announce(sessionId);
    } catch (IOException | RuntimeException e) {
      LOG.warn("session {} has had no second look yet: {}", sessionId, e.toString());
    }
  }

  private void announce(String sessionId) {
    database.sessions().find(sessionId).ifPresent(s -> hub.sessionChanged(s, nameOf(s), "analysed"));
  }

  private String nameOf(TrainingSession session) {
    return database.athletes().find(session.athleteId()).map(Athlete::name).orElse("");
  }

  SessionResult result(String sessionId) throws IOException {
    TrainingSession session = session(sessionId);
    try {
      return session.state() == State.ACTIVE ? secondLook.analyze(session) : resultOfEnded(session);
    } catch (RecordingFormatException e) {
      throw ProblemException.notFound("reading in session " + sessionId + " yet", "Wait until its sensor streams.");
    }
  }

  /** Made at once where the analysis has not come to it yet. */
  private SessionResult resultOfEnded(TrainingSession session) throws IOException {
    Optional<SessionResult> kept =
        session.analysedAt() == null ? Optional.empty() : database.results().find(session.id());
    return kept.isPresent() ? kept.get() : secondLook.renew(session.id());
  }

  TrainingSession describe(String sessionId, @Nullable String exercise, @Nullable Double loadKg) throws IOException {
    database.sessions().describe(sessionId, exercise, loadKg);
    if (session(sessionId).state() == State.ENDED) {
      var unused = secondLook.renew(sessionId);
      announce(sessionId);
    }
    return session(sessionId);
  }

  SessionResult edit(String sessionId, RepEdit edit) throws IOException {
    SessionResult before = result(sessionId);
    database.edits().add(sessionId, edit);
    SessionResult after = secondLook.analyze(session(sessionId));
    if (after.sets().stream().map(SetCounts::of).toList().equals(before.sets().stream().map(SetCounts::of).toList())) {
      var unused = database.edits().undoLast(sessionId);
      throw ProblemException.editWithoutEffect(
          "The edit changes nothing there.", "Load the sets anew and choose the rep again.");
    }
    database.results().replace(sessionId, after);
    announce(sessionId);
    return after;
  }

  /** Waits for nothing: what was not analysed is analysed at the next start. */
  void close() {
    analyses.shutdown();
  }
}

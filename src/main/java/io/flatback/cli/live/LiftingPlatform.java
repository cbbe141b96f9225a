package io.flatback.cli.live;

import io.flatback.session.SessionEvent;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import io.flatback.store.Athlete;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import io.flatback.web.LiveControl.Preparation;
import io.flatback.web.PlatformView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One place to lift at: readings of its sensors through the pipeline, what that says to store and live
 * events, and the session's beginning and end. Any thread; one at a time.
 */
final class LiftingPlatform {
  /** Without a rep for so long, the session is over. */
  static final long IDLE_NANOS = 30L * 60 * 1_000_000_000L;

  private final ReentrantLock lock = new ReentrantLock();
  private final PlatformBoard board;
  private final PlatformSession session;
  private final SecondLook secondLook;
  private final GuardedPipeline pipeline;
  final Motors motors = new Motors();
  private StreamAlignment alignment;
  private long nowNanos;
  private long heardAtNanos;
  private boolean everythingEnded;

  LiftingPlatform(PlatformBoard board, PlatformSession session, SecondLook secondLook, long hostNanos) {
    this.board = board;
    this.session = session;
    this.secondLook = secondLook;
    this.pipeline = new GuardedPipeline(board.name(), board.settings(secondLook));
    this.alignment = new StreamAlignment(board.uris(), Long.MIN_VALUE);
    this.heardAtNanos = hostNanos;
  }

  String id() {
    return board.id();
  }

  /** A reading of one of the sensors, on that sensor's own time line. */
  void signal(String uri, Placement placement, SignalEvent event, long arrivalNanos) {
    lock.lock();
    try {
      heardAtNanos = arrivalNanos;
      alignment.offer(uri, placement, event, arrivalNanos);
      drain(arrivalNanos);
    } finally {
      lock.unlock();
    }
  }

  private void drain(long hostNanos) {
    Optional<StreamAlignment.Placed> placed = alignment.next(hostNanos);
    while (placed.isPresent()) {
      SignalEvent event = placed.get().event();
      nowNanos = Math.max(nowNanos, event.timeNanos());
      handle(pipeline.update(placed.get().placement(), event));
      board.faults(nowNanos, pipeline.faults());
      endIfIdle(nowNanos);
      placed = alignment.next(hostNanos);
    }
  }

  /** Within a set what is found is told first and kept then; what begins or ends one is there for whoever asks. */
  private void handle(List<SessionEvent> events) {
    events.forEach(event -> motors.happened(event, board));
    if (events.stream().anyMatch(LiftingPlatform::beginsOrEndsASet)) {
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

  /** Leads the wearer through a calibration from now on. */
  PlatformView calibrate() {
    lock.lock();
    try {
      pipeline.startCalibration(board.placements());
      return view();
    } finally {
      lock.unlock();
    }
  }

  PlatformView cancelCalibration() {
    lock.lock();
    try {
      handle(pipeline.cancelCalibration());
      return view();
    } finally {
      lock.unlock();
    }
  }

  boolean isInSet() {
    lock.lock();
    try {
      return session.inSet();
    } finally {
      lock.unlock();
    }
  }

  private void endIfIdle(long streamNanos) {
    if (session.isActive() && streamNanos - session.lastRepNanos() > IDLE_NANOS) {
      end(EndReason.IDLE);
    }
  }

  /** Once a second: sensors that have gone silent send nothing that would end a session. */
  void tick(long hostNanos) {
    lock.lock();
    try {
      drain(hostNanos);
      if (session.isActive() && hostNanos - heardAtNanos > IDLE_NANOS) {
        end(EndReason.IDLE);
      }
      session.retry(board);
    } finally {
      lock.unlock();
    }
  }

  void status(SensorStatus status) {
    lock.lock();
    try {
      board.status(session.id(), nowNanos, status);
      alignment.roundTrip(status.sensor(), status.figures().roundTripMs());
      if (status.state() == SensorStatus.State.ENDED) {
        alignment.end(status.sensor());
        drain(System.nanoTime());
        endIfEverythingEnded();
      }
    } finally {
      lock.unlock();
    }
  }

  private void endIfEverythingEnded() {
    if (!everythingEnded && alignment.allEnded()) {
      everythingEnded = true;
      handle(pipeline.finish());
      end(EndReason.RECORDING_OVER);
    }
  }

  /** @param failure what is wrong with the disk; null while all is kept */
  void disk(String uri, @Nullable StoreException failure) {
    if (board.diskChanges(uri, failure)) {
      lock.lock();
      try {
        board.disk(nowNanos, uri, failure);
      } finally {
        lock.unlock();
      }
    }
  }

  /** @return empty when a session goes on already, or when nobody is there to lift */
  Optional<TrainingSession> start(Preparation preparation, @Nullable Athlete athlete) {
    lock.lock();
    try {
      prepareLocked(preparation, athlete);
      return session.startOnRequest(nowNanos, board);
    } finally {
      lock.unlock();
    }
  }

  PlatformView prepare(Preparation preparation, @Nullable Athlete athlete) {
    lock.lock();
    try {
      prepareLocked(preparation, athlete);
      return view();
    } finally {
      lock.unlock();
    }
  }

  /** Between sessions the pipeline begins anew: it must know whose reps it judges before they are pulled. */
  private void prepareLocked(Preparation preparation, @Nullable Athlete athlete) {
    if (board.prepare(nowNanos, preparation, athlete)) {
      beginAnewBetweenSessions();
    }
  }

  private void beginAnewBetweenSessions() {
    if (!session.isActive() && !session.inSet()) {
      pipeline.restart(board.settings(secondLook));
    }
  }

  /** What a device is put right by is other than before; a session that goes on keeps what it began with. */
  void deviceChanged(String sensorId) {
    lock.lock();
    try {
      if (board.sensorIds().contains(sensorId)) {
        beginAnewBetweenSessions();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What the wearer's sets are judged by is other than before; a session that goes on keeps what it began with. */
  void judgedAnew(String athleteId) {
    lock.lock();
    try {
      Athlete wearer = board.athlete();
      if (wearer != null && wearer.id().equals(athleteId)) {
        beginAnewBetweenSessions();
      }
    } finally {
      lock.unlock();
    }
  }

  /** @return the session as it ended; empty when none goes on */
  Optional<TrainingSession> end(EndReason reason) {
    lock.lock();
    try {
      if (!session.isActive()) {
        return Optional.empty();
      }
      handle(pipeline.finish());
      Optional<TrainingSession> ended = session.end(reason, nowNanos, board);
      pipeline.restart(board.settings(secondLook));
      return ended;
    } finally {
      lock.unlock();
    }
  }

  boolean hasSession(String sessionId) {
    lock.lock();
    try {
      return sessionId.equals(session.id());
    } finally {
      lock.unlock();
    }
  }

  /** Takes up a session that another run of the program left open. */
  void resume(TrainingSession open, SessionReplay replay) {
    lock.lock();
    try {
      pipeline.restart(secondLook.settings(open));
      session.resume(open, board);
      replay.play(
          (placement, event) -> {
            nowNanos = Math.max(nowNanos, event.timeNanos());
            restore(pipeline.update(placement, event));
          });
      alignment = new StreamAlignment(board.uris(), replay.continuesAtNanos(nowNanos));
    } finally {
      lock.unlock();
    }
  }

  private void restore(List<SessionEvent> events) {
    for (SessionEvent event : events) {
      session.happened(event, board);
      board.restored(session.id(), event);
    }
  }

  void athleteChanged(@Nullable Athlete athlete) {
    lock.lock();
    try {
      board.athlete(nowNanos, athlete);
    } finally {
      lock.unlock();
    }
  }

  PlatformView view() {
    lock.lock();
    try {
      return board.view(session.id());
    } finally {
      lock.unlock();
    }
  }
}

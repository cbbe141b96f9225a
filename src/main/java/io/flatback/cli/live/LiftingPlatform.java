package io.flatback.cli.live;

import io.flatback.session.SessionEvent;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import io.flatback.store.Athlete;
import io.flatback.store.Sensor;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import io.flatback.web.LiveControl.Preparation;
import io.flatback.web.PlatformView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
  private final PlatformEvents events;
  final Motors motors = new Motors();
  private StreamAlignment alignment;
  private long nowNanos;
  private long heardAtNanos;
  private boolean everythingEnded;

  LiftingPlatform(PlatformBoard board, PlatformSession session, SecondLook secondLook, long hostNanos) {
    this.board = board;
    this.session = session;
    this.secondLook = secondLook;
    this.events = new PlatformEvents(board, session, motors);
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
      if (!board.has(uri)) {
        return;
      }
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
      events.happened(pipeline.update(placed.get().placement(), event));
      board.faults(nowNanos, pipeline.faults());
      endIfIdle(nowNanos);
      placed = alignment.next(hostNanos);
    }
  }

  /** Leads the wearer through a calibration from now on. */
  PlatformView calibrate() {
    return locked(() -> {
      pipeline.startCalibration(board.placements());
      return view();
    });
  }

  PlatformView cancelCalibration() {
    return locked(() -> {
      events.happened(pipeline.cancelCalibration());
      return view();
    });
  }

  boolean isInSet() {
    return locked(() -> session.inSet());
  }

  private void endIfIdle(long streamNanos) {
    if (session.isActive() && streamNanos - session.lastRepNanos() > IDLE_NANOS) {
      end(EndReason.IDLE);
    }
  }

  /** Once a second: sensors that have gone silent send nothing that would end a session. */
  void tick(long hostNanos) {
    locked(() -> {
      drain(hostNanos);
      if (session.isActive() && hostNanos - heardAtNanos > IDLE_NANOS) {
        end(EndReason.IDLE);
      }
      session.retry(board);
    });
  }

  void status(SensorStatus status) {
    locked(() -> {
      if (!board.has(status.sensor())) {
        return;
      }
      board.status(session.id(), nowNanos, status);
      alignment.roundTrip(status.sensor(), status.figures().roundTripMs());
      if (status.state() == SensorStatus.State.ENDED) {
        alignment.end(status.sensor());
        drain(System.nanoTime());
        endIfEverythingEnded();
      }
    });
  }

  private void endIfEverythingEnded() {
    if (!everythingEnded && alignment.allEnded()) {
      everythingEnded = true;
      events.happened(pipeline.finish());
      end(EndReason.RECORDING_OVER);
    }
  }

  /** @param failure what is wrong with the disk; null while all is kept */
  void disk(String uri, @Nullable StoreException failure) {
    if (board.diskChanges(uri, failure)) {
      lock.lock();
      try {
        if (board.has(uri)) {
          board.disk(nowNanos, uri, failure);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** @return false while a session goes on: whom it is about may not change */
  boolean join(Sensor sensor) {
    return regroup(() -> board.join(sensor));
  }

  /** @return false while a session goes on */
  boolean leave(String uri) {
    return regroup(() -> board.leave(uri));
  }

  /** The pipeline begins anew, on the same time line. */
  private boolean regroup(Runnable change) {
    return locked(() -> {
      if (session.isActive()) {
        return false;
      }
      events.happened(pipeline.finish());
      var unused = end(EndReason.REQUESTED); // should finishing have begun one
      change.run();
      alignment = new StreamAlignment(board.uris(), nowNanos == 0 ? Long.MIN_VALUE : nowNanos + 1);
      everythingEnded = board.uris().isEmpty();
      pipeline.restart(board.settings(secondLook));
      board.publish(nowNanos);
      return true;
    });
  }

  boolean isEmpty() {
    return locked(() -> board.uris().isEmpty());
  }

  /** @return empty when a session goes on already, or when nobody is there to lift */
  Optional<TrainingSession> start(Preparation preparation, @Nullable Athlete athlete) {
    return locked(() -> {
      prepareLocked(preparation, athlete);
      return session.startOnRequest(nowNanos, board);
    });
  }

  PlatformView prepare(Preparation preparation, @Nullable Athlete athlete) {
    return locked(() -> {
      prepareLocked(preparation, athlete);
      return view();
    });
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
    locked(() -> {
      if (board.sensorIds().contains(sensorId)) {
        beginAnewBetweenSessions();
      }
    });
  }

  /** What the wearer's sets are judged by is other than before; a session that goes on keeps what it began with. */
  void judgedAnew(String athleteId) {
    locked(() -> {
      Athlete wearer = board.athlete();
      if (wearer != null && wearer.id().equals(athleteId)) {
        beginAnewBetweenSessions();
      }
    });
  }

  /** @return the session as it ended; empty when none goes on */
  Optional<TrainingSession> end(EndReason reason) {
    return locked(() -> {
      if (!session.isActive()) {
        return Optional.empty();
      }
      events.happened(pipeline.finish());
      Optional<TrainingSession> ended = session.end(reason, nowNanos, board);
      pipeline.restart(board.settings(secondLook));
      return ended;
    });
  }

  boolean hasSession(String sessionId) {
    return locked(() -> sessionId.equals(session.id()));
  }

  /** Takes up a session that another run of the program left open. */
  void resume(TrainingSession open, SessionReplay replay) {
    locked(() -> {
      pipeline.restart(secondLook.settings(open));
      session.resume(open, board);
      replay.play(
          (placement, event) -> {
            nowNanos = Math.max(nowNanos, event.timeNanos());
            events.restored(pipeline.update(placement, event));
          });
      alignment = new StreamAlignment(board.uris(), replay.continuesAtNanos(nowNanos));
    });
  }

  void athleteChanged(@Nullable Athlete athlete) {
    locked(() -> board.athlete(nowNanos, athlete));
  }

  /** Not for every sample. */
  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  PlatformView view() {
    return locked(() -> board.view(session.id()));
  }
}

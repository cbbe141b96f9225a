package io.flatback.cli.live;

import io.flatback.lift.ExerciseProfiles;
import io.flatback.recording.RecordingNotes;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Placement;
import io.flatback.store.Athlete;
import io.flatback.store.Platform;
import io.flatback.store.Sensor;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import io.flatback.web.EventHub;
import io.flatback.web.LiveControl.Preparation;
import io.flatback.web.PlatformView;
import io.flatback.web.PlatformView.Trouble;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a platform shows: who lifts there and what, its sensors, its troubles; every change goes to the live
 * events. Guarded by the platform's lock.
 */
final class PlatformBoard {
  private final Platform platform;
  private final List<Sensor> sensors = new ArrayList<>();
  private final EventHub hub;
  private final InstantSource clock;
  private final Map<String, SensorStatus> statuses = new LinkedHashMap<>();
  private final Map<String, String> diskFailures = new ConcurrentHashMap<>();
  private @Nullable Athlete athlete;
  private @Nullable String exercise;
  private @Nullable Double loadKg;
  private @Nullable Trouble disk;
  private @Nullable Trouble analysis;
  private @Nullable String sessionId;
  private int faults;

  PlatformBoard(
      Platform platform, List<Sensor> sensors, @Nullable Athlete athlete, EventHub hub, InstantSource clock) {
    this.platform = platform;
    this.athlete = athlete;
    this.hub = hub;
    this.clock = clock;
    sensors.forEach(this::join);
  }

  void join(Sensor sensor) {
    sensors.add(sensor);
    statuses.put(sensor.uri(), SensorStatus.connecting(sensor.uri(), sensor.placement()));
  }

  void leave(String uri) {
    sensors.removeIf(sensor -> sensor.uri().equals(uri));
    statuses.remove(uri);
    diskFailures.remove(uri);
  }

  /** One that was let go may still have a word on its way. */
  boolean has(String uri) {
    return statuses.containsKey(uri);
  }

  /** What a recording that is played says of itself. */
  void noted(RecordingNotes notes) {
    exercise = notes.exercise().filter(ExerciseProfiles.names()::contains).orElse(exercise);
    loadKg = notes.loadKg().flatMap(PlatformBoard::number).orElse(loadKg);
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) && number >= 0 ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String id() {
    return platform.id();
  }

  String name() {
    return platform.name();
  }

  List<String> uris() {
    return sensors.stream().map(Sensor::uri).toList();
  }

  List<Placement> placements() {
    return sensors.stream().map(Sensor::placement).distinct().toList();
  }

  List<String> sensorIds() {
    return sensors.stream().map(Sensor::id).toList();
  }

  @Nullable Athlete athlete() {
    return athlete;
  }

  /** The wearer wants a warning to be felt. */
  boolean wantsBuzz() {
    Athlete wearer = athlete;
    return wearer != null && wearer.vibration();
  }

  @Nullable String exercise() {
    return exercise;
  }

  @Nullable Double loadKg() {
    return loadKg;
  }

  /** What the pipeline is to know before the next session. */
  SessionSettings settings(SecondLook secondLook) {
    Athlete wearer = athlete;
    return secondLook.settings(wearer == null ? null : wearer.id(), exercise, loadKg, sensorIds());
  }

  void happened(@Nullable String session, SessionEvent event) {
    hub.happened(platform.id(), session, event);
  }

  void restored(@Nullable String session, SessionEvent event) {
    hub.restored(platform.id(), session, event);
  }

  void status(@Nullable String session, long nowNanos, SensorStatus status) {
    statuses.put(status.sensor(), status);
    happened(session, new SessionEvent.SensorChanged(nowNanos, status));
  }

  /** @param reason why it began or ended */
  void sessionChanged(long nowNanos, TrainingSession session, String reason) {
    sessionId = session.state() == TrainingSession.State.ACTIVE ? session.id() : null;
    Athlete wearer = athlete;
    String name = wearer != null && wearer.id().equals(session.athleteId()) ? wearer.name() : "";
    hub.sessionChanged(nowNanos, session, name, reason);
  }

  /** @return whether anything is other than before */
  boolean prepare(long nowNanos, Preparation preparation, @Nullable Athlete next) {
    boolean same =
        Objects.equals(athlete, next)
            && Objects.equals(exercise, preparation.exercise())
            && Objects.equals(loadKg, preparation.loadKg());
    athlete = next;
    exercise = preparation.exercise();
    loadKg = preparation.loadKg();
    if (!same) {
      publish(nowNanos);
    }
    return !same;
  }

  void athlete(long nowNanos, @Nullable Athlete changed) {
    if (!Objects.equals(athlete, changed)) {
      athlete = changed;
      publish(nowNanos);
    }
  }

  /** Asked for every chunk of bytes, without the lock. */
  boolean diskChanges(String uri, @Nullable StoreException failure) {
    return (failure == null) == diskFailures.containsKey(uri);
  }

  /** @param what a sensor's address, or what else could not be kept */
  void disk(long nowNanos, String what, @Nullable StoreException failure) {
    if (failure == null) {
      diskFailures.remove(what);
    } else {
      diskFailures.put(what, String.valueOf(failure.getMessage()));
    }
    if (diskFailures.isEmpty() != (disk == null)) {
      disk = diskFailures.isEmpty() ? null : diskTrouble();
      publish(nowNanos);
    }
  }

  private Trouble diskTrouble() {
    return new Trouble(
        Trouble.Kind.DISK,
        "Nothing is being kept: " + diskFailures.values().iterator().next(),
        "Make room on the disk of the data directory; what waits is written as soon as there is some.",
        clock.instant());
  }

  void faults(long nowNanos, int count) {
    if (count != faults) {
      faults = count;
      analysis = count == 0 ? null : analysisTrouble();
      publish(nowNanos);
    }
  }

  private Trouble analysisTrouble() {
    return new Trouble(
        Trouble.Kind.PIPELINE,
        "The live analysis failed; the readings are being kept.",
        "End the session: its report is made from the readings. Report the lines of the log.",
        clock.instant());
  }

  @Nullable Trouble diskTroubleNow() {
    return disk;
  }

  void publish(long nowNanos) {
    hub.platformChanged(nowNanos, view(sessionId));
  }

  PlatformView view(@Nullable String session) {
    boolean two = sensors.stream().map(Sensor::placement).distinct().count() > 1;
    Trouble trouble = disk != null ? disk : analysis;
    return new PlatformView(
        platform.id(),
        platform.name(),
        two,
        athlete,
        exercise,
        loadKg,
        session,
        List.copyOf(statuses.values()),
        trouble);
  }
}

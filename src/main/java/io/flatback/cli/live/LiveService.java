package io.flatback.cli.live;

import io.flatback.lift.RepEdit;
import io.flatback.link.HostClock;
import io.flatback.recording.DecoderFactory;
import io.flatback.session.SessionResult;
import io.flatback.signal.Placement;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import io.flatback.web.EventHub;
import io.flatback.web.Finding;
import io.flatback.web.InReach;
import io.flatback.web.LiveControl;
import io.flatback.web.PlatformView;
import io.flatback.web.PlatformView.Trouble;
import io.flatback.web.ProblemException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the interface may ask of a running program: its platforms, sensors and sessions. Any thread. */
public final class LiveService implements LiveControl, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveService.class);

  private static final int WATCH_SECONDS = 2;

  private final Database database;
  private final EventHub hub;
  private final SecondLook secondLook;
  private final SessionDesk desk;
  private final LiftingFloor floor;
  private final Surroundings surroundings;
  private final ScheduledExecutorService ticker = thread("live-tick");
  private final ScheduledExecutorService watch = thread("port-watch");

  private LiveService(
      Database database, EventHub hub, DecoderFactory decoders, Surroundings surroundings, HostClock clock) {
    this.database = database;
    this.hub = hub;
    this.secondLook = new SecondLook(database, decoders);
    this.desk = new SessionDesk(database, hub, secondLook);
    this.floor = new LiftingFloor(database, hub, secondLook, desk, clock);
    this.surroundings = surroundings;
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  /** As the other, of a service that takes no sensor in. */
  public static LiveService open(
      Database database, EventHub hub, DecoderFactory decoders, List<LiveSensor> sensors, HostClock clock) {
    return open(database, hub, decoders, sensors, Surroundings.none(), clock);
  }

  /** Gives every sensor its platform, those that earlier runs took in too, and takes up what was left open. */
  public static LiveService open(
      Database database,
      EventHub hub,
      DecoderFactory decoders,
      List<LiveSensor> sensors,
      Surroundings surroundings,
      HostClock clock) {
    LiveService service = new LiveService(database, hub, decoders, surroundings, clock);
    service.floor.seat(sensors, service.remembered(sensors));
    service.takeUpOpenSessions();
    return service;
  }

  /** A device that was named for this run as well is that one. */
  private List<LiveSensor> remembered(List<LiveSensor> named) {
    List<String> addresses = named.stream().map(LiveSensor::uri).toList();
    return database.sensors().takenIn().stream()
        .filter(known -> !DeviceAddress.isAmong(known.uri(), addresses))
        .flatMap(known -> surroundings.maker().remembered(known).stream())
        .toList();
  }

  /** Begins to listen to the sensors. */
  public void listen() {
    floor.listen();
    var unused = ticker.scheduleWithFixedDelay(floor::tick, 1, 1, TimeUnit.SECONDS);
    var unusedToo = watch.scheduleWithFixedDelay(this::watchPorts, 0, WATCH_SECONDS, TimeUnit.SECONDS);
  }

  private void watchPorts() {
    try {
      surroundings.reach().news().forEach(hub::portChanged);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("the serial ports can't be listed: {}", e.toString());
      watch.shutdown();
    }
  }

  private void takeUpOpenSessions() {
    OpenSessions open = new OpenSessions(database, secondLook, InstantSource.system());
    for (TrainingSession session : open.left()) {
      Optional<LiftingPlatform> platform = floor.find(session.platformId());
      if (platform.isPresent()) {
        platform.get().resume(session, open.replay(session));
      } else {
        open.close(session);
      }
    }
    database.sessions().awaitingAnalysis().forEach(desk::analyzeLater);
  }

  @Override
  public List<PlatformView> platforms() {
    return floor.platforms().stream().map(LiftingPlatform::view).toList();
  }

  @Override
  public List<InReach> inReach(boolean ask) {
    return surroundings.reach().inReach(ask, floor.addressesInUse());
  }

  @Override
  public String takeIn(String sensor, @Nullable Placement placement, @Nullable String platformId) {
    return floor.takeIn(surroundings.maker().named(sensor, placement), platformId);
  }

  @Override
  public boolean letGo(String sensorId) {
    return floor.letGo(sensorId);
  }

  @Override
  public List<Finding> examine() {
    return surroundings.doctor().get();
  }

  @Override
  public Optional<PlatformView> platform(String id) {
    return floor.find(id).map(LiftingPlatform::view);
  }

  @Override
  public PlatformView prepare(String platformId, Preparation preparation) {
    refuseOtherAthlete(platformId, preparation);
    database.platforms().assign(platformId, preparation.athleteId());
    return floor.platform(platformId).prepare(preparation, athlete(preparation.athleteId()));
  }

  private void refuseOtherAthlete(String platformId, Preparation preparation) {
    PlatformView now = floor.platform(platformId).view();
    String present = now.athlete() == null ? null : now.athlete().id();
    if (now.sessionId() != null && !Objects.equals(present, preparation.athleteId())) {
      throw ProblemException.platformBusy(
          now.name() + " has a session that goes on.",
          "End it first: POST /api/v1/sessions/" + now.sessionId() + "/end.");
    }
  }

  @Override
  public PlatformView calibrate(String platformId) {
    LiftingPlatform platform = floor.platform(platformId);
    if (platform.isInSet()) {
      throw ProblemException.platformBusy(
          platform.view().name() + " has a set that goes on.", "Calibrate between sets, before the bar is loaded.");
    }
    return platform.calibrate();
  }

  @Override
  public PlatformView cancelCalibration(String platformId) {
    return floor.platform(platformId).cancelCalibration();
  }

  @Override
  public boolean forgetDeviceCalibration(String sensorId) {
    boolean gone = database.sensors().forgetCalibration(sensorId);
    if (gone) {
      floor.platforms().forEach(platform -> platform.deviceChanged(sensorId));
    }
    return gone;
  }

  @Override
  public TrainingSession start(String platformId, Preparation preparation) {
    LiftingPlatform platform = floor.platform(platformId);
    PlatformView now = platform.view();
    if (now.sessionId() != null) {
      throw ProblemException.platformBusy(
          now.name() + " has a session that goes on.",
          "Go on with it, or end it first: POST /api/v1/sessions/" + now.sessionId() + "/end.");
    }
    if (preparation.athleteId() == null) {
      throw ProblemException.platformWithoutAthlete(
          now.name() + " has no athlete.", "Name one: {\"platform\": …, \"athlete\": …}; GET /api/v1/athletes lists them.");
    }
    database.platforms().assign(platformId, preparation.athleteId());
    return platform
        .start(preparation, athlete(preparation.athleteId()))
        .orElseThrow(() -> ProblemException.platformBusy("A session has just begun there.", "Load the state anew."));
  }

  @Override
  public TrainingSession end(String sessionId) throws IOException {
    for (LiftingPlatform platform : floor.platforms()) {
      if (platform.hasSession(sessionId)) {
        refuseUnlessEnded(platform.end(EndReason.REQUESTED));
      }
    }
    var unused = desk.result(sessionId);
    return desk.session(sessionId);
  }

  private static void refuseUnlessEnded(Optional<TrainingSession> ended) {
    if (ended.isEmpty()) {
      throw new StoreException("the disk does not take the end of the session: make room, it is tried again by itself");
    }
  }

  @Override
  public TrainingSession describe(String sessionId, @Nullable String exercise, @Nullable Double loadKg)
      throws IOException {
    return desk.describe(sessionId, exercise, loadKg);
  }

  @Override
  public void delete(String sessionId) {
    database.sessions().delete(sessionId);
  }

  @Override
  public SessionResult result(String sessionId) throws IOException {
    return desk.result(sessionId);
  }

  @Override
  public SessionResult edit(String sessionId, RepEdit edit) throws IOException {
    return desk.edit(sessionId, edit);
  }

  @Override
  public Optional<Trouble> storageTrouble() {
    return platforms().stream()
        .map(PlatformView::trouble)
        .filter(Objects::nonNull)
        .filter(trouble -> trouble.kind() == Trouble.Kind.DISK)
        .findFirst();
  }

  @Override
  public void athletesChanged() {
    for (LiftingPlatform platform : floor.platforms()) {
      Athlete known = platform.view().athlete();
      if (known != null) {
        platform.athleteChanged(athlete(known.id()));
      }
    }
  }

  @Override
  public void judgedAnew(String athleteId) {
    floor.platforms().forEach(platform -> platform.judgedAnew(athleteId));
  }

  private @Nullable Athlete athlete(@Nullable String id) {
    return id == null ? null : database.athletes().find(id).orElse(null);
  }

  /** Stops listening; open sessions end. What the second look does not manage now it does at the next start. */
  @Override
  public void close() {
    ticker.shutdownNow();
    watch.shutdownNow();
    surroundings.reach().close();
    floor.stopListening();
    desk.close();
    floor.close();
  }
}

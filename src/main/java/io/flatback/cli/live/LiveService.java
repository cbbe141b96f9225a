package io.flatback.cli.live;

import io.flatback.cli.reach.SerialReach;
import io.flatback.lift.RepEdit;
import io.flatback.link.HostClock;
import io.flatback.recording.DecoderFactory;
import io.flatback.session.DevicesInUse;
import io.flatback.session.SensorSupervisor;
import io.flatback.session.SessionResult;
import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.StoreException;
import io.flatback.store.TrainingSession;
import io.flatback.store.TrainingSession.EndReason;
import io.flatback.web.EventHub;
import io.flatback.web.InReach;
import io.flatback.web.LiveControl;
import io.flatback.web.PlatformView;
import io.flatback.web.PlatformView.Trouble;
import io.flatback.web.ProblemException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All platforms of one running program, and what the interface may ask of them. Any thread. */
public final class LiveService implements LiveControl, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveService.class);

  private final Database database;
  private final HostClock clock;
  private final SecondLook secondLook;
  private final SessionDesk desk;
  private final DevicesInUse devices = new DevicesInUse();
  private final Map<String, LiftingPlatform> platforms = new LinkedHashMap<>();
  private final List<PlatformSetup.Seat> seats = new CopyOnWriteArrayList<>();
  private final SerialReach reach = SerialReach.ofThisMachine(() -> PlatformSetup.addresses(seats));
  private final List<SensorSupervisor> supervisors = new ArrayList<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live-tick").daemon().factory());

  private LiveService(Database database, EventHub hub, DecoderFactory decoders, HostClock clock) {
    this.database = database;
    this.clock = clock;
    this.secondLook = new SecondLook(database, decoders);
    this.desk = new SessionDesk(database, hub, secondLook);
  }

  /** Gives every sensor its platform and takes up what an earlier run left open. */
  public static LiveService open(
      Database database, EventHub hub, DecoderFactory decoders, List<LiveSensor> sensors, HostClock clock) {
    LiveService service = new LiveService(database, hub, decoders, clock);
    service.seats.addAll(new PlatformSetup(database, hub, InstantSource.system()).seat(sensors));
    service.seats.forEach(service::open);
    service.takeUpOpenSessions();
    return service;
  }

  /** As {@link #open}, then {@link #listen}. */
  public static LiveService start(
      Database database, EventHub hub, DecoderFactory decoders, List<LiveSensor> sensors, HostClock clock) {
    LiveService service = open(database, hub, decoders, sensors, clock);
    service.listen();
    return service;
  }

  /** Begins to listen to the sensors. */
  public void listen() {
    seats.forEach(this::listen);
    var unused = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  private void open(PlatformSetup.Seat seat) {
    PlatformSession session = new PlatformSession(database, desk::analyzeLater);
    LiftingPlatform platform = new LiftingPlatform(seat.board(), session, secondLook, clock.nanoTime());
    platforms.put(platform.id(), platform);
    seat.board().publish(0);
  }

  private void listen(PlatformSetup.Seat seat) {
    LiftingPlatform platform = Objects.requireNonNull(platforms.get(seat.board().id()));
    for (PlatformSetup.Place place : seat.places()) {
      LiveSensor sensor = place.sensor();
      SensorFeed feed =
          new SensorFeed(sensor.uri(), new JournalFeed(database.journal(), place.sensorId()), platform);
      SensorSupervisor supervisor =
          new SensorSupervisor(
              sensor.uri(),
              sensor.placement(),
              sensor.opener(),
              sensor.makesDriver().get(),
              feed,
              clock,
              new SplittableRandom(),
              devices);
      platform.motors.add(supervisor::buzz);
      supervisors.add(supervisor);
      supervisor.start();
    }
  }

  private void takeUpOpenSessions() {
    OpenSessions open = new OpenSessions(database, secondLook, InstantSource.system());
    for (TrainingSession session : open.left()) {
      LiftingPlatform platform = session.platformId() == null ? null : platforms.get(session.platformId());
      if (platform != null) {
        platform.resume(session, open.replay(session));
      } else {
        open.close(session);
      }
    }
    database.sessions().awaitingAnalysis().forEach(desk::analyzeLater);
  }

  private void tick() {
    for (LiftingPlatform platform : platforms.values()) {
      try {
        platform.tick(clock.nanoTime());
      } catch (RuntimeException e) {
        LOG.error("platform {}: {}", platform.id(), e.toString(), e);
      }
    }
  }

  @Override
  public List<PlatformView> platforms() {
    return platforms.values().stream().map(LiftingPlatform::view).toList();
  }

  @Override
  public List<InReach> inReach(boolean ask) {
    return ask ? reach.ask() : reach.look();
  }

  @Override
  public Optional<PlatformView> platform(String id) {
    return Optional.ofNullable(platforms.get(id)).map(LiftingPlatform::view);
  }

  @Override
  public PlatformView prepare(String platformId, Preparation preparation) {
    refuseOtherAthlete(platformId, preparation);
    database.platforms().assign(platformId, preparation.athleteId());
    return found(platformId).prepare(preparation, athlete(preparation.athleteId()));
  }

  private void refuseOtherAthlete(String platformId, Preparation preparation) {
    PlatformView now = found(platformId).view();
    String present = now.athlete() == null ? null : now.athlete().id();
    if (now.sessionId() != null && !Objects.equals(present, preparation.athleteId())) {
      throw ProblemException.platformBusy(
          now.name() + " has a session that goes on.",
          "End it first: POST /api/v1/sessions/" + now.sessionId() + "/end.");
    }
  }

  @Override
  public PlatformView calibrate(String platformId) {
    LiftingPlatform platform = found(platformId);
    if (platform.isInSet()) {
      throw ProblemException.platformBusy(
          platform.view().name() + " has a set that goes on.", "Calibrate between sets, before the bar is loaded.");
    }
    return platform.calibrate();
  }

  @Override
  public PlatformView cancelCalibration(String platformId) {
    return found(platformId).cancelCalibration();
  }

  @Override
  public boolean forgetDeviceCalibration(String sensorId) {
    boolean gone = database.sensors().forgetCalibration(sensorId);
    if (gone) {
      platforms.values().forEach(platform -> platform.deviceChanged(sensorId));
    }
    return gone;
  }

  @Override
  public TrainingSession start(String platformId, Preparation preparation) {
    LiftingPlatform platform = found(platformId);
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
    for (LiftingPlatform platform : platforms.values()) {
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
    for (LiftingPlatform platform : platforms.values()) {
      Athlete known = platform.view().athlete();
      if (known != null) {
        platform.athleteChanged(athlete(known.id()));
      }
    }
  }

  @Override
  public void judgedAnew(String athleteId) {
    platforms.values().forEach(platform -> platform.judgedAnew(athleteId));
  }

  private @Nullable Athlete athlete(@Nullable String id) {
    return id == null ? null : database.athletes().find(id).orElse(null);
  }

  private LiftingPlatform found(String platformId) {
    LiftingPlatform platform = platforms.get(platformId);
    if (platform == null) {
      throw ProblemException.notFound("platform " + platformId, "GET /api/v1/platforms lists those there are.");
    }
    return platform;
  }

  /** Stops listening; open sessions end. What the second look does not manage now it does at the next start. */
  @Override
  public void close() {
    ticker.shutdownNow();
    reach.close();
    supervisors.forEach(SensorSupervisor::close);
    desk.close();
    for (LiftingPlatform platform : platforms.values()) {
      try {
        var unused = platform.end(EndReason.SHUTDOWN);
      } catch (RuntimeException e) {
        LOG.warn("platform {}: its session stays open: {}", platform.id(), e.toString());
      }
    }
  }
}

package io.flatback.cli.live;

import io.flatback.link.HostClock;
import io.flatback.session.DevicesInUse;
import io.flatback.signal.Placement;
import io.flatback.store.Database;
import io.flatback.store.Sensor;
import io.flatback.store.TrainingSession.EndReason;
import io.flatback.web.EventHub;
import io.flatback.web.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places to lift at, and the sensors that are listened to there. Both come and go while the program runs. Any
 * thread; one sensor comes or goes at a time.
 */
final class LiftingFloor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiftingFloor.class);
  /** own: twice as many as were measured at once; each has a thread. */
  static final int MOST_SENSORS = 32;

  private final Database database;
  private final EventHub hub;
  private final HostClock clock;
  private final SecondLook secondLook;
  private final SessionDesk desk;
  private final PlatformSetup setup;
  private final DevicesInUse devices = new DevicesInUse();
  private final List<LiftingPlatform> platforms = new CopyOnWriteArrayList<>();
  private final List<ListenedSensor> sensors = new CopyOnWriteArrayList<>();
  private boolean listening;

  LiftingFloor(Database database, EventHub hub, SecondLook secondLook, SessionDesk desk, HostClock clock) {
    this.database = database;
    this.hub = hub;
    this.clock = clock;
    this.secondLook = secondLook;
    this.desk = desk;
    this.setup = new PlatformSetup(database, hub, InstantSource.system());
  }

  /**
   * Gives every sensor its place, before anything is listened to.
   *
   * @param remembered taken in by an earlier run
   */
  synchronized void seat(List<LiveSensor> named, List<LiveSensor> remembered) {
    setup.seat(named, remembered).forEach(this::seat);
  }

  private void seat(PlatformSetup.Seat seat) {
    PlatformSession session = new PlatformSession(database, desk::analyzeLater);
    LiftingPlatform platform = new LiftingPlatform(seat.board(), session, secondLook, clock.nanoTime());
    platforms.add(platform);
    seat.board().publish(0);
    seat.places().forEach(place -> place(place, platform));
  }

  private void place(PlatformSetup.Place place, LiftingPlatform platform) {
    ListenedSensor listened = new ListenedSensor(place.sensor(), place.sensorId(), platform, database);
    sensors.add(listened);
    if (listening) {
      listened.start(clock, devices);
    }
  }

  /** Begins to listen to the sensors. */
  synchronized void listen() {
    listening = true;
    sensors.forEach(sensor -> sensor.start(clock, devices));
  }

  /**
   * One sensor more.
   *
   * @param platformId null: a place of its own
   * @return the id under which it is kept
   */
  synchronized String takeIn(LiveSensor sensor, @Nullable String platformId) {
    refuseIfInUse(sensor);
    if (platformId == null) {
      seat(setup.seat(List.of(sensor), List.of()).getFirst());
    } else {
      join(sensor, platform(platformId));
    }
    String id = sensors.getLast().id();
    var unused = database.sensors().takeIn(id);
    LOG.info("{}: taken in", sensor.uri());
    return id;
  }

  private void refuseIfInUse(LiveSensor sensor) {
    if (DeviceAddress.isAmong(sensor.uri(), addressesInUse())) {
      throw ProblemException.sensorInUse(
          sensor.uri() + " is listened to already.", "Let it go first, or use another: GET /api/v1/sensors lists them.");
    }
    if (sensors.size() >= MOST_SENSORS) {
      throw ProblemException.sensorNotAllowed(
          MOST_SENSORS + " sensors are listened to, and no more are taken in.", "Let one go first.");
    }
  }

  private void join(LiveSensor sensor, LiftingPlatform platform) {
    refuseTakenPlace(sensor.placement(), platform);
    Sensor known = setup.join(sensor, platform.id());
    if (!platform.join(known)) {
      var unused = database.sensors().place(known.id(), null);
      throw ProblemException.platformBusy(
          platform.view().name() + " has a session that goes on.", "End it first, then add the sensor.");
    }
    place(new PlatformSetup.Place(sensor, known.id()), platform);
  }

  private static void refuseTakenPlace(Placement placement, LiftingPlatform platform) {
    if (platform.view().sensors().stream().anyMatch(there -> there.placement() == placement)) {
      throw ProblemException.platformBusy(
          platform.view().name() + " has a sensor at " + placement.key() + " already.",
          "Name the other placement, or no platform: it gets one of its own.");
    }
  }

  /** @return false where no sensor of that id is listened to */
  synchronized boolean letGo(String sensorId) {
    Optional<ListenedSensor> found = sensors.stream().filter(sensor -> sensor.id().equals(sensorId)).findFirst();
    found.ifPresent(this::letGo);
    return found.isPresent();
  }

  private void letGo(ListenedSensor sensor) {
    LiftingPlatform platform = sensor.platform();
    if (!platform.leave(sensor.uri())) {
      throw ProblemException.sessionActive(
          sensor.uri() + " is worn in a session that goes on.", "End the session first, then let the sensor go.");
    }
    sensors.remove(sensor);
    var unused = database.sensors().letGo(sensor.id());
    if (platform.isEmpty()) {
      platforms.remove(platform);
      hub.platformGone(platform.id());
    } else {
      var unusedToo = database.sensors().place(sensor.id(), null);
    }
    try {
      sensor.letGo();
      LOG.info("{}: let go", sensor.uri());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  List<LiftingPlatform> platforms() {
    return List.copyOf(platforms);
  }

  LiftingPlatform platform(String id) {
    return find(id)
        .orElseThrow(() -> ProblemException.notFound("platform " + id, "GET /api/v1/platforms lists those there are."));
  }

  Optional<LiftingPlatform> find(@Nullable String id) {
    return platforms.stream().filter(platform -> platform.id().equals(id)).findFirst();
  }

  Set<String> addressesInUse() {
    return sensors.stream().flatMap(sensor -> sensor.addresses().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Once a second. */
  void tick() {
    for (LiftingPlatform platform : platforms) {
      try {
        platform.tick(clock.nanoTime());
      } catch (RuntimeException e) {
        LOG.error("platform {}: {}", platform.id(), e.toString(), e);
      }
    }
  }

  /** Nothing more is heard. */
  void stopListening() {
    sensors.forEach(ListenedSensor::close);
  }

  /** Open sessions end. */
  @Override
  public void close() {
    for (LiftingPlatform platform : platforms) {
      try {
        var unused = platform.end(EndReason.SHUTDOWN);
      } catch (RuntimeException e) {
        LOG.warn("platform {}: its session stays open: {}", platform.id(), e.toString());
      }
    }
  }
}

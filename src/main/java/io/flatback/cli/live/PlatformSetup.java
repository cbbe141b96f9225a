package io.flatback.cli.live;

import io.flatback.store.Athlete;
import io.flatback.store.Database;
import io.flatback.store.Platform;
import io.flatback.store.Sensor;
import io.flatback.web.EventHub;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives every sensor its place: a lumbar and a sacral one share a platform, every other has its own. Known
 * sensors come back to the platform they had.
 */
final class PlatformSetup {
  private static final String FIRST_ATHLETE = "You";

  private final Database database;
  private final EventHub hub;
  private final InstantSource clock;

  PlatformSetup(Database database, EventHub hub, InstantSource clock) {
    this.database = database;
    this.hub = hub;
    this.clock = clock;
  }

  /** A sensor under the name the store knows it by. */
  record Place(LiveSensor sensor, String sensorId) {}

  /** A platform with its sensors. */
  record Seat(PlatformBoard board, List<Place> places) {}

  /** @param remembered those that this run was not told of: each comes back to its place, and joins no other */
  List<Seat> seat(List<LiveSensor> named, List<LiveSensor> remembered) {
    if (database.athletes().list().isEmpty()) {
      var unused = database.athletes().create(FIRST_ATHLETE);
    }
    return new Grouping(this::home).groups(named, remembered).stream().map(this::seatGroup).toList();
  }

  private Optional<String> home(LiveSensor sensor) {
    return database.sensors().findByUri(sensor.uri()).map(Sensor::platformId);
  }

  /** @return as the store knows it, at that platform from now on */
  Sensor join(LiveSensor sensor, String platformId) {
    Sensor known = database.sensors().register(sensor.uri(), sensor.placement(), sensor.driver());
    var unused = database.sensors().place(known.id(), platformId);
    return known;
  }

  private Seat seatGroup(List<LiveSensor> group) {
    List<Place> places = new ArrayList<>();
    for (LiveSensor sensor : group) {
      Sensor known = database.sensors().register(sensor.uri(), sensor.placement(), sensor.driver());
      places.add(new Place(sensor, known.id()));
    }
    Platform platform = platformOf(places);
    places.forEach(place -> database.sensors().place(place.sensorId(), platform.id()));
    List<Sensor> sensors = places.stream().map(place -> database.sensors().find(place.sensorId()).orElseThrow()).toList();
    PlatformBoard board = new PlatformBoard(platform, sensors, athleteOf(platform, sensors), hub, clock);
    group.forEach(sensor -> board.noted(sensor.notes()));
    return new Seat(board, places);
  }

  /** The platform these sensors had together, or a new one. */
  private Platform platformOf(List<Place> places) {
    List<String> ids = places.stream().map(Place::sensorId).sorted().toList();
    return database.platforms().list().stream()
        .filter(platform -> platform.sensorIds().stream().sorted().toList().equals(ids))
        .findFirst()
        .orElseGet(() -> database.platforms().create("Platform " + (database.platforms().list().size() + 1)));
  }

  private @Nullable Athlete athleteOf(Platform platform, List<Sensor> sensors) {
    Optional<String> known =
        Optional.ofNullable(platform.athleteId())
            .or(() -> sensors.stream().flatMap(s -> Optional.ofNullable(s.athleteId()).stream()).findFirst());
    if (known.isPresent()) {
      return database.athletes().find(known.get()).orElse(null);
    }
    List<Athlete> all = database.athletes().list();
    if (all.size() != 1) {
      return null;
    }
    database.platforms().assign(platform.id(), all.getFirst().id());
    return all.getFirst();
  }
}

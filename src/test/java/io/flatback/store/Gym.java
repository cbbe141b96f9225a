package io.flatback.store;

import io.flatback.signal.Placement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A database with an athlete and a sensor, and a wall clock that is set by hand. */
final class Gym implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
  static final String DRIVER = "fake";

  final Database database;
  final Athlete athlete;
  final Sensor lumbar;
  private Instant now = MORNING;

  private Gym(Path directory, String driver) {
    database = Database.open(directory, (InstantSource) () -> now);
    athlete =
        database.athletes().list().stream().findFirst().orElseGet(() -> database.athletes().create("Ada"));
    lumbar = database.sensors().register("fake:lumbar", Placement.LUMBAR, driver);
  }

  static Gym in(Path directory) {
    return new Gym(directory, DRIVER);
  }

  static Gym in(Path directory, String driver) {
    return new Gym(directory, driver);
  }

  void at(Instant instant) {
    now = instant;
  }

  Instant now() {
    return now;
  }

  void waitSeconds(double seconds) {
    now = now.plusNanos((long) (seconds * 1e9));
  }

  TrainingSession start(Sensor... sensors) {
    return database.sessions().start(NewSession.now(athlete.id(), List.of(sensors).stream().map(Sensor::id).toList()));
  }

  TrainingSession end(TrainingSession session) {
    return database.sessions().end(session.id(), TrainingSession.EndReason.REQUESTED).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}

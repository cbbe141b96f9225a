package io.flatback.cli.live;

import io.flatback.link.HostClock;
import io.flatback.session.DevicesInUse;
import io.flatback.session.SensorSupervisor;
import io.flatback.store.Database;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sensor at its platform, from when it is listened to until it is let go. Begun and stopped once; any thread. */
final class ListenedSensor {
  private static final Logger LOG = LoggerFactory.getLogger(ListenedSensor.class);
  /** own: a read waits a fifth of a second, and closing a port waits for it a second at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final LiveSensor sensor;
  private final String id;
  private final LiftingPlatform platform;
  private final SensorFeed feed;
  private volatile @Nullable SensorSupervisor supervisor;

  /** @param id under which it is kept */
  ListenedSensor(LiveSensor sensor, String id, LiftingPlatform platform, Database database) {
    this.sensor = sensor;
    this.id = id;
    this.platform = platform;
    this.feed = new SensorFeed(sensor.uri(), new JournalFeed(database.journal(), id), platform);
  }

  String id() {
    return id;
  }

  String uri() {
    return sensor.uri();
  }

  LiftingPlatform platform() {
    return platform;
  }

  void start(HostClock clock, DevicesInUse devices) {
    SensorSupervisor begun =
        new SensorSupervisor(
            sensor.uri(), sensor.placement(), sensor.opener(), sensor.makesDriver().get(), feed, clock,
            new SplittableRandom(), devices);
    supervisor = begun;
    platform.motors.add(sensor.uri(), begun::buzz);
    begun.start();
  }

  /** As it was named, and as its link calls itself while one is open. */
  Set<String> addresses() {
    Set<String> addresses = new LinkedHashSet<>(Set.of(sensor.uri()));
    SensorSupervisor current = supervisor;
    if (current != null) {
      current.openAddress().ifPresent(addresses::add);
    }
    return addresses;
  }

  /** Ends the stream, without waiting. */
  void close() {
    SensorSupervisor current = supervisor;
    if (current != null) {
      current.close();
    }
  }

  /** Ends the stream and its record; its port is free afterwards. */
  void letGo() throws InterruptedException {
    platform.motors.remove(sensor.uri());
    SensorSupervisor current = supervisor;
    if (current != null) {
      current.close();
      if (!current.awaitEnd(PATIENCE)) {
        LOG.warn("{}: has not let its link go yet", sensor.uri());
        return;
      }
    }
    feed.end();
  }
}

package io.flatback.link.ble;

import io.flatback.link.LinkLostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What bluetoothd knows of adapters, devices and their services: the whole once, kept up to date by its signals.
 * Those that come before the whole is there are kept for after it. Any thread.
 */
final class BluezObjects {
  /** own: bluetoothd needs one to three seconds for a device it has not met. */
  private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(10);
  private static final Duration HANG_UP_PATIENCE = Duration.ofMillis(500);

  private final Map<String, Map<String, Map<String, Object>>> objects = new HashMap<>();
  private final List<Runnable> early = new ArrayList<>();
  private boolean loaded;
  private long changes;
  private @Nullable String ended;
  private Runnable watcher = () -> {};

  /** @param whole path → interface → property → value */
  synchronized void load(Map<String, Map<String, Map<String, Object>>> whole) {
    objects.clear();
    whole.forEach(this::put);
    loaded = true;
    early.forEach(Runnable::run);
    early.clear();
    tell();
  }

  void added(String path, Map<String, Map<String, Object>> interfaces) {
    apply(() -> put(path, interfaces));
  }

  void removed(String path, List<String> interfaces) {
    apply(
        () -> {
          Map<String, Map<String, Object>> left = objects.getOrDefault(path, new HashMap<>());
          interfaces.forEach(left::remove);
          if (left.isEmpty()) {
            objects.remove(path);
          }
        });
  }

  void changed(String path, String interfaceName, Map<String, Object> properties, List<String> invalidated) {
    apply(
        () -> {
          Map<String, Object> all = objects.getOrDefault(path, Map.of()).get(interfaceName);
          if (all != null) {
            all.putAll(properties);
            invalidated.forEach(all::remove);
          }
        });
  }

  private void put(String path, Map<String, Map<String, Object>> interfaces) {
    Map<String, Map<String, Object>> all = objects.computeIfAbsent(path, p -> new HashMap<>());
    interfaces.forEach((name, properties) -> all.put(name, new HashMap<>(properties)));
  }

  private synchronized void apply(Runnable change) {
    if (!loaded) {
      early.add(change);
      return;
    }
    change.run();
    tell();
  }

  /** Nothing more will be heard. */
  synchronized void end(String reason) {
    if (ended == null) {
      ended = reason;
      tell();
    }
  }

  private void tell() {
    changes++;
    notifyAll();
    watcher.run();
  }

  /** @param watcher run after every change, at once the first time; quick, and never throws */
  synchronized void watch(Runnable watcher) {
    this.watcher = watcher;
    watcher.run();
  }

  /** Why nothing more will be heard; null while it will. */
  synchronized @Nullable String ended() {
    return ended;
  }

  /**
   * Waits for a device's services, which come some time after its connection.
   *
   * @return false when they don't, or the connection goes again
   * @throws LinkLostException when nothing more will be heard
   */
  boolean awaitServices(String devicePath) throws LinkLostException, InterruptedException {
    long untilNanos = System.nanoTime() + SERVICES_PATIENCE.toNanos();
    boolean wasConnected = false;
    while (true) {
      long seen = changes();
      boolean connected = is(devicePath, "Connected");
      if (connected && is(devicePath, "ServicesResolved")) {
        return true;
      }
      if ((wasConnected && !connected) || System.nanoTime() - untilNanos >= 0) {
        return false;
      }
      wasConnected = connected;
      awaitChange(seen, untilNanos);
    }
  }

  /**
   * Waits for a device to hang up, which may be told a little after what it was the answer to.
   *
   * @return false when it stays
   * @throws LinkLostException when nothing more will be heard
   */
  boolean awaitHangUp(String devicePath) throws LinkLostException, InterruptedException {
    long untilNanos = System.nanoTime() + HANG_UP_PATIENCE.toNanos();
    long seen = changes();
    while (is(devicePath, "Connected") && System.nanoTime() - untilNanos < 0) {
      awaitChange(seen, untilNanos);
      seen = changes();
    }
    return !is(devicePath, "Connected");
  }

  /** Of a device; false when it is not known. */
  boolean is(String devicePath, String property) {
    return get(devicePath, Bluez.DEVICE).map(one -> one.is(property)).orElse(false);
  }

  synchronized Optional<BluezObject> get(String path, String interfaceName) {
    return Optional.ofNullable(objects.getOrDefault(path, Map.of()).get(interfaceName))
        .map(properties -> new BluezObject(path, properties));
  }

  /** Of a device with a Battery service; empty for others, and until bluetoothd has read it. */
  OptionalInt batteryPercent(String devicePath) {
    return get(devicePath, Bluez.BATTERY).map(battery -> battery.number("Percentage")).orElse(OptionalInt.empty());
  }

  /** All that have an interface, by path. */
  synchronized List<BluezObject> all(String interfaceName) {
    return objects.entrySet().stream()
        .filter(one -> one.getValue().containsKey(interfaceName))
        .map(one -> new BluezObject(one.getKey(), one.getValue().getOrDefault(interfaceName, Map.of())))
        .sorted(Comparator.comparing(BluezObject::path))
        .toList();
  }

  /** How often something has changed; look at it before looking at what may change. */
  synchronized long changes() {
    return changes;
  }

  /**
   * Waits for a change after those that were seen, until then at the latest.
   *
   * @throws LinkLostException when nothing more will be heard
   */
  synchronized void awaitChange(long seen, long untilNanos) throws LinkLostException, InterruptedException {
    long leftNanos = untilNanos - System.nanoTime();
    while (changes == seen && ended == null && leftNanos > 0) {
      wait(leftNanos / 1_000_000 + 1);
      leftNanos = untilNanos - System.nanoTime();
    }
    if (ended != null) {
      throw new LinkLostException(ended);
    }
  }
}

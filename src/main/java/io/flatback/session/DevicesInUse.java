package io.flatback.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which sensor of this run has which device, so that one number on two devices does not go unseen. Any thread. */
public final class DevicesInUse {
  private final Map<String, String> sensorOfUid = new ConcurrentHashMap<>();

  /** @return the other sensor that has the device already; empty when it is this one's */
  Optional<String> otherWith(String uid, String sensor) {
    if (uid.isEmpty()) {
      return Optional.empty();
    }
    String holder = sensorOfUid.putIfAbsent(uid, sensor);
    return holder == null || holder.equals(sensor) ? Optional.empty() : Optional.of(holder);
  }

  /** The sensor's link is gone. */
  void release(String sensor) {
    sensorOfUid.values().removeIf(sensor::equals);
  }
}

package io.flatback.session;

import java.util.Optional;

/**
 * What must be said to a device so that it speaks. One per sensor, called on the sensor's thread; it keeps
 * no link and waits for nothing.
 */
public interface SensorDialogue {
  /** For a device that speaks by itself. */
  SensorDialogue LISTEN_ONLY =
      new SensorDialogue() {
        @Override
        public void connected(long nowNanos) {}

        @Override
        public Optional<byte[]> due(long nowNanos, boolean streaming) {
          return Optional.empty();
        }
      };

  /** A link was opened: begin anew. */
  void connected(long nowNanos);

  /**
   * Asked after every read, a few times a second at least.
   *
   * @param streaming readings are coming
   * @return bytes to send now
   */
  Optional<byte[]> due(long nowNanos, boolean streaming);

  /** What the device says it is; empty until it has, and for one that has no number of its own. */
  default String deviceUid() {
    return "";
  }

  /** Bytes that let the device's motor run; empty where it has none, as far as it has said. Any thread. */
  default Optional<byte[]> buzz(Buzz buzz) {
    return Optional.empty();
  }

  /** Time to the device and back, as it took the latest time; NaN where it is not measured. */
  default double latestRoundTripMs() {
    return Double.NaN;
  }

  /** Time to the device and back, the quickest so far; NaN where it is not measured. */
  default double roundTripMs() {
    return Double.NaN;
  }
}

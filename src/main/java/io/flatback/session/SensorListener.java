package io.flatback.session;

import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;

/**
 * What one sensor has to say. Every method is called on that sensor's own thread and holds it up: be quick,
 * and hand on to others what takes longer.
 */
public interface SensorListener {
  /**
   * Bytes exactly as they came, before anything is made of them.
   *
   * @param bytes valid in {@code [0, length)}, and only during the call
   * @param arrivalNanos on the host's monotonic clock
   */
  void raw(byte[] bytes, int length, long arrivalNanos);

  void signal(Placement placement, SignalEvent event);

  /** On every change of state or reason, and once a second while readings come. */
  void status(SensorStatus status);
}

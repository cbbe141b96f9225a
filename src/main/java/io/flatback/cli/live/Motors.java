package io.flatback.cli.live;

import io.flatback.form.Level;
import io.flatback.session.SessionEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The motors of a platform's sensors: they let a warning be felt where the wearer wants that. Any thread. */
final class Motors {
  private final Map<String, Consumer<Level>> motors = new ConcurrentHashMap<>();

  /** @param motor waits for nothing */
  void add(String sensor, Consumer<Level> motor) {
    motors.put(sensor, motor);
  }

  void remove(String sensor) {
    motors.remove(sensor);
  }

  void happened(SessionEvent event, PlatformBoard board) {
    if (event instanceof SessionEvent.WarningRaised raised && board.wantsBuzz()) {
      motors.values().forEach(motor -> motor.accept(raised.warning().level()));
    }
  }
}

package io.flatback.cli.live;

import io.flatback.form.Level;
import io.flatback.session.SessionEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The motors of a platform's sensors: they let a warning be felt where the wearer wants that. Any thread. */
final class Motors {
  private final List<Consumer<Level>> motors = new CopyOnWriteArrayList<>();

  /** @param motor waits for nothing */
  void add(Consumer<Level> motor) {
    motors.add(motor);
  }

  void happened(SessionEvent event, PlatformBoard board) {
    if (event instanceof SessionEvent.WarningRaised raised && board.wantsBuzz()) {
      motors.forEach(motor -> motor.accept(raised.warning().level()));
    }
  }
}

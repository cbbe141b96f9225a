package io.flatback.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.cli.Drivers;
import io.flatback.link.LinkLostException;
import io.flatback.session.SensorDriver;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import io.flatback.store.Database;
import io.flatback.store.NewSession;
import io.flatback.store.TrainingSession;
import io.flatback.web.EventHub;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the live analysis, and one that takes up a session after a crash, know of their devices. */
class CalibratedDeviceTest {
  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  private static final Calibration OLD = Calibration.ofAccelerometer(new double[] {0.3, 0, 0}, IDENTITY);
  private static final Calibration NEW = Calibration.ofAccelerometer(new double[] {0, 0.2, 0}, IDENTITY);

  @TempDir Path directory;

  @Test
  void theNextSessionUsesTheNewOneAndTheRunningOneItsOwn() {
    try (Database database = Database.open(directory)) {
      EventHub hub = new EventHub(database.events(), InstantSource.system());
      LiveSensor sensor =
          new LiveSensor(
              "serial:/dev/ttyUSB9",
              Placement.LUMBAR,
              Drivers.FLATBACK,
              () -> {
                throw new LinkLostException("nobody is to connect it");
              },
              () -> SensorDriver.flatback(Placement.LUMBAR));
      PlatformBoard board =
          new PlatformSetup(database, hub, InstantSource.system()).seat(List.of(sensor), List.of()).getFirst().board();
      SecondLook look = new SecondLook(database, Drivers.DECODERS);
      assertThat(board.settings(look).sensors().devices()).isEmpty();

      String id = board.sensorIds().getFirst();
      assertThat(database.sensors().calibrate(id, OLD, 0.01)).isTrue();
      assertThat(board.settings(look).sensors().devices()).containsEntry(Placement.LUMBAR, OLD);

      TrainingSession running =
          database.sessions().start(NewSession.now(database.athletes().list().getFirst().id(), List.of(id)));
      assertThat(database.sensors().calibrate(id, NEW, 0.01)).isTrue();
      assertThat(look.settings(running).sensors().devices()).containsEntry(Placement.LUMBAR, OLD);
      assertThat(board.settings(look).sensors().devices()).containsEntry(Placement.LUMBAR, NEW);
    }
  }
}

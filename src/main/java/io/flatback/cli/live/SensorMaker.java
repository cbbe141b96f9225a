package io.flatback.cli.live;

import io.flatback.signal.Placement;
import io.flatback.store.Sensor;
import io.flatback.web.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From an address to a sensor that can be listened to, while the service runs. Any thread. */
public interface SensorMaker {
  /** Takes in nothing. */
  SensorMaker NONE =
      new SensorMaker() {
        @Override
        public LiveSensor named(String address, @Nullable Placement placement) {
          throw ProblemException.sensorNotAllowed(
              "This service takes no sensors in.", "Name it when you start the service, by --sensor.");
        }

        @Override
        public Optional<LiveSensor> remembered(Sensor known) {
          return Optional.empty();
        }
      };

  /**
   * Anybody who reaches the service may have written the address.
   *
   * @param placement null: where the address says, else lumbar
   * @throws ProblemException when it is none, or may not be named from there
   */
  LiveSensor named(String address, @Nullable Placement placement);

  /** @return empty where this version can't make it any more */
  Optional<LiveSensor> remembered(Sensor known);
}

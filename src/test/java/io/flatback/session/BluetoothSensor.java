package io.flatback.session;

import io.flatback.link.HostClock;
import io.flatback.link.LinkLostException;
import io.flatback.link.ble.BluezStandIn;
import io.flatback.link.ble.Peripheral;
import io.flatback.signal.Placement;
import io.flatback.sim.Readings;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.SimLink;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** A reference sensor behind a Bluetooth device: it measures whether or not anybody is connected. */
final class BluetoothSensor implements AutoCloseable {
  static final int RATE_HZ = 100;

  private final Consumer<byte[]> notify;
  private final SimLink sensor;

  /** @param notify takes one whole frame at a time; what is written to the device goes to {@link #hear} */
  BluetoothSensor(String name, double seconds, Consumer<byte[]> notify) {
    this.notify = notify;
    ReferenceSensor reference =
        new ReferenceSensor(
            ReferenceSensor.defaultHello(RATE_HZ), Readings.hinges(RATE_HZ, seconds), Placement.LUMBAR);
    sensor = new SimLink(name, reference, () -> {}, 1, HostClock.SYSTEM);
    Thread.ofPlatform().daemon().name("sensor " + name).start(this::speak);
  }

  static BluetoothSensor behind(BluezStandIn bluez, Peripheral peripheral, double seconds) {
    BluetoothSensor sensor =
        new BluetoothSensor(peripheral.name, seconds, frame -> bluez.notify(peripheral, frame));
    peripheral.written = sensor::hear;
    return sensor;
  }

  void hear(byte[] bytes) {
    try {
      sensor.write(bytes);
    } catch (IOException switchedOff) {
      // Nobody answers.
    }
  }

  private void speak() {
    byte[] buffer = new byte[8192];
    try {
      for (int length = sensor.read(buffer); length >= 0; length = sensor.read(buffer)) {
        notifyFrames(buffer, length);
      }
    } catch (LinkLostException switchedOff) {
      // As asked.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A whole frame in each notification. */
  private void notifyFrames(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        notify.accept(Arrays.copyOfRange(bytes, from, i + 1));
        from = i + 1;
      }
    }
  }

  @Override
  public void close() {
    sensor.close();
  }
}

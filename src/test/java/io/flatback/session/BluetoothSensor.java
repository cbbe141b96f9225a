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
public final class BluetoothSensor implements AutoCloseable {
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

  public static BluetoothSensor behind(BluezStandIn bluez, Peripheral peripheral, double seconds) {
    BluetoothSensor sensor =
        new BluetoothSensor(peripheral.name, seconds, frame -> notifyPieces(bluez, peripheral, frame));
    peripheral.written = sensor::hear;
    return sensor;
  }

  /** As much as a packet takes: one notification where it takes a frame. */
  private static void notifyPieces(BluezStandIn bluez, Peripheral peripheral, byte[] frame) {
    int room = peripheral.mtuBytes - 3;
    for (int from = 0; from < frame.length; from += room) {
      bluez.notify(peripheral, Arrays.copyOfRange(frame, from, Math.min(frame.length, from + room)));
    }
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

  private void notifyFrames(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        notify.accept(Arrays.copyOfRange(bytes, from, i + 1));
        from = i + 1;
      }
    }
  }

  /** It stays connected and says no more. */
  public void fallSilent() {
    sensor.close();
  }

  @Override
  public void close() {
    fallSilent();
  }
}

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

/** A reference sensor behind a Bluetooth device: it measures whether or not anybody is connected. */
public final class BluetoothSensor implements AutoCloseable {
  static final int RATE_HZ = 100;

  private final BluezStandIn bluez;
  private final Peripheral peripheral;
  private final SimLink sensor;

  public BluetoothSensor(BluezStandIn bluez, Peripheral peripheral, double seconds) {
    this.bluez = bluez;
    this.peripheral = peripheral;
    ReferenceSensor reference =
        new ReferenceSensor(
            ReferenceSensor.defaultHello(RATE_HZ), Readings.hinges(RATE_HZ, seconds), Placement.LUMBAR);
    sensor = new SimLink(peripheral.name, reference, () -> {}, 1, HostClock.SYSTEM);
    peripheral.written = this::hear;
    Thread.ofPlatform().daemon().name("sensor " + peripheral.name).start(this::speak);
  }

  private void hear(byte[] bytes) {
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

  /** A whole frame in each notification, where it fits. */
  private void notifyFrames(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        notifyPieces(Arrays.copyOfRange(bytes, from, i + 1));
        from = i + 1;
      }
    }
  }

  /** As much as a packet takes: one notification where it takes a frame. */
  private void notifyPieces(byte[] frame) {
    int room = peripheral.mtuBytes - 3;
    for (int from = 0; from < frame.length; from += room) {
      bluez.notify(peripheral, Arrays.copyOfRange(frame, from, Math.min(frame.length, from + room)));
    }
  }

  @Override
  public void close() {
    sensor.close();
  }
}

package io.flatback.cli.reach;

import io.flatback.link.ByteLink;
import io.flatback.link.HostClock;
import io.flatback.link.PtyPair;
import io.flatback.link.SerialLink;
import io.flatback.signal.Placement;
import io.flatback.sim.Readings;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.SimLink;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A reference sensor, or something else, on a serial port of the operating system that socat made. */
public final class CabledSensor implements AutoCloseable {
  private static final int RATE_HZ = 100;
  private static final double SECONDS = 600;

  private final PtyPair cable;
  private final ByteLink wire;
  private final ByteLink device;
  /** Keeps the port from hanging up when nobody else has it open. */
  private final RandomAccessFile held;

  private CabledSensor(Path directory, ByteLink device) throws IOException, InterruptedException {
    cable = new PtyPair(Files.createDirectories(directory));
    held = new RandomAccessFile(cable.hostEnd().toFile(), "r");
    wire = SerialLink.open(cable.deviceEnd().toString(), SerialLink.DEFAULT_BAUD);
    this.device = device;
    Thread.ofPlatform().daemon().name("says").start(() -> copy(device, wire));
    Thread.ofPlatform().daemon().name("hears").start(() -> copy(wire, device));
  }

  /** @param uid sixteen hexadecimal digits */
  public static CabledSensor reference(Path directory, String uid) throws IOException, InterruptedException {
    ReferenceSensor sensor =
        new ReferenceSensor(ReferenceSensor.hello(RATE_HZ, uid), Readings.hinges(RATE_HZ, SECONDS), Placement.LUMBAR);
    return new CabledSensor(directory, new SimLink("sim", sensor, () -> {}, 1, HostClock.SYSTEM));
  }

  /** @param other what is on the port instead */
  public static CabledSensor of(Path directory, ByteLink other) throws IOException, InterruptedException {
    return new CabledSensor(directory, other);
  }

  /** As a program opens it. */
  public Path port() {
    return cable.hostEnd();
  }

  private static void copy(ByteLink from, ByteLink to) {
    byte[] buffer = new byte[8192];
    try {
      for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
        if (length > 0) {
          to.write(Arrays.copyOf(buffer, length));
        }
      }
    } catch (IOException unplugged) {
      // As asked.
    }
  }

  @Override
  public void close() throws IOException {
    device.close();
    wire.close();
    held.close();
    cable.close();
  }
}

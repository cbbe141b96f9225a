package io.flatback.store;

import io.flatback.wire.Counts;
import io.flatback.wire.FrameEncoder;
import io.flatback.wire.Hello;
import io.flatback.wire.Imu6;
import io.flatback.wire.WireMessage;
import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** What the reference sensor would send while somebody lifts: frames of five readings at 100 Hz. */
final class WireStream {
  static final int RATE_HZ = 100;
  private static final int BATCH = 5;
  private static final Hello.Firmware FIRMWARE = new Hello.Firmware(1, 0, 0);
  private static final double RAD_TO_COUNTS = 57.3 / 0.035;

  private final SplittableRandom random;
  private int bootId = 3;
  private long index;
  private long micros;

  WireStream(SplittableRandom random) {
    this.random = random;
    this.micros = random.nextLong(1L << 32);
    this.index = random.nextLong(1L << 32);
  }

  /** The next twentieth of a second. */
  byte[] next() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (index % 100 < BATCH) {
      out.writeBytes(FrameEncoder.frame(new WireMessage.Status(bootId, micros, 3900, 80, 2500, 0, 0)));
    }
    short[] counts = new short[BATCH * Counts.AXES];
    for (int i = 0; i < BATCH; i++) {
      reading(counts, i * Counts.AXES, (index + i) / (double) RATE_HZ);
    }
    out.writeBytes(FrameEncoder.frame(new Imu6(0, index, micros, 10_000, bootId, new Counts(counts))));
    index = (index + BATCH) % (1L << 32);
    micros = (micros + BATCH * 10_000 + random.nextInt(3) - 1) % (1L << 32);
    return out.toByteArray();
  }

  /** A rep every four seconds, with the noise of an LSM6DS3 at ±16 g and ±1000 °/s. */
  private void reading(short[] counts, int at, double seconds) {
    double phase = 2 * Math.PI * seconds / 4;
    double lean = 0.6 * (1 - Math.cos(phase));
    counts[at] = (short) (2049 * Math.sin(lean) + 3 * random.nextGaussian());
    counts[at + 1] = (short) (2049 * Math.cos(lean) + 3 * random.nextGaussian());
    counts[at + 2] = (short) (40 * Math.sin(3 * phase) + 3 * random.nextGaussian());
    counts[at + 3] = (short) (4 * random.nextGaussian());
    counts[at + 4] = (short) (4 * random.nextGaussian());
    counts[at + 5] = (short) (-0.94 * Math.sin(phase) * RAD_TO_COUNTS + 4 * random.nextGaussian());
  }

  byte[] hello() {
    return FrameEncoder.frame(
        new Hello(
            1, 0, bootId, "0011223344556677", 1, 0, 10_000, 488_000, 35_000, 6000, 0, FIRMWARE, "xiao"));
  }

  void restart() {
    bootId = (bootId + 1) & 0xFF;
    index = 0;
    micros = 0;
  }
}

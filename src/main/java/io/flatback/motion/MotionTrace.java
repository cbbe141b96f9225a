package io.flatback.motion;

import java.util.Arrays;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * The latest stretch of one sensor's motion, in averages over about a twenty-fifth of a second: what the
 * mounting is found from. Holds {@link #SPAN_SECONDS} and no more, whatever the sample rate.
 */
final class MotionTrace {
  static final double SPAN_SECONDS = 90.0;
  static final double STEP_SECONDS = 0.04;

  /** own: positions further apart than so many steps lie on two sides of a hole. */
  private static final double HOLE_STEPS = 2.5;

  /** Up x y z, rate x y z (rad/s), specific force x y z (m/s²). */
  static final int UP = 0;

  static final int RATE = 3;
  static final int FORCE = 6;
  static final int CHANNELS = 9;
  static final int CAPACITY = (int) (SPAN_SECONDS / STEP_SECONDS);

  private final double[][] ring = new double[CHANNELS][CAPACITY];
  private final long[] timesNanos = new long[CAPACITY];
  private final double[] block = new double[CHANNELS];
  private int blockCount;
  private long blockStartNanos;
  private long written;
  /** Where position 0 lies. */
  private int oldest;

  /** Takes the present motion; and beside it the specific force in the sensor frame. */
  void add(SensorMotion motion, double forceX, double forceY, double forceZ) {
    if (blockCount > 0 && motion.timeNanos() - blockStartNanos >= STEP_SECONDS * 1e9 * 0.98) {
      close();
    }
    if (blockCount == 0) {
      blockStartNanos = motion.timeNanos();
    }
    blockCount++;
    block[0] += motion.upX();
    block[1] += motion.upY();
    block[2] += motion.upZ();
    block[3] += motion.rateX();
    block[4] += motion.rateY();
    block[5] += motion.rateZ();
    block[6] += forceX;
    block[7] += forceY;
    block[8] += forceZ;
  }

  private void close() {
    int slot = (int) (written % CAPACITY);
    for (int c = 0; c < CHANNELS; c++) {
      ring[c][slot] = block[c] / blockCount;
      block[c] = 0.0;
    }
    timesNanos[slot] = blockStartNanos;
    blockCount = 0;
    written++;
    oldest = written < CAPACITY ? 0 : (int) (written % CAPACITY);
  }

  /** The true time between positions: longer than {@link #STEP_SECONDS} where the sensor is slower. Holes do not count. */
  double stepSeconds() {
    long least = Long.MAX_VALUE;
    for (int i = 1; i < size(); i++) {
      least = Math.min(least, timeNanos(i) - timeNanos(i - 1));
    }
    long sum = 0;
    int count = 0;
    for (int i = 1; i < size(); i++) {
      long step = timeNanos(i) - timeNanos(i - 1);
      if (step <= HOLE_STEPS * least) {
        sum += step;
        count++;
      }
    }
    return count == 0 ? STEP_SECONDS : sum * 1e-9 / count;
  }

  int size() {
    return (int) Math.min(written, CAPACITY);
  }

  /** Three channels from {@code channel} on at position i, 0 being the oldest. */
  Vector3D vector(int channel, int i) {
    int slot = slot(i);
    return new Vector3D(ring[channel][slot], ring[channel + 1][slot], ring[channel + 2][slot]);
  }

  long timeNanos(int i) {
    return timesNanos[slot(i)];
  }

  /** The oldest position that is not before {@code fromNanos}; {@link #size} where there is none. */
  int firstFrom(long fromNanos) {
    int i = size();
    while (i > 0 && timeNanos(i - 1) >= fromNanos) {
      i--;
    }
    return i;
  }

  /** Copies one channel from position {@code first} to the newest. */
  void copy(int channel, int first, double[] to) {
    int slot = slot(first);
    int n = size() - first;
    int untilWrap = Math.min(n, CAPACITY - slot);
    System.arraycopy(ring[channel], slot, to, 0, untilWrap);
    System.arraycopy(ring[channel], 0, to, untilWrap, n - untilWrap);
  }

  /** Their times likewise. */
  void copyTimes(int first, long[] to) {
    int slot = slot(first);
    int n = size() - first;
    int untilWrap = Math.min(n, CAPACITY - slot);
    System.arraycopy(timesNanos, slot, to, 0, untilWrap);
    System.arraycopy(timesNanos, 0, to, untilWrap, n - untilWrap);
  }

  private int slot(int i) {
    int slot = oldest + i;
    return slot < CAPACITY ? slot : slot - CAPACITY;
  }
}

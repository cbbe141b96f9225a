package io.flatback.store;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalDecoder;
import io.flatback.signal.SignalEvent;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * A maker's dialect for tests: a stream begins with 'H', then comes one record of sixteen bytes for each
 * sample, its time and its acceleration. Without the 'H' nothing can be read.
 */
final class FakeSensor implements SignalDecoder {
  static final byte[] HELLO = {'H'};

  private final Placement placement;
  private final ByteBuffer held = ByteBuffer.allocate(1 << 20);
  private final Deque<Sample> samples = new ArrayDeque<>();
  private boolean greeted;
  private Sample current;

  FakeSensor(Placement placement) {
    this.placement = placement;
  }

  static FakeSensor create(String driver, Placement placement) {
    if (!driver.equals(Gym.DRIVER)) {
      throw new IllegalArgumentException(driver);
    }
    return new FakeSensor(placement);
  }

  static byte[] record(long timeNanos, double acc) {
    return ByteBuffer.allocate(16).putLong(timeNanos).putDouble(acc).array();
  }

  static Sample sample(long timeNanos, double acc) {
    return new Sample(timeNanos, acc, 0, 9.81, Double.NaN, Double.NaN, Double.NaN, false);
  }

  @Override
  public void offer(byte[] buffer, int offset, int length, long arrivalNanos) {
    int from = offset;
    if (!greeted) {
      greeted = buffer[offset] == 'H';
      from++;
    }
    held.put(buffer, from, offset + length - from);
    held.flip();
    while (greeted && held.remaining() >= 16) {
      samples.add(sample(held.getLong(), held.getDouble()));
    }
    held.compact();
  }

  @Override
  public void finish() {}

  @Override
  public boolean next() {
    current = samples.poll();
    return current != null;
  }

  @Override
  public Placement placement() {
    return placement;
  }

  @Override
  public SignalEvent event() {
    return Objects.requireNonNull(current);
  }
}

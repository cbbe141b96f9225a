package io.flatback.bench;

import io.flatback.link.ByteLink;
import io.flatback.wire.FrameDecoder;
import io.flatback.wire.Imu6;
import java.io.IOException;
import java.util.concurrent.ConcurrentSkipListMap;

/** Notes when the host was handed each frame of readings, by the stream time of the frame's last reading. */
final class StampedLink implements ByteLink {
  private final ByteLink inner;
  private final FrameDecoder frames = new FrameDecoder();
  private final ConcurrentSkipListMap<Long, Long> handedOver;
  private long count;

  /** @param handedOver stream time, ns, to {@link System#nanoTime} */
  StampedLink(ByteLink inner, ConcurrentSkipListMap<Long, Long> handedOver) {
    this.inner = inner;
    this.handedOver = handedOver;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    int length = inner.read(buffer);
    if (length > 0) {
      long nowNanos = System.nanoTime();
      frames.offer(buffer, 0, length);
      while (frames.next()) {
        if (frames.event() instanceof Imu6 frame) {
          count += frame.readings();
          handedOver.put((count - 1) * frame.periodMicros() * 1000, nowNanos);
        }
      }
    }
    return length;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    inner.write(bytes);
  }

  @Override
  public String address() {
    return inner.address();
  }

  @Override
  public void close() {
    inner.close();
  }
}

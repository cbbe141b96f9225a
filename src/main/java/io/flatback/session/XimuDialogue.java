package io.flatback.session;

import io.flatback.wire.ximu3.XimuCommand;
import java.util.Optional;

/** What a host says to an x-IMU3: a ping when a link opens, and every second while no readings come. */
public final class XimuDialogue implements SensorDialogue {
  static final long PING_EVERY_NANOS = 1_000_000_000L;

  private long nextPingNanos;
  private boolean asked;

  @Override
  public void connected(long nowNanos) {
    nextPingNanos = nowNanos;
    asked = false;
  }

  @Override
  public Optional<byte[]> due(long nowNanos, boolean streaming) {
    if (nowNanos - nextPingNanos < 0) {
      return Optional.empty();
    }
    nextPingNanos = nowNanos + PING_EVERY_NANOS;
    if (streaming && asked) {
      return Optional.empty();
    }
    asked = true;
    return Optional.of(XimuCommand.ping());
  }
}

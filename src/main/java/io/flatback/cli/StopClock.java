package io.flatback.cli;

import io.flatback.link.HostClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The host's clock, on which nobody sleeps any longer once it was stopped. */
final class StopClock implements HostClock {
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    var unused = stopped.await(nanos, TimeUnit.NANOSECONDS);
  }

  void stop() {
    stopped.countDown();
  }
}

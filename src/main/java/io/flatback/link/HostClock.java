package io.flatback.link;

import java.util.concurrent.TimeUnit;

/** The host's monotonic clock, and waiting on it; a test's own makes hours pass in no time. */
public interface HostClock {
  HostClock SYSTEM =
      new HostClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  long nanoTime();

  void sleep(long nanos) throws InterruptedException;
}

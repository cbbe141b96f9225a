package io.flatback.recording;

import java.util.concurrent.TimeUnit;

/** The clock by which a file is played. */
public interface PacingClock {
  PacingClock SYSTEM =
      new PacingClock() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** Monotonic, with an origin of its own. */
  long nanoTime();

  void sleep(long nanos) throws InterruptedException;
}

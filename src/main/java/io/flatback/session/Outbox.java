package io.flatback.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does what must not hold up a sensor's reading, on a thread that is there only while it has something to do. A
 * device that takes nothing gets no more than a few bursts late. Any thread.
 */
final class Outbox implements AutoCloseable {
  /** A burst that had to wait for more than two others comes too late to mean anything. */
  private static final int MOST_WAITING = 2;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor thread;

  Outbox(String sensor) {
    thread =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("to sensor " + sensor).factory());
    thread.allowCoreThreadTimeOut(true);
  }

  /** @return false when too much waits already */
  boolean offer(Runnable sending) {
    try {
      thread.execute(sending);
      return true;
    } catch (RejectedExecutionException tooMuch) {
      return false;
    }
  }

  @Override
  public void close() {
    var unused = thread.shutdownNow();
  }
}

package io.flatback.link.ble;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has been notified and not been read yet. Bounded: who does not read loses the oldest, which the frames' own
 * numbers show. Any thread.
 */
final class Notifications {
  /** own: ten seconds at the most notifications a second that BlueZ carries. */
  static final int MOST_WAITING = 500;

  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private @Nullable String ended;

  synchronized void offer(byte[] value) {
    if (ended != null || value.length == 0) {
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
    }
    waiting.addLast(value);
    notifyAll();
  }

  /** @param reason why no more will come; the first one counts */
  synchronized void end(String reason) {
    if (ended == null) {
      ended = reason;
      notifyAll();
    }
  }

  /** Why no more will come; null while they do. */
  synchronized @Nullable String ended() {
    return ended;
  }

  /**
   * Takes one notification, or as much of it as fits.
   *
   * @return its length; 0 when none came in time, or none will come any more
   */
  synchronized int take(byte[] buffer, long waitMillis) throws InterruptedException {
    long untilNanos = System.nanoTime() + waitMillis * 1_000_000;
    while (waiting.isEmpty() && ended == null) {
      long leftNanos = untilNanos - System.nanoTime();
      if (leftNanos <= 0) {
        return 0;
      }
      wait(leftNanos / 1_000_000 + 1);
    }
    byte[] value = waiting.pollFirst();
    if (value == null) {
      return 0;
    }
    int length = Math.min(value.length, buffer.length);
    System.arraycopy(value, 0, buffer, 0, length);
    if (length < value.length) {
      waiting.addFirst(Arrays.copyOfRange(value, length, value.length));
    }
    return length;
  }
}

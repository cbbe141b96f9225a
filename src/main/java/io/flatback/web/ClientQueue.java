package io.flatback.web;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one client still has to read. {@link #offer} never waits: of the samples the oldest give way, and
 * when the other events exceed their bound the queue closes, so that the client comes back and asks for
 * what it missed. Offered to by the hub, polled by the client's own thread.
 */
final class ClientQueue {
  /** About three seconds of one platform. */
  static final int MAX_SAMPLES = 64;

  /** A long session's worth. */
  static final int MAX_EVENTS = 1_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<LiveEvent> samples = new ArrayDeque<>();
  private final ArrayDeque<LiveEvent> events = new ArrayDeque<>();
  private boolean closed;
  private boolean overflowed;
  private long droppedSamples;

  /** @return false when the queue has overflowed and closed, now or before */
  boolean offer(LiveEvent event) {
    lock.lock();
    try {
      if (!overflowed && !closed) {
        if (event.mayBeDropped()) {
          offerSample(event);
        } else {
          offerEvent(event);
        }
        changed.signal();
      }
      return !overflowed;
    } finally {
      lock.unlock();
    }
  }

  private void offerSample(LiveEvent sample) {
    if (samples.size() == MAX_SAMPLES) {
      samples.removeFirst();
      droppedSamples++;
    }
    samples.addLast(sample);
  }

  private void offerEvent(LiveEvent event) {
    if (events.size() == MAX_EVENTS) {
      overflowed = true;
      closeLocked();
    } else {
      events.addLast(event);
    }
  }

  /**
   * Waits for the next event in order.
   *
   * @return null when none came in time, or when the queue is closed
   */
  @Nullable LiveEvent poll(long timeoutMillis) throws InterruptedException {
    lock.lock();
    try {
      long leftNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
      while (!closed && samples.isEmpty() && events.isEmpty()) {
        if (leftNanos <= 0) {
          return null;
        }
        leftNanos = changed.awaitNanos(leftNanos);
      }
      return closed ? null : next();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable LiveEvent next() {
    LiveEvent sample = samples.peekFirst();
    LiveEvent event = events.peekFirst();
    if (sample == null || (event != null && event.order() < sample.order())) {
      return events.pollFirst();
    }
    return samples.pollFirst();
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return samples.isEmpty() && events.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closeLocked();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void closeLocked() {
    closed = true;
    samples.clear();
    events.clear();
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  long droppedSamples() {
    lock.lock();
    try {
      return droppedSamples;
    } finally {
      lock.unlock();
    }
  }
}

package io.flatback.web;

import io.flatback.store.EventLog;
import io.flatback.store.EventLog.LoggedEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One reader of live events: what it gets first, and the queue of what comes after. {@link #run} belongs to
 * a thread of its own and may wait for the reader as long as it likes; {@link #offer} never waits.
 */
final class LiveClient {
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final int REPLAY_PAGE = 500;

  private final Beginning beginning;
  private final @Nullable String platform;
  private final Runnable cutOff;
  private final AtomicBoolean aborted = new AtomicBoolean();
  private final ClientQueue queue = new ClientQueue();

  /** @param cutOff ends the connection, and with it a write that waits */
  LiveClient(Beginning beginning, @Nullable String platform, Runnable cutOff) {
    this.beginning = beginning;
    this.platform = platform;
    this.cutOff = cutOff;
  }

  /** What a client gets before the present goes on. */
  sealed interface Beginning {}

  /** The state of things as of the event {@code id}. */
  record Fresh(long id, SnapshotJson snapshot) implements Beginning {}

  /** The logged events {@code (afterId, toId]}. */
  record Resumed(long afterId, long toId) implements Beginning {}

  void offer(LiveEvent event) {
    if (event.concerns(platform) && !queue.offer(event)) {
      abort();
    }
  }

  /** On a thread of its own, for closing may wait as well. */
  void abort() {
    if (aborted.compareAndSet(false, true)) {
      queue.close();
      var unused = Thread.startVirtualThread(cutOff);
    }
  }

  void close() {
    queue.close();
  }

  /** Writes until the reader goes away or the queue closes. */
  void run(OutputStream out, EventLog log) throws IOException, InterruptedException {
    write(out, "retry: 1000\n\n");
    switch (beginning) {
      case Fresh fresh -> writeSnapshot(out, fresh);
      case Resumed resumed -> replay(out, log, resumed);
    }
    out.flush();
    while (!queue.isClosed()) {
      LiveEvent event = queue.poll(HEARTBEAT_MILLIS);
      if (event != null) {
        event.writeTo(out);
      } else if (!queue.isClosed()) {
        write(out, ": still here\n\n");
      }
      if (queue.isEmpty()) {
        out.flush();
      }
    }
  }

  private static void writeSnapshot(OutputStream out, Fresh fresh) throws IOException {
    String json = Json.MAPPER.writeValueAsString(fresh.snapshot());
    new LiveEvent(0, fresh.id(), "snapshot", null, json).writeTo(out);
  }

  private void replay(OutputStream out, EventLog log, Resumed resumed) throws IOException {
    long after = resumed.afterId();
    while (after < resumed.toId()) {
      List<LoggedEvent> page = log.after(after, REPLAY_PAGE);
      for (LoggedEvent logged : page) {
        if (logged.id() <= resumed.toId() && concerns(logged)) {
          new LiveEvent(0, logged.id(), logged.name(), null, logged.body()).writeTo(out);
        }
      }
      after = page.isEmpty() ? resumed.toId() : page.getLast().id();
    }
  }

  private boolean concerns(LoggedEvent logged) {
    return platform == null
        || platform.equals(Json.MAPPER.readTree(logged.body()).path("platform").asString());
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}

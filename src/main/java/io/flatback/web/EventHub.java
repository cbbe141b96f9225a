package io.flatback.web;

import io.flatback.session.SessionEvent;
import io.flatback.store.EventLog;
import io.flatback.store.TrainingSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hands live events to every client. Publishing never waits for a client. Called by any thread; what one
 * thread publishes is seen in its order. All but samples are logged, so that a client that comes
 * back gets what it missed, even from another run of the program.
 */
public final class EventHub {
  private final EventLog log;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, LivePlatform> platforms = new LinkedHashMap<>();
  private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
  private long order;
  private boolean closed;
  private final LongAdder published = new LongAdder();

  public EventHub(EventLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Something happened on a platform. */
  public void happened(String platformId, @Nullable String sessionId, SessionEvent event) {
    publish(platformId, sessionId, translated(platformId, sessionId, event));
  }

  private LivePayload translated(String platformId, @Nullable String sessionId, SessionEvent event) {
    return new LiveTranslation(platformId, sessionId, clock.instant(), followsBack(platformId)).of(event);
  }

  private boolean followsBack(String platformId) {
    lock.lock();
    try {
      LivePlatform platform = platforms.get(platformId);
      return platform == null || platform.followsBack();
    } finally {
      lock.unlock();
    }
  }

  /** Happened in another run of the program: only for those who come later and ask how things stand. */
  public void restored(String platformId, @Nullable String sessionId, SessionEvent event) {
    LivePayload payload = translated(platformId, sessionId, event);
    lock.lock();
    try {
      LivePlatform platform = platforms.get(platformId);
      if (platform != null) {
        platform.update(payload);
      }
    } finally {
      lock.unlock();
    }
  }

  /** @param reason why it began or ended, e.g. {@code first_set} */
  public void sessionChanged(long timeNanos, TrainingSession session, String athleteName, String reason) {
    String platformId = session.platformId();
    if (platformId != null) {
      SessionJson shown = SessionJson.of(session, athleteName);
      publish(
          platformId,
          session.id(),
          new LivePayload.SessionChanged(platformId, Json.seconds(timeNanos), clock.instant(), shown, reason));
    }
  }

  /** As above, at the latest time that its platform has seen. */
  public void sessionChanged(TrainingSession session, String athleteName, String reason) {
    sessionChanged(lastNanos(session.platformId()), session, athleteName, reason);
  }

  private long lastNanos(@Nullable String platformId) {
    lock.lock();
    try {
      LivePlatform platform = platformId == null ? null : platforms.get(platformId);
      return platform == null ? 0 : Math.round(platform.lastS() * 1e9);
    } finally {
      lock.unlock();
    }
  }

  /** A platform is new, or its athlete, exercise, load or trouble changed. */
  public void platformChanged(long timeNanos, PlatformView platform) {
    PlatformJson shown = PlatformJson.of(platform);
    lock.lock();
    try {
      platforms.putIfAbsent(platform.id(), new LivePlatform(shown));
    } finally {
      lock.unlock();
    }
    publish(
        platform.id(),
        null,
        new LivePayload.PlatformChanged(platform.id(), Json.seconds(timeNanos), clock.instant(), shown));
  }

  /** Its last sensor has been let go. */
  public void platformGone(String platformId) {
    String json = Json.MAPPER.writeValueAsString(new PlatformGoneJson(platformId, clock.instant()));
    lock.lock();
    try {
      platforms.remove(platformId);
      tell((Long) log.append(null, "platform_gone", json), "platform_gone", platformId, json);
    } finally {
      lock.unlock();
    }
  }

  /** A serial port is there that was not, or no longer. */
  public void portChanged(PortChange change) {
    String json = Json.MAPPER.writeValueAsString(PortChangeJson.of(change, clock.instant()));
    lock.lock();
    try {
      tell((Long) log.append(null, "port", json), "port", null, json);
    } finally {
      lock.unlock();
    }
  }

  private void publish(String platformId, @Nullable String sessionId, LivePayload payload) {
    String json = Json.MAPPER.writeValueAsString(payload);
    lock.lock();
    try {
      LivePlatform platform = platforms.get(platformId);
      if (platform != null) {
        platform.update(payload);
      }
      Long id = payload instanceof LivePayload.Posture ? null : (Long) log.append(sessionId, payload.event(), json);
      tell(id, payload.event(), platformId, json);
    } finally {
      lock.unlock();
    }
  }

  private void tell(@Nullable Long id, String name, @Nullable String platformId, String json) {
    LiveEvent event = new LiveEvent(++order, id, name, platformId, json);
    clients.forEach(client -> client.offer(event));
    published.increment();
  }

  /**
   * @param lastEventId what the client saw last; null when it comes for the first time
   * @param platformId null for all
   * @param cutOff ends the client's connection
   */
  LiveClient subscribe(@Nullable Long lastEventId, @Nullable String platformId, Runnable cutOff) {
    lock.lock();
    try {
      LiveClient.Beginning beginning =
          lastEventId != null && mayResume(lastEventId)
              ? new LiveClient.Resumed(lastEventId, log.lastId())
              : new LiveClient.Fresh(log.lastId(), snapshot(platformId));
      LiveClient client = new LiveClient(beginning, platformId, cutOff);
      if (closed) {
        client.close();
      }
      clients.add(client);
      return client;
    } finally {
      lock.unlock();
    }
  }

  private boolean mayResume(long lastEventId) {
    return lastEventId <= log.lastId()
        && lastEventId >= log.lostUpToId()
        && lastEventId >= log.lastId() - EventLog.KEPT;
  }

  private SnapshotJson snapshot(@Nullable String platformId) {
    Instant now = clock.instant();
    List<LivePlatform.Shown> shown =
        platforms.entrySet().stream()
            .filter(entry -> platformId == null || platformId.equals(entry.getKey()))
            .map(entry -> entry.getValue().shown())
            .toList();
    return new SnapshotJson(now, shown);
  }

  void unsubscribe(LiveClient client) {
    clients.remove(client);
    client.close();
  }

  /** How many events in all. */
  long published() {
    return published.sum();
  }

  int clientCount() {
    return clients.size();
  }

  /** Lets every client go that reads. */
  void close() {
    lock.lock();
    try {
      closed = true;
      clients.forEach(LiveClient::close);
    } finally {
      lock.unlock();
    }
  }

  /** Cuts off those that do not read. */
  void abort() {
    clients.forEach(LiveClient::abort);
  }
}

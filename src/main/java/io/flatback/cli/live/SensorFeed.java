package io.flatback.cli.live;

import io.flatback.session.SensorListener;
import io.flatback.session.SessionEvent.SensorStatus;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import io.flatback.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one sensor says: its bytes to the journal first, then its readings to the platform. The sensor's thread only. */
final class SensorFeed implements SensorListener {
  private static final Logger LOG = LoggerFactory.getLogger(SensorFeed.class);

  private final String uri;
  private final JournalFeed journal;
  private final LiftingPlatform platform;
  private long arrivalNanos;
  private SensorStatus said;

  SensorFeed(String uri, JournalFeed journal, LiftingPlatform platform) {
    this.uri = uri;
    this.journal = journal;
    this.platform = platform;
    this.said = SensorStatus.connecting(uri, Placement.LUMBAR);
  }

  @Override
  public void raw(byte[] bytes, int length, long arrivalNanos) {
    this.arrivalNanos = arrivalNanos;
    platform.disk(uri, journal.append(bytes, length, arrivalNanos));
  }

  @Override
  public void signal(Placement placement, SignalEvent event) {
    platform.signal(uri, placement, event, arrivalNanos);
  }

  @Override
  public void status(SensorStatus status) {
    if (status.state() == SensorStatus.State.ENDED) {
      end();
    }
    log(status);
    platform.status(status);
  }

  /** Once for each state, and once for what is not as it should be in it. */
  private void log(SensorStatus status) {
    boolean wasNoted = !said.reason().isEmpty();
    if (said.state() != status.state() || (!status.reason().isEmpty() && !wasNoted)) {
      LOG.info("{}: {} {}", uri, status.state(), status.reason());
      said = status;
    }
  }

  /** It has said its last. */
  void end() {
    try {
      journal.end();
    } catch (StoreException e) {
      LOG.warn("{}: the end of its record is not on disk yet: {}", uri, e.getMessage());
    }
  }
}

package io.flatback.session;

import io.flatback.motion.MotionRow;
import io.flatback.motion.MotionRows;
import io.flatback.motion.Mounting;
import io.flatback.motion.PairedMotion;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The main path: from a reading to what it means. Live, replay and analysis run this same class.
 *
 * <pre>
 * signal event → motion → (mounting known?) → angles → reps → sets and form → session events
 *                              no: kept, and gone through once it is
 * </pre>
 *
 * <p>One instance per back, one thread.
 */
public final class Pipeline {
  /** Below this rate a rep can't be told from what lies between two samples. */
  static final double LEAST_RATE_HZ = 10.0;

  /** own: longer than a hole in a radio link, shorter than any part of a rep. */
  private static final long SILENT_NANOS = 300_000_000L;

  private final Map<Placement, SensorTrack> tracks = new EnumMap<>(Placement.class);
  private final PairedMotion pairs = new PairedMotion();
  private final MotionRows waiting = new MotionRows();
  private final BackLine line;
  private final MountingWatch watch;
  private final CalibrationDesk desk;
  private final List<SessionEvent> events = new ArrayList<>();
  private final @Nullable SeriesSink series;
  private final boolean mountingKnown;
  private @Nullable Placement primary;
  private @Nullable SensorTrack primaryTrack;
  private @Nullable SensorTrack sacrum;
  private boolean standingIn;
  private long lastStandInNanos;
  private long lastRowNanos = Long.MIN_VALUE;
  private long lastNanos;

  /** Live: nothing is known yet of how the sensors are worn. */
  public Pipeline(SessionSettings settings) {
    this(settings, new MountingPlan(List.of()), Calibrations.NONE, null);
  }

  /**
   * @param calibrations judged already
   * @param series is told every angle; null where nobody asks
   */
  Pipeline(
      SessionSettings settings, MountingPlan plan, Calibrations calibrations, @Nullable SeriesSink series) {
    this.series = series;
    this.mountingKnown = !plan.isEmpty();
    this.watch = new MountingWatch(tracks, plan);
    this.desk = new CalibrationDesk(settings.sensors(), calibrations, watch);
    this.line = new BackLine(settings, new OwnBend(desk::ownBendRad), watch::stretch);
  }

  /** @return the events this reading gave rise to; valid until the next call */
  public List<SessionEvent> update(Placement placement, SignalEvent event) {
    events.clear();
    SensorTrack track = track(placement);
    if (primary == null || placement == Placement.LUMBAR) {
      primary = placement;
      primaryTrack = track;
    }
    if (placement == Placement.SACRUM) {
      sacrum = track;
    }
    desk.prepare(track, event.timeNanos());
    boolean moved = track.update(event);
    if (placement == primary) {
      boolean isNews = moved && track.lastNanos() > lastRowNanos;
      handle(isNews ? pairs.first(track.motion(), unseenNanos(track)) : null);
    } else if (moved) {
      handle(pairs.second(track.motion()));
      standIn(track);
    } else if (event instanceof Gap gap && gap.endNanos() - gap.timeNanos() > 0) {
      pairs.secondLost();
    }
    lastNanos = event.timeNanos();
    desk.take(placement, event, moved && placement == primary ? track.motion() : null, events);
    return events;
  }

  private SensorTrack track(Placement placement) {
    SensorTrack known = tracks.get(placement);
    return known == null ? tracks.computeIfAbsent(placement, desk::track) : known;
  }

  /** The wearer of these sensors is led through a calibration from now on; no rep is counted meanwhile. */
  public void startCalibration(Collection<Placement> worn) {
    desk.start(worn, lastNanos + 1);
  }

  /** @return the events this gave rise to; valid until the next call */
  public List<SessionEvent> cancelCalibration() {
    events.clear();
    desk.cancel(lastNanos, events);
    return events;
  }

  /** No more readings will come: whatever is open is closed. */
  public List<SessionEvent> finish() {
    events.clear();
    if (watch.adoptBestYet(events)) {
      catchUp();
    }
    if (mounting() != null) {
      int before = events.size();
      line.finish(events);
      watch.note(events, before, /* idle= */ false);
      watch.look(events);
    }
    return events;
  }

  /** While the lumbar sensor is silent, the sacral one goes on counting; what comes late of that time is not counted again. */
  private void standIn(SensorTrack second) {
    long now = second.lastNanos();
    if (now - primaryTrack().lastNanos() < SILENT_NANOS || second.mounting() == null) {
      return;
    }
    long gap = standingIn ? second.takeGapNanos() : now - primaryTrack().lastNanos();
    second.takeGapNanos();
    standingIn = true;
    lastStandInNanos = now;
    handle(pairs.standIn(second.motion(), gap));
  }

  /** Time that neither sensor saw since the first one's last sample. */
  private long unseenNanos(SensorTrack first) {
    long gap = first.takeGapNanos();
    long sinceStandIn = first.lastNanos() - lastStandInNanos;
    boolean coveredBefore = standingIn;
    standingIn = false;
    return coveredBefore ? Math.max(0, sinceStandIn) : gap;
  }

  private void handle(@Nullable MotionRow row) {
    if (row == null) {
      return;
    }
    lastRowNanos = row.timeNanos;
    boolean wasMounted = mounting() != null;
    watch.update(row.timeNanos, line.isIdle(), events);
    if (series != null && !mountingKnown) {
      series.row(SeriesRow.withoutMounting(row));
    }
    if (mounting() == null) {
      waiting.add(row);
    } else if (wasMounted) {
      pass(row);
    } else {
      waiting.add(row);
      catchUp();
    }
  }

  private void catchUp() {
    for (int i = 0; i < waiting.size(); i++) {
      pass(waiting.get(i));
    }
    waiting.clear();
  }

  private void pass(MotionRow row) {
    Mounting mounting = row.standIn ? secondMounting() : mounting();
    if (mounting == null) {
      return;
    }
    int before = events.size();
    boolean counting = !isTooSlow() && !desk.isCalibrating(row.timeNanos);
    line.update(row, mounting, row.standIn ? null : secondMounting(), watch.followsBack(), counting, events);
    if (series != null && mountingKnown) {
      series.row(line.series(row));
    }
    watch.note(events, before, line.isIdle());
  }

  private boolean isTooSlow() {
    double period = primaryTrack().motion().samplePeriodSeconds();
    return period > 1.0 / LEAST_RATE_HZ;
  }

  private SensorTrack primaryTrack() {
    if (primaryTrack == null) {
      throw new IllegalStateException("no reading yet");
    }
    return primaryTrack;
  }

  private @Nullable Mounting mounting() {
    return primaryTrack == null ? null : primaryTrack.mounting();
  }

  private @Nullable Mounting secondMounting() {
    return primary == Placement.LUMBAR && sacrum != null ? sacrum.mounting() : null;
  }

  /** What has been learnt of the mounting, for a second look. */
  MountingPlan learntPlan() {
    return watch.plan();
  }

  SessionResult.RecordingFacts facts() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    List<SessionResult.SensorFacts> sensors = new ArrayList<>();
    for (SensorTrack track : tracks.values()) {
      first = Math.min(first, track.firstNanos());
      last = Math.max(last, track.lastNanos());
      sensors.add(track.facts());
    }
    return new SessionResult.RecordingFacts(sensors.isEmpty() ? 0.0 : (last - first) * 1e-9, sensors);
  }

  List<CalibrationNotes.LostCalibration> lostCalibrations() {
    return watch.lostCalibrations();
  }

  /** When each sensor's inclination was first sure; NaN where it never was. */
  Map<Placement, Double> sureAfterSeconds() {
    Map<Placement, Double> seconds = new EnumMap<>(Placement.class);
    tracks.forEach((placement, track) -> seconds.put(placement, track.motion().convergedAfterSeconds()));
    return seconds;
  }

  double swappedLogOdds() {
    return watch.swappedLogOdds();
  }

  SessionResult.MountingFacts mountingFacts() {
    return watch.facts();
  }
}

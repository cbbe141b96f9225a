package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.motion.MountingFinder;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Placement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;

/**
 * Watches how the sensors of one back are worn: adopts a mounting when it is sure enough, looks again after
 * every set, and remembers what each set showed, for the second look.
 */
final class MountingWatch {
  /**
   * own: looking every second at the open recordings, none was surer than .81 while the wrong way up. Replaced by
   * the population.
   */
  private static final double SURE = 0.83;

  /** own: who has hinged for this long and is not known better is taken as is; see {@link #PLAUSIBLE}. */
  private static final long HALF_PATIENCE_NANOS = 12_000_000_000L;
  private static final double LIKELY = 0.72;
  private static final long PATIENCE_NANOS = 25_000_000_000L;

  /** own: enough when the whole record is known and nothing better came; replaced likewise. */
  private static final double PLAUSIBLE = 0.55;
  private static final long LOOK_EVERY_NANOS = 1_000_000_000L;
  private static final long LOOK_SELDOM_NANOS = 4_000_000_000L;
  static final double LOOSE_LOG_ODDS = 0.0;
  private static final List<Placement> PLACEMENTS = List.of(Placement.values());
  private static final long LOCKOUT_NANOS = 300_000_000L;

  private final Map<Placement, SensorTrack> tracks;
  private final MountingPlan known;
  private final Map<Placement, Double> confidence = new EnumMap<>(Placement.class);
  private final Map<Placement, Boolean> follows = new EnumMap<>(Placement.class);
  private final WornSets worn = new WornSets();
  private final SensorOrder order = new SensorOrder();
  private long lastSetEndNanos = Long.MIN_VALUE;
  private final CalibratedMountings calibrated = new CalibratedMountings();
  private long calibratedNanos = Long.MIN_VALUE;
  private long nextLookNanos = Long.MIN_VALUE;
  private long nowNanos;
  private long waitingSinceNanos = Long.MIN_VALUE;
  private boolean setEnded;

  MountingWatch(Map<Placement, SensorTrack> tracks, MountingPlan known) {
    this.tracks = tracks;
    this.known = known;
  }

  void update(long timeNanos, boolean idle, List<SessionEvent> out) {
    nowNanos = timeNanos;
    if (!known.isEmpty()) {
      follow(known.at(timeNanos));
      return;
    }
    if (timeNanos < nextLookNanos) {
      return;
    }
    boolean waitsLong = waitingSinceNanos != Long.MIN_VALUE && nowNanos - waitingSinceNanos > PATIENCE_NANOS;
    nextLookNanos = timeNanos + (waitsLong ? LOOK_SELDOM_NANOS : LOOK_EVERY_NANOS);
    boolean again = setEnded && idle;
    if (again || tracks.values().stream().anyMatch(track -> track.mounting() == null)) {
      look(estimates(Long.MIN_VALUE), least(), track -> again || track.mounting() == null, out);
    }
    setEnded = setEnded && !idle;
  }

  /**
   * A set that has just ended is the best there is to learn the mounting from.
   *
   * @param from the events from there on are new; what is adopted is added to them
   * @param idle no rep is under way or in doubt: another mounting may be adopted at once
   */
  void note(List<SessionEvent> events, int from, boolean idle) {
    if (!known.isEmpty()) {
      return;
    }
    int to = events.size();
    for (int i = from; i < to; i++) {
      switch (events.get(i)) {
        case SessionEvent.RepCompleted completed -> lockOut(completed.rep().lockoutNanos());
        case SessionEvent.SetEnded ended -> endSet(ended.set(), idle && ended.timeNanos() == nowNanos, events);
        default -> { }
      }
    }
  }

  private void lockOut(long lockoutNanos) {
    Map<Placement, Vector3D> ups = new EnumMap<>(Placement.class);
    tracks.forEach(
        (placement, track) ->
            track.finder().meanUp(lockoutNanos, lockoutNanos + LOCKOUT_NANOS).ifPresent(up -> ups.put(placement, up)));
    worn.lockOut(lockoutNanos, ups);
  }

  private void endSet(WorkSet set, boolean idle, List<SessionEvent> out) {
    if (worn.isSlipped()) {
      calibrated.slip(nowNanos);
    }
    Map<Placement, MountingFinder.Estimate> found = estimates(lastSetEndNanos);
    boolean isAll = tracks.values().stream().allMatch(track -> track.finder().holdsNothingBefore(lastSetEndNanos));
    setEnded = !(isAll && idle);
    if (!setEnded) {
      look(found, least(), track -> true, out);
    }
    plausible(found);
    order.add(found);
    worn.add(set, found, this::stepBetween);
    lastSetEndNanos = nowNanos;
  }

  private long stepBetween(long fromNanos, long toNanos) {
    return tracks.values().iterator().next().finder().stepNanos(fromNanos, toNanos);
  }

  private static Map<Placement, MountingFinder.Estimate> plausible(Map<Placement, MountingFinder.Estimate> found) {
    found.values().removeIf(estimate -> estimate.mounting().confidence() < PLAUSIBLE);
    return found;
  }

  /** A guided calibration goes before whatever is found; what comes after it tells whether the sensor has moved. */
  void calibrate(SensorTrack track, TimeStretch stretch, Mounting mounting) {
    if (known.isEmpty()) {
      calibratedNanos = stretch.toNanos();
      calibrated.put(track.placement(), mounting);
      track.mount(mounting, true);
      confidence.put(track.placement(), mounting.confidence());
      follows.put(track.placement(), true);
      worn.calibrate(stretch.fromNanos(), track.placement(), mounting);
    }
  }

  List<CalibrationNotes.LostCalibration> lostCalibrations() {
    return calibrated.lost();
  }

  /** @return true when a mounting was adopted just now */
  boolean adoptBestYet(List<SessionEvent> out) {
    List<SensorTrack> open = tracks.values().stream().filter(track -> track.mounting() == null).toList();
    if (open.isEmpty() || !known.isEmpty()) {
      return false;
    }
    look(estimates(Long.MIN_VALUE), PLAUSIBLE, open::contains, out);
    return open.stream().anyMatch(track -> track.mounting() != null);
  }

  /** One last look at the end of the record. */
  void look(List<SessionEvent> out) {
    if (known.isEmpty()) {
      Map<Placement, MountingFinder.Estimate> found = estimates(Long.MIN_VALUE);
      look(found, PLAUSIBLE, track -> true, out);
      if (!worn.hasSlipped() && isWholeHeld()) {
        worn.restart();
      }
      worn.add(plausible(worn.hasSlipped() ? estimates(lastSetEndNanos) : found));
    }
  }

  /** One estimate rests on all there is. */
  private boolean isWholeHeld() {
    return tracks.values().stream().allMatch(track -> nowNanos - track.firstNanos() < MountingFinder.SPAN_NANOS);
  }

  boolean followsBack() {
    boolean all = true;
    for (int i = 0; i < PLACEMENTS.size(); i++) {
      SensorTrack track = tracks.get(PLACEMENTS.get(i));
      all &= track == null || track.followsBack();
    }
    return all;
  }

  private void follow(MountingPlan.Stretch stretch) {
    for (SensorTrack track : tracks.values()) {
      Mounting mounting = stretch.mountings().get(track.placement());
      if (mounting != null) {
        track.mount(mounting, stretch.followsBack());
        confidence.put(track.placement(), mounting.confidence());
        follows.put(track.placement(), stretch.followsBack());
      }
    }
  }

  /** Of all sensors, from what was seen since then. */
  private Map<Placement, MountingFinder.Estimate> estimates(long sinceNanos) {
    long fromNanos = Math.max(sinceNanos, calibratedNanos);
    Map<Placement, MountingFinder.Estimate> found = new EnumMap<>(Placement.class);
    SensorTrack lumbar = tracks.get(Placement.LUMBAR);
    SensorTrack sacrum = tracks.get(Placement.SACRUM);
    if (lumbar != null && sacrum != null) {
      lumbar.finder().estimateBeside(sacrum.finder(), fromNanos).ifPresent(pair -> {
        pair.first().ifPresent(estimate -> found.put(Placement.LUMBAR, estimate));
        pair.second().ifPresent(estimate -> found.put(Placement.SACRUM, estimate));
      });
    } else {
      tracks.forEach(
          (placement, track) ->
              track.finder().estimate(fromNanos).ifPresent(estimate -> found.put(placement, estimate)));
    }
    return calibrated.over(found, PLAUSIBLE, nowNanos);
  }

  /** The longer the reps wait to be shown, the less will do. */
  private double least() {
    long waited = waitingSinceNanos == Long.MIN_VALUE ? 0 : nowNanos - waitingSinceNanos;
    return waited > PATIENCE_NANOS ? PLAUSIBLE : waited > HALF_PATIENCE_NANOS ? LIKELY : SURE;
  }

  private void look(
      Map<Placement, MountingFinder.Estimate> estimates, double least, Predicate<SensorTrack> wanted,
      List<SessionEvent> out) {
    if (!estimates.isEmpty() && waitingSinceNanos == Long.MIN_VALUE) {
      waitingSinceNanos = nowNanos;
    }
    for (SensorTrack track : tracks.values()) {
      MountingFinder.Estimate estimate = estimates.get(track.placement());
      if (estimate != null && estimate.mounting().confidence() >= least && wanted.test(track)) {
        adopt(track, estimate, out);
      } else if (estimate != null && track.mounting() == null && estimate.looseness() >= LOOSE_LOG_ODDS) {
        follows.put(track.placement(), false);
      }
    }
  }

  private void adopt(SensorTrack track, MountingFinder.Estimate estimate, List<SessionEvent> out) {
    boolean followsBack = estimate.looseness() < LOOSE_LOG_ODDS;
    track.mount(estimate.mounting(), followsBack);
    confidence.put(track.placement(), estimate.mounting().confidence());
    follows.put(track.placement(), followsBack);
    out.add(
        new SessionEvent.MountingFound(nowNanos, track.placement(), estimate.mounting().confidence(), followsBack));
  }

  /** Log odds that the two sensors sit in each other's place. */
  double swappedLogOdds() {
    return order.swappedLogOdds();
  }

  /** Which stretch of the sensors sitting alike a time belongs to; only good for telling them apart. */
  int stretch(long timeNanos) {
    return known.isEmpty() ? worn.stretch() : known.stretch(timeNanos);
  }

  MountingPlan plan() {
    return worn.plan();
  }

  SessionResult.MountingFacts facts() {
    Map<Placement, SessionResult.SensorMounting> sensors = new EnumMap<>(Placement.class);
    double least = tracks.isEmpty() ? 0.0 : 1.0;
    boolean all = true;
    for (Placement placement : tracks.keySet()) {
      @Nullable Double sure = confidence.get(placement);
      boolean ok = follows.getOrDefault(placement, true);
      sensors.put(placement, new SessionResult.SensorMounting(sure == null ? 0.0 : sure, ok));
      least = Math.min(least, sure == null ? 0.0 : sure);
      all &= ok;
    }
    return new SessionResult.MountingFacts(least, all, sensors, List.of());
  }
}

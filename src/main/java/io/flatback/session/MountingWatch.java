package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.motion.MountingFinder;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
  private static final long PATIENCE_NANOS = 25_000_000_000L;

  /** own: enough when the whole record is known and nothing better came; replaced likewise. */
  private static final double PLAUSIBLE = 0.6;
  private static final long LOOK_EVERY_NANOS = 1_000_000_000L;
  /** own: open sets worn well show −1.3 or less, the case hanging free 2.9; replaced likewise. */
  private static final double LOOSE_LOG_ODDS = 1.0;
  /** own: more than a set's estimate wanders, less than a belt that slips by 8°. */
  private static final double SAME_MOUNTING_RAD = Math.toRadians(6.0);

  private final Map<Placement, SensorTrack> tracks;
  private final MountingPlan known;
  private final Map<Placement, Double> confidence = new EnumMap<>(Placement.class);
  private final Map<Placement, Boolean> follows = new EnumMap<>(Placement.class);
  private final List<MountingPlan.Stretch> stretches = new ArrayList<>();
  private final Map<Placement, Double> weight = new EnumMap<>(Placement.class);
  private final Map<Placement, Mounting> calibrated = new EnumMap<>(Placement.class);
  private final List<CalibrationNotes.LostCalibration> lost = new ArrayList<>();
  private long nextLookNanos = Long.MIN_VALUE;
  private long nowNanos;
  private long waitingSinceNanos = Long.MIN_VALUE;
  private boolean setEnded;

  /** own: open and simulated sets agree with a calibration within this, a belt that slips does not. */
  private static final double MOVED_RAD = Math.toRadians(8.0);

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
    nextLookNanos = timeNanos + LOOK_EVERY_NANOS;
    boolean again = setEnded && idle;
    if (again || tracks.values().stream().anyMatch(track -> track.mounting() == null)) {
      look(estimates(Long.MIN_VALUE), least(), track -> again || track.mounting() == null, out);
    }
    setEnded = setEnded && !idle;
  }

  /** A set that has just ended is the best there is to learn the mounting from. */
  void noteSetEnds(List<SessionEvent> events, int from) {
    for (int i = from; i < events.size(); i++) {
      if (events.get(i) instanceof SessionEvent.SetEnded ended) {
        setEnded = true;
        remember(ended.set().startNanos());
      }
    }
  }

  /** A guided calibration goes before whatever is found, until the sensor is seen to have moved. */
  void calibrate(SensorTrack track, long fromNanos, Mounting mounting) {
    if (!known.isEmpty()) {
      return;
    }
    calibrated.put(track.placement(), mounting);
    track.mount(mounting, true);
    confidence.put(track.placement(), mounting.confidence());
    follows.put(track.placement(), true);
    Map<Placement, Mounting> mountings = new EnumMap<>(Placement.class);
    boolean again = !stretches.isEmpty() && stretches.getLast().fromNanos() == fromNanos;
    if (again) {
      mountings.putAll(stretches.removeLast().mountings());
    }
    mountings.put(track.placement(), mounting);
    stretches.add(new MountingPlan.Stretch(fromNanos, mountings, true));
  }

  /** What to go by: the calibration, while what is found agrees with it. */
  private Mounting settled(Placement placement, MountingFinder.Estimate estimate) {
    Mounting known = calibrated.get(placement);
    double movedRad = known == null ? 0.0 : known.angleToRad(estimate.mounting());
    if (known != null && movedRad >= MOVED_RAD) {
      calibrated.remove(placement);
      lost.add(new CalibrationNotes.LostCalibration(nowNanos, placement, movedRad));
    }
    return known == null || movedRad >= MOVED_RAD ? estimate.mounting() : known;
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
      look(estimates(Long.MIN_VALUE), PLAUSIBLE, track -> true, out);
      remember(nowNanos);
    }
  }

  boolean followsBack() {
    return tracks.values().stream().allMatch(SensorTrack::followsBack);
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
  private Map<Placement, MountingFinder.Estimate> estimates(long fromNanos) {
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
    return found;
  }

  private double least() {
    return waitingSinceNanos != Long.MIN_VALUE && nowNanos - waitingSinceNanos > PATIENCE_NANOS ? PLAUSIBLE : SURE;
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
      }
    }
  }

  private void adopt(SensorTrack track, MountingFinder.Estimate estimate, List<SessionEvent> out) {
    boolean followsBack = estimate.looseness() < LOOSE_LOG_ODDS;
    Mounting mounting = settled(track.placement(), estimate);
    track.mount(mounting, followsBack);
    confidence.put(track.placement(), mounting.confidence());
    follows.put(track.placement(), followsBack);
    out.add(
        new SessionEvent.MountingFound(nowNanos, track.placement(), mounting.confidence(), followsBack));
  }

  /** Notes how the sensors are worn now, unless it is as before and less sure. */
  private void remember(long fromNanos) {
    Map<Placement, Mounting> mountings = new EnumMap<>(Placement.class);
    boolean followsBack = true;
    for (Map.Entry<Placement, MountingFinder.Estimate> entry : estimates(Long.MIN_VALUE).entrySet()) {
      MountingFinder.Estimate estimate = entry.getValue();
      if (estimate.mounting().confidence() >= PLAUSIBLE) {
        Mounting settled = settled(entry.getKey(), estimate);
        mountings.put(
            entry.getKey(), calibrated.containsKey(entry.getKey()) ? settled : surer(entry.getKey(), estimate));
        followsBack &= estimate.looseness() < LOOSE_LOG_ODDS;
      }
    }
    if (mountings.isEmpty()) {
      return;
    }
    MountingPlan.Stretch last = stretches.isEmpty() ? null : stretches.getLast();
    if (last != null && isSame(last.mountings(), mountings)) {
      stretches.set(
          stretches.size() - 1,
          new MountingPlan.Stretch(last.fromNanos(), mountings, last.followsBack() && followsBack));
    } else {
      stretches.add(new MountingPlan.Stretch(fromNanos, mountings, followsBack));
      weight.clear();
    }
  }

  /** Of the same mounting seen twice, the one that rests on more hinging. */
  private Mounting surer(Placement placement, MountingFinder.Estimate estimate) {
    double now = estimate.pathRad() * estimate.mounting().confidence();
    Mounting before = stretches.isEmpty() ? null : stretches.getLast().mountings().get(placement);
    boolean keep =
        before != null
            && before.angleToRad(estimate.mounting()) < SAME_MOUNTING_RAD
            && weight.getOrDefault(placement, 0.0) >= now;
    if (before != null && keep) {
      return before;
    }
    weight.put(placement, now);
    return estimate.mounting();
  }

  private static boolean isSame(Map<Placement, Mounting> a, Map<Placement, Mounting> b) {
    for (Map.Entry<Placement, Mounting> entry : b.entrySet()) {
      Mounting other = a.get(entry.getKey());
      if (other != null && other.angleToRad(entry.getValue()) >= SAME_MOUNTING_RAD) {
        return false;
      }
    }
    return true;
  }

  List<CalibrationNotes.LostCalibration> lostCalibrations() {
    return List.copyOf(lost);
  }

  MountingPlan plan() {
    return new MountingPlan(stretches);
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

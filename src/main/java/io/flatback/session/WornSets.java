package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.motion.MountingFinder;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Gathers from set to set how the sensors were worn. A sensor that lies otherwise at the first lockouts of a set
 * than at the last of the set before has slipped while the wearer rested: from there on it is worn anew. What
 * changes little by little within the sets is the wearer's own doing, and is left to be seen.
 */
final class WornSets {
  /** Of the evidence for slips: a standing reference that is off by more than 5°. */
  private static final double SLIPPED_RAD = Math.toRadians(5.0);

  /** own: a step between two sets must be this many times the wandering within them. */
  private static final double BEYOND_WANDERING = 2.0;

  private static final int COMPARED_LOCKOUTS = 2;

  private final List<MountingPlan.Stretch> stretches = new ArrayList<>();
  private final Map<Placement, Double> weight = new EnumMap<>(Placement.class);
  private Lockouts before = new Lockouts();
  private Lockouts now = new Lockouts();

  /** Where up lay at each lockout of a set. */
  private static final class Lockouts {
    private final Map<Placement, List<Vector3D>> ups = new EnumMap<>(Placement.class);
    private long lastNanos = Long.MIN_VALUE;
  }

  /** A rep has just locked out. */
  void lockOut(long lockoutNanos, Map<Placement, Vector3D> ups) {
    ups.forEach((placement, up) -> now.ups.computeIfAbsent(placement, p -> new ArrayList<>()).add(up));
    now.lastNanos = lockoutNanos;
  }

  /**
   * A set is over, or the record.
   *
   * @param stepNanos tells when, after the last lockout of the set before, up moved most
   */
  void add(WorkSet set, Map<Placement, MountingFinder.Estimate> estimates, Step stepNanos) {
    if (isSlipped()) {
      long fromNanos = stepNanos.between(before.lastNanos, set.startNanos());
      weight.clear();
      stretches.add(new MountingPlan.Stretch(fromNanos, Map.of(), true));
    }
    before = now;
    now = new Lockouts();
    add(estimates);
  }

  /** The set that is ending was not begun as the one before it ended. */
  boolean isSlipped() {
    return !stretches.isEmpty() && isOtherwise();
  }

  /** How often they were found to sit otherwise than before, the set under way included. */
  int stretch() {
    return Math.max(1, stretches.size()) + (isSlipped() ? 1 : 0);
  }

  /** How a sensor sits is known from here on. */
  void calibrate(long fromNanos, Placement placement, Mounting mounting) {
    Map<Placement, Mounting> mountings = new EnumMap<>(Placement.class);
    if (!stretches.isEmpty() && stretches.getLast().fromNanos() == fromNanos) {
      mountings.putAll(stretches.removeLast().mountings());
    }
    mountings.put(placement, mounting);
    stretches.add(new MountingPlan.Stretch(fromNanos, mountings, true));
    weight.clear();
  }

  /** When up moved most between two times. */
  interface Step {
    long between(long fromNanos, long toNanos);
  }

  /** What comes next rests on all that was seen, and makes up for what was learnt before. */
  void restart() {
    weight.clear();
  }

  /** More is known of how the sensors are worn now. */
  void add(Map<Placement, MountingFinder.Estimate> estimates) {
    if (estimates.isEmpty()) {
      return;
    }
    MountingPlan.Stretch last =
        stretches.isEmpty() ? new MountingPlan.Stretch(Long.MIN_VALUE, Map.of(), true) : stretches.removeLast();
    Map<Placement, Mounting> mountings = new EnumMap<>(Placement.class);
    mountings.putAll(last.mountings());
    boolean follows = last.followsBack();
    for (Map.Entry<Placement, MountingFinder.Estimate> entry : estimates.entrySet()) {
      MountingFinder.Estimate estimate = entry.getValue();
      follows &= estimate.looseness() < MountingWatch.LOOSE_LOG_ODDS;
      double known = weight.getOrDefault(entry.getKey(), 0.0);
      double heavier = estimate.pathRad() * estimate.mounting().confidence();
      if (heavier > known) {
        weight.put(entry.getKey(), heavier);
        mountings.put(entry.getKey(), estimate.mounting());
      }
    }
    stretches.add(new MountingPlan.Stretch(last.fromNanos(), mountings, follows));
  }

  boolean hasSlipped() {
    return stretches.size() > 1;
  }

  private boolean isOtherwise() {
    for (Placement placement : now.ups.keySet()) {
      List<Vector3D> earlier = before.ups.getOrDefault(placement, List.of());
      List<Vector3D> later = now.ups.getOrDefault(placement, List.of());
      if (!earlier.isEmpty() && !later.isEmpty() && isStep(earlier, later)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStep(List<Vector3D> earlier, List<Vector3D> later) {
    Vector3D end = mean(earlier.subList(Math.max(0, earlier.size() - COMPARED_LOCKOUTS), earlier.size()));
    Vector3D begin = mean(later.subList(0, Math.min(COMPARED_LOCKOUTS, later.size())));
    double stepRad = Vector3D.angle(end, begin);
    double wanderingRad = Math.max(wandering(earlier), wandering(later));
    return stepRad > SLIPPED_RAD && stepRad > BEYOND_WANDERING * wanderingRad;
  }

  /** The largest step from a lockout to the next. */
  private static double wandering(List<Vector3D> ups) {
    double largest = 0.0;
    for (int i = 1; i < ups.size(); i++) {
      largest = Math.max(largest, Vector3D.angle(ups.get(i - 1), ups.get(i)));
    }
    return largest;
  }

  private static Vector3D mean(List<Vector3D> ups) {
    return ups.stream().reduce(Vector3D.ZERO, Vector3D::add).normalize();
  }

  MountingPlan plan() {
    return new MountingPlan(stretches.stream().filter(stretch -> !stretch.mountings().isEmpty()).toList());
  }
}

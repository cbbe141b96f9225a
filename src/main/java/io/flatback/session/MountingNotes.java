package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in words what is odd about the way the sensors are worn. */
final class MountingNotes {
  /** Of the marking on a sensor: y points up where it is worn as its makers drew it. */
  private static final double UPSIDE_DOWN_COSINE = -Math.cos(Math.toRadians(45.0));

  private MountingNotes() {}

  static List<String> of(MountingPlan plan, double swappedLogOdds) {
    List<String> notes = new ArrayList<>();
    for (Placement placement : upsideDown(plan)) {
      notes.add(
          "The " + placement.key() + " sensor is worn upside-down, going by its y axis. The angles take that into "
              + "account.");
    }
    if (swappedLogOdds > SensorOrder.SWAPPED_LOG_ODDS) {
      notes.add(
          "The two sensors seem to be swapped: the one called sacrum tips over further than the one called lumbar. "
              + "Lumbar flexion is wrong unless they are exchanged.");
    }
    return notes;
  }

  private static Set<Placement> upsideDown(MountingPlan plan) {
    Set<Placement> found = EnumSet.noneOf(Placement.class);
    for (MountingPlan.Stretch stretch : plan.stretches()) {
      for (Map.Entry<Placement, Mounting> entry : stretch.mountings().entrySet()) {
        if (entry.getValue().superior().getY() < UPSIDE_DOWN_COSINE) {
          found.add(entry.getKey());
        }
      }
    }
    return found;
  }
}

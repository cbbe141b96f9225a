package io.flatback.report;

import io.flatback.lift.Metric;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.ComparedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exercise over the last sessions of its wearer, this one last.
 *
 * @param loadKg at which the time of the pull is compared: that of this session's first set; null where not known
 */
public record BetweenSessions(String exercise, Metric posture, @Nullable Double loadKg, List<SessionPoint> points) {
  /** own: what fits on a phone. */
  public static final int MOST = 8;

  public BetweenSessions {
    points = List.copyOf(points);
  }

  /**
   * For each exercise of this session that an earlier one has too.
   *
   * @param earlier newest first
   */
  static List<BetweenSessions> of(ComparedRecord now, List<ComparedRecord> earlier) {
    Map<String, WorkSet> first = new LinkedHashMap<>();
    now.sets().forEach(set -> first.putIfAbsent(set.set().exercise(), set.set()));
    List<BetweenSessions> found = new ArrayList<>();
    for (WorkSet set : first.values()) {
      List<SessionPoint> points = points(now, earlier, set);
      if (points.size() > 1 && points.getLast().session().equals(now.name())) {
        found.add(
            new BetweenSessions(set.exercise(), Focus.posture(now.result().mode()), set.loadKg(), points));
      }
    }
    return found;
  }

  private static List<SessionPoint> points(ComparedRecord now, List<ComparedRecord> earlier, WorkSet set) {
    List<ComparedRecord> inOrder = new ArrayList<>();
    earlier.stream()
        .filter(one -> one.result().mode() == now.result().mode())
        .limit(MOST - 1)
        .forEach(inOrder::addFirst);
    inOrder.add(now);
    return inOrder.stream().flatMap(one -> SessionPoint.of(one, set.exercise(), set.loadKg()).stream()).toList();
  }

  /** Mean of the sessions before this one; NaN where none has it. */
  double usualDeg() {
    return points.subList(0, points.size() - 1).stream()
        .flatMapToDouble(point -> point.postureDeg().stream())
        .average()
        .orElse(Double.NaN);
  }
}

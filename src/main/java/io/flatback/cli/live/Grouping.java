package io.flatback.cli.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which sensors are worn by one lifter. Two of unlike placement that shared a platform share it again; of the others
 * that were named for this run a lumbar and a sacral one belong together, in the order in which they were named.
 *
 * @param home the platform that a sensor had; empty for one without
 */
record Grouping(Function<LiveSensor, Optional<String>> home) {

  List<List<LiveSensor>> groups(List<LiveSensor> named, List<LiveSensor> remembered) {
    List<List<LiveSensor>> groups = new ArrayList<>();
    List<LiveSensor> alone = new ArrayList<>();
    for (LiveSensor sensor : concat(named, remembered)) {
      if (!joins(alone, groups, sensor)) {
        alone.add(sensor);
      }
    }
    List<List<LiveSensor>> pairs = new ArrayList<>();
    for (LiveSensor sensor : alone) {
      if (!named.contains(sensor) || !isPaired(pairs, sensor, group -> named.contains(group.getFirst()))) {
        pairs.add(new ArrayList<>(List.of(sensor)));
      }
    }
    groups.addAll(pairs);
    return groups;
  }

  private static List<LiveSensor> concat(List<LiveSensor> named, List<LiveSensor> remembered) {
    List<LiveSensor> all = new ArrayList<>(named);
    all.addAll(remembered);
    return all;
  }

  /** With the one that it shared a platform with. */
  private boolean joins(List<LiveSensor> alone, List<List<LiveSensor>> groups, LiveSensor sensor) {
    Optional<String> own = home.apply(sensor);
    Optional<LiveSensor> partner =
        alone.stream()
            .filter(one -> own.isPresent() && home.apply(one).equals(own) && one.placement() != sensor.placement())
            .findFirst();
    partner.ifPresent(
        one -> {
          alone.remove(one);
          groups.add(List.of(one, sensor));
        });
    return partner.isPresent();
  }

  private static boolean isPaired(
      List<List<LiveSensor>> pairs, LiveSensor sensor, Predicate<List<LiveSensor>> mayBeJoined) {
    Optional<List<LiveSensor>> partner =
        pairs.stream()
            .filter(group -> group.size() == 1 && group.getFirst().placement() != sensor.placement())
            .filter(mayBeJoined)
            .findFirst();
    partner.ifPresent(group -> group.add(sensor));
    return partner.isPresent();
  }
}

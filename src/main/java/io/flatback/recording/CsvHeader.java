package io.flatback.recording;

import io.flatback.signal.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a recording CSV.
 *
 * @param columns names as in the file
 * @param slots where in a {@link CsvRow} each column's number goes
 * @param sensors in the order of their slots
 */
record CsvHeader(List<String> columns, List<Integer> slots, List<Sensor> sensors) {
  static final String TIME = "t_s";
  static final List<String> ACC = List.of("acc_x_g", "acc_y_g", "acc_z_g");
  static final List<String> GYRO = List.of("gyro_x_dps", "gyro_y_dps", "gyro_z_dps");
  static final int NUMBERS_PER_SENSOR = ACC.size() + GYRO.size();

  /** One sensor's numbers: acceleration, then rate, from {@code firstSlot} on. */
  record Sensor(Placement placement, boolean hasGyro, int firstSlot) {}

  CsvHeader {
    columns = List.copyOf(columns);
    slots = List.copyOf(slots);
    sensors = List.copyOf(sensors);
  }

  /**
   * @param line the header as it stands in the file
   * @param placement of columns that name none
   * @return empty when it is not a header of ours
   */
  static Optional<CsvHeader> parse(String line, Placement placement) {
    List<String> columns = Arrays.stream(line.split(",", -1)).map(String::trim).toList();
    Set<String> names = new HashSet<>(columns);
    if (names.size() != columns.size() || !names.contains(TIME)) {
      return Optional.empty();
    }
    return sensorsIn(names, placement).flatMap(found -> arrange(columns, found));
  }

  /** Prefix of a sensor's columns to the sensor, in the order of the slots. */
  private static Optional<Map<String, Placement>> sensorsIn(Set<String> names, Placement placement) {
    if (names.containsAll(ACC)) {
      return Optional.of(Map.of("", placement));
    }
    Map<Placement, String> prefixes = new EnumMap<>(Placement.class);
    for (Placement candidate : Placement.values()) {
      if (names.containsAll(prefixed(prefix(candidate), ACC))) {
        prefixes.put(candidate, prefix(candidate));
      }
    }
    Map<String, Placement> found = new LinkedHashMap<>();
    prefixes.forEach((sensor, prefix) -> found.put(prefix, sensor));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static Optional<CsvHeader> arrange(List<String> columns, Map<String, Placement> found) {
    List<String> numbers = new ArrayList<>(List.of(TIME));
    List<Sensor> sensors = new ArrayList<>();
    found.forEach(
        (prefix, placement) -> {
          boolean hasGyro = columns.containsAll(prefixed(prefix, GYRO));
          sensors.add(new Sensor(placement, hasGyro, numbers.size()));
          numbers.addAll(prefixed(prefix, ACC));
          numbers.addAll(prefixed(prefix, GYRO));
        });
    List<Integer> slots = columns.stream().map(numbers::indexOf).toList();
    return slots.contains(-1) || hasTornGyro(columns, sensors) ? Optional.empty()
        : Optional.of(new CsvHeader(columns, slots, sensors));
  }

  /** A gyro with one or two of its three columns. */
  private static boolean hasTornGyro(List<String> columns, List<Sensor> sensors) {
    int expected = 1;
    for (Sensor sensor : sensors) {
      expected += sensor.hasGyro() ? NUMBERS_PER_SENSOR : ACC.size();
    }
    return columns.size() != expected;
  }

  static String prefix(Placement placement) {
    return placement.key() + "_";
  }

  private static List<String> prefixed(String prefix, List<String> names) {
    return names.stream().map(prefix::concat).toList();
  }

  int width() {
    return columns.size();
  }

  List<Placement> placements() {
    return sensors.stream().map(Sensor::placement).toList();
  }
}

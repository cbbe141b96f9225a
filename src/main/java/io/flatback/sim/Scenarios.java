package io.flatback.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scenarios that come with the program, by name. */
public final class Scenarios {
  private static final Map<String, Scenario> BY_NAME = byName();

  private Scenarios() {}

  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** @throws IllegalArgumentException with the names there are, when there is none of this name */
  public static Scenario of(String name) {
    Scenario scenario = BY_NAME.get(name);
    if (scenario == null) {
      throw new IllegalArgumentException(
          "scenario '" + name + "' is not known, expected one of " + String.join(", ", BY_NAME.keySet()));
    }
    return scenario;
  }

  private static Map<String, Scenario> byName() {
    Map<String, Scenario> byName = new LinkedHashMap<>();
    Stream.of(
            LiftScenarios.all(), TrapScenarios.all(), BetweenScenarios.all(), SensorScenarios.all(),
            CalibrationScenarios.all())
        .flatMap(List::stream)
        .forEach(scenario -> byName.put(scenario.name(), scenario));
    return byName;
  }
}

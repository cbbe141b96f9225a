package io.flatback.sim;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lifter, what they do, and the sensors they wear. Together with a seed it determines every sample.
 *
 * @param name as in {@code sim:NAME}
 * @param shows one line: what this is there to show
 */
public record Scenario(
    String name,
    String shows,
    Physique physique,
    Variability variability,
    List<Episode> script,
    SensorSetup sensors) {

  public Scenario {
    script = Episode.script(script);
  }

  public Scenario withSensors(SensorSetup other) {
    return new Scenario(name, shows, physique, variability, script, other);
  }

  public Scenario withRateHz(double rateHz) {
    return withSensors(sensors.withRateHz(rateHz));
  }

  public Scenario withVariability(Variability other) {
    return new Scenario(name, shows, physique, other, script, sensors);
  }

  public Scenario withScript(List<Episode> other) {
    return new Scenario(name, shows, physique, variability, other, sensors);
  }

  /** Sensors without noise, wobble, tilt, dropouts or clock error; for exact tests. */
  public Scenario idealised() {
    return withSensors(
        sensors
            .withChip(Chip.IDEAL)
            .withAttachment(Attachment.RIGID)
            .withMounting(Mounting.STRAIGHT)
            .withDropouts(SensorSetup.Dropouts.NONE)
            .withClockPpm(0));
  }

  /** Of the first set; empty for a script without one. */
  public String exercise() {
    for (Episode episode : script) {
      if (episode instanceof Episode.Lifting lifting) {
        return lifting.technique().exercise();
      }
    }
    return "";
  }

  /** Of all sets, as written in a recording's notes; empty where it differs or nobody said. */
  public Optional<String> loadKg() {
    Set<Double> loads = new HashSet<>();
    for (Episode episode : script) {
      if (episode instanceof Episode.Lifting lifting && lifting.loadKg() != null) {
        loads.add(lifting.loadKg());
      }
    }
    return loads.size() == 1
        ? Optional.of(BigDecimal.valueOf(loads.iterator().next()).stripTrailingZeros().toPlainString())
        : Optional.empty();
  }
}

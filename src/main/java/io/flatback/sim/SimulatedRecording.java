package io.flatback.sim;

import io.flatback.recording.Recording;
import io.flatback.recording.RecordingNotes;
import io.flatback.signal.Placement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the sensors of a simulated lifter would have recorded. The same scenario and seed give the same
 * samples on every machine; nothing is held in memory but the plan of the movements.
 */
public final class SimulatedRecording implements Recording {
  private final Scenario scenario;
  private final long seed;

  public SimulatedRecording(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.seed = seed;
  }

  public Scenario scenario() {
    return scenario;
  }

  public long seed() {
    return seed;
  }

  @Override
  public RecordingNotes notes() {
    Map<String, String> notes = new LinkedHashMap<>();
    if (!scenario.exercise().isEmpty()) {
      notes.put("exercise", scenario.exercise());
    }
    scenario.loadKg().ifPresent(load -> notes.put("load_kg", load));
    if (placements().size() == 1) {
      notes.put("placement", placements().getFirst().key());
    }
    calibrations().ifPresent(stretches -> notes.put("calibration_s", stretches));
    notes.put("made_by", "flatback simulate " + scenario.name() + " --seed " + seed);
    return new RecordingNotes(notes);
  }

  private Optional<String> calibrations() {
    Simulation simulation = Simulation.of(scenario, seed);
    String stretches =
        simulation.timeline().calibrations().stream()
            .map(c -> seconds(simulation, c.fromSeconds()) + "-" + seconds(simulation, c.toSeconds()))
            .collect(Collectors.joining(", "));
    return stretches.isEmpty() ? Optional.empty() : Optional.of(stretches);
  }

  private static String seconds(Simulation simulation, double trueSeconds) {
    return BigDecimal.valueOf(simulation.deviceNanos(trueSeconds), 9)
        .setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  @Override
  public List<Placement> placements() {
    return scenario.sensors().worn().stream().map(SensorSetup.Worn::placement).toList();
  }

  @Override
  public SimulatedReader open() {
    return new SimulatedReader(Simulation.of(scenario, seed));
  }

  /** What truly happened, on the recording's time line. */
  public Truth truth() {
    return TruthFinder.find(Simulation.of(scenario, seed), seed);
  }
}

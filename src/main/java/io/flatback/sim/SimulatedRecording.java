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
  private final String madeBy;

  public SimulatedRecording(Scenario scenario, long seed) {
    this(scenario, seed, "flatback simulate " + scenario.name() + " --seed " + seed);
  }

  private SimulatedRecording(Scenario scenario, long seed, String madeBy) {
    this.scenario = scenario;
    this.seed = seed;
    this.madeBy = madeBy;
  }

  /** Of the lifter that this seed makes of the population; {@link Lifters}. */
  public static SimulatedRecording ofPopulation(Scenario scenario, long seed) {
    return new SimulatedRecording(
        Lifters.vary(scenario, seed), seed, "flatback simulate " + scenario.name() + " --varied --seed " + seed);
  }

  /** The same lifter doing the same, through a sensor of another rate. */
  public SimulatedRecording withRateHz(double rateHz) {
    return new SimulatedRecording(scenario.withRateHz(rateHz), seed, madeBy);
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
    notes.put("made_by", madeBy);
    return new RecordingNotes(notes);
  }

  private Optional<String> calibrations() {
    if (scenario.script().stream().noneMatch(episode -> episode instanceof Episode.Calibrating)) {
      return Optional.empty();
    }
    Simulation simulation = Simulation.of(scenario, seed);
    String stretches =
        simulation.timeline().calibrations().stream()
            .map(c -> seconds(simulation, c.fromSeconds()) + "-" + seconds(simulation, c.toSeconds()))
            .collect(Collectors.joining(", "));
    return Optional.of(stretches);
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

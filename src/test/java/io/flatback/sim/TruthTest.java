package io.flatback.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.sim.Truth.OtherMove;
import io.flatback.sim.Truth.RepTruth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulator says happened is what it was told to do. */
class TruthTest {
  private static final Map<String, Integer> REPS =
      Map.ofEntries(
          Map.entry("clean", 8),
          Map.entry("two-sensors", 8),
          Map.entry("starts-at-the-bar", 8),
          Map.entry("single", 1),
          Map.entry("fatigue", 18),
          Map.entry("rounding-from-rep-1", 10),
          Map.entry("rounding-late", 10),
          Map.entry("load-rises", 15),
          Map.entry("touch-and-go", 8),
          Map.entry("dead-stop", 6),
          Map.entry("paused", 6),
          Map.entry("squat", 8),
          Map.entry("sumo", 6),
          Map.entry("romanian", 8),
          Map.entry("stoop", 5),
          Map.entry("demo", 8),
          Map.entry("earlier-session", 18),
          Map.entry("failed-last-rep", 5),
          Map.entry("partials", 8),
          Map.entry("re-grip", 6),
          Map.entry("walkout", 6),
          Map.entry("loading-plates", 5),
          Map.entry("twists-and-shoes", 10),
          Map.entry("stands-up-without-the-bar", 12),
          Map.entry("upside-down", 8),
          Map.entry("random-mount", 8),
          Map.entry("loose", 8),
          Map.entry("dropouts", 8),
          Map.entry("cheap-chip", 8),
          Map.entry("slow-rate", 8),
          Map.entry("on-the-sacrum", 8),
          Map.entry("slipped", 10),
          Map.entry("starts-moving", 8),
          Map.entry("first-rep-at-once", 8),
          Map.entry("single-not-put-down", 1),
          Map.entry("touch-and-go-fast", 10),
          Map.entry("deficit", 6),
          Map.entry("jumping", 0),
          Map.entry("walking", 0),
          Map.entry("twists", 0),
          Map.entry("sits-between-sets", 10),
          Map.entry("setting-up", 5),
          Map.entry("sets-up-and-rises", 5),
          Map.entry("swapped-sensors", 8),
          Map.entry("one-sensor-lost", 8),
          Map.entry("lumbar-sensor-lost", 8),
          Map.entry("guided-calibration", 8),
          Map.entry("guided-calibration-two-sensors", 8),
          Map.entry("bad-calibration-moved", 8),
          Map.entry("bad-calibration-two-hinges", 8),
          Map.entry("bad-calibration-quick", 8),
          Map.entry("bad-calibration-small", 8),
          Map.entry("bad-calibration-unlike", 8),
          Map.entry("bad-calibration-twisted", 8),
          Map.entry("bad-calibration-walking", 8),
          Map.entry("bad-calibration-loose", 8),
          Map.entry("bad-calibration-dropouts", 8));

  private static final Map<String, Truth> FIRST_SEED = new TreeMap<>();

  @BeforeAll
  static void simulateAll() {
    Scenarios.names().forEach(name -> FIRST_SEED.put(name, truth(name, 1)));
  }

  @Test
  void everyScenarioHasTheRepsItWasGiven() {
    assertThat(Scenarios.names()).containsExactlyInAnyOrderElementsOf(REPS.keySet());
    for (String name : Scenarios.names()) {
      Truth truth = FIRST_SEED.get(name);
      assertThat(truth.completedAscents()).as(name).isEqualTo(REPS.get(name));
      assertThat(truth.sets().stream().mapToInt(Truth.SetTruth::reps).sum()).as(name).isEqualTo(REPS.get(name));
    }
  }

  @Test
  void theEventsOfEveryRepComeInOrder() {
    for (String name : Scenarios.names()) {
      for (long seed = 1; seed <= (name.equals("clean") || name.equals("touch-and-go") ? 8 : 1); seed++) {
        Truth truth = seed == 1 ? FIRST_SEED.get(name) : truth(name, seed);
        double before = -1;
        for (RepTruth rep : truth.reps()) {
          String where = name + " seed " + seed + " " + rep;
          assertThat(rep.startSeconds()).as(where).isGreaterThan(before);
          assertThat(rep.bottomSeconds()).as(where).isGreaterThanOrEqualTo(rep.startSeconds());
          assertThat(rep.ascentOnsetSeconds()).as(where).isGreaterThanOrEqualTo(rep.bottomSeconds());
          assertThat(rep.lockoutSeconds()).as(where).isGreaterThan(rep.ascentOnsetSeconds() + 0.3);
          assertThat(rep.endSeconds()).as(where).isGreaterThanOrEqualTo(rep.lockoutSeconds() + 0.19);
          assertThat(rep.endSeconds()).as(where).isLessThanOrEqualTo(rep.lockoutSeconds() + 1.005);
          before = rep.endSeconds();
        }
        assertThat(before).as(name).isLessThanOrEqualTo(truth.durationSeconds());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clean, PUT_DOWN, 1",
    "failed-last-rep, FAILED, 1",
    "re-grip, RE_GRIP, 3",
    "loading-plates, LOADED_PLATES, 4",
    "twists-and-shoes, TIED_A_SHOE, 1",
    "twists-and-shoes, TWISTED, 1",
    "stands-up-without-the-bar, ROSE_WITHOUT_LOAD, 2",
    "fatigue, DROPPED_THE_LOAD, 3",
    "jumping, JUMPED, 17",
    "twists, TWISTED, 3",
    "sits-between-sets, SAT_DOWN, 2",
    "setting-up, RE_GRIP, 5",
    "sets-up-and-rises, SET_UP, 2"
  })
  void whatIsNotARepIsNamed(String name, NotARep reason, int times) {
    assertThat(FIRST_SEED.get(name).notReps().stream().map(OtherMove::reason).filter(reason::equals)).hasSize(times);
  }

  @ParameterizedTest
  @ValueSource(doubles = {25, 50, 100, 200, 400})
  void theTruthDoesNotDependOnTheRate(double rateHz) {
    Truth at100 = truth("rounding-late", 4);
    Truth other = new SimulatedRecording(Scenarios.of("rounding-late").withRateHz(rateHz), 4).truth();
    assertThat(other.reps()).isEqualTo(at100.reps());
  }

  @Test
  void aFastClockStretchesTheTruthAsItDoesTheRecord() {
    Scenario clean = Scenarios.of("clean");
    Truth right = new SimulatedRecording(clean.withSensors(clean.sensors().withClockPpm(0)), 1).truth();
    Truth fast = new SimulatedRecording(clean.withSensors(clean.sensors().withClockPpm(20_000)), 1).truth();
    RepTruth last = right.reps().getLast();
    assertThat(fast.reps().getLast().lockoutSeconds()).isCloseTo(1.02 * last.lockoutSeconds(), within(1e-6));
  }

  @Test
  void whatWasMadeToChangeChanges() {
    double grown = 0;
    double slowed = 0;
    for (long seed = 1; seed <= 8; seed++) {
      List<RepTruth> rounding = truth("rounding-late", seed).reps();
      grown += flexionDeg(rounding, 9, 10) - flexionDeg(rounding, 0, 3);
      List<RepTruth> demo = truth("demo", seed).reps();
      slowed += seconds(demo, 6, 8) / seconds(demo, 0, 3);
    }
    assertThat(grown / 8).as("flexion gained by the last rep").isCloseTo(12, within(1.5));
    assertThat(slowed / 8).as("last two ascents against the first three").isBetween(1.6, 2.1);
  }

  @Test
  void aLifterAtTheBarBeginsWithTheRecord() {
    RepTruth first = truth("starts-at-the-bar", 1).reps().getFirst();
    assertThat(first.startSeconds()).isZero();
    assertThat(first.bottomSeconds()).isBetween(0.0, first.ascentOnsetSeconds());
  }

  @Test
  void risingLoadsAddFlexionBetweenSetsAndNoneWithin() {
    Truth truth = truth("load-rises", 1);
    List<RepTruth> reps = truth.reps();
    assertThat(flexionDeg(reps, 10, 15) - flexionDeg(reps, 0, 5)).isBetween(4.0, 8.0);
    assertThat(truth.changes()).isEmpty();
    assertThat(truth.sets()).extracting(Truth.SetTruth::loadKg).containsExactly(80.0, 110.0, 140.0);
  }

  @Test
  void jsonHasTheShapeOfTheRecordingsToMeasureAgainst() {
    JsonNode json = new JsonMapper().readTree(TruthWriter.toJson(truth("clean", 1)));
    assertThat(json.get("exercise").asString()).isEqualTo("deadlift");
    assertThat(json.get("completed_ascents").asInt()).isEqualTo(8);
    assertThat(json.get("bottoms_s")).hasSize(8);
    assertThat(json.get("sensor_worn_well").asBoolean()).isTrue();
    JsonNode rep = json.get("reps").get(0);
    assertThat(rep.get("rep").asInt()).isEqualTo(1);
    assertThat(rep.get("lockout_s").asDouble()).isGreaterThan(rep.get("bottom_s").asDouble());
    assertThat(rep.get("peak_trunk_pitch_deg").asDouble()).isBetween(45.0, 65.0);
    assertThat(json.get("not_reps").get(0).get("reason").asString()).isEqualTo("put_down");
  }

  private static double flexionDeg(List<RepTruth> reps, int from, int to) {
    return reps.subList(from, to).stream()
        .mapToDouble(rep -> rep.angles().lumbarFlexionAtOnsetDeg())
        .average()
        .orElseThrow();
  }

  private static double seconds(List<RepTruth> reps, int from, int to) {
    return reps.subList(from, to).stream().mapToDouble(RepTruth::concentricSeconds).average().orElseThrow();
  }

  private static Truth truth(String name, long seed) {
    return new SimulatedRecording(Scenarios.of(name), seed).truth();
  }
}

package io.flatback.sim;

import static io.flatback.sim.Scripts.alone;
import static io.flatback.sim.Scripts.deadlifts;
import static io.flatback.sim.Scripts.eightDeadlifts;
import static io.flatback.sim.Scripts.oneSensor;
import static io.flatback.sim.Scripts.sets;
import static io.flatback.sim.Scripts.twoSensors;

import io.flatback.sim.Episode.Lifting;
import io.flatback.sim.Episode.Lifting.Ending;
import io.flatback.sim.Episode.Lifting.Start;
import io.flatback.sim.Episode.Standing;
import io.flatback.sim.Technique.Tempo;
import java.util.List;
import java.util.stream.Stream;

/** Sets as they should be, sets that change, and lifts of all kinds. */
final class LiftScenarios {
  private LiftScenarios() {}

  static List<Scenario> all() {
    return Stream.of(even(), changing(), tempos(), otherLifts(), samples()).flatMap(List::stream).toList();
  }

  private static List<Scenario> even() {
    Technique heavy = Technique.DEADLIFT.withTempo(new Tempo(1.3, 0.5, 2.2, 1.5));
    return List.of(
        oneSensor("clean", "Eight even deadlifts, then the bar is put down for good.", eightDeadlifts()),
        twoSensors(
            "two-sensors",
            "Eight even deadlifts with a sensor on the lumbar spine and one on the sacrum.",
            eightDeadlifts()),
        oneSensor(
            "starts-at-the-bar",
            "The record begins with the lifter bent at the bar.",
            List.of(deadlifts(8).withEnding(Ending.PUT_DOWN).withStart(Start.AT_THE_BAR))),
        oneSensor(
            "starts-moving",
            "The record begins half-way down to the first of eight deadlifts.",
            List.of(deadlifts(8).withEnding(Ending.PUT_DOWN).withStart(Start.MID_BEND))),
        oneSensor(
            "first-rep-at-once",
            "Eight Romanian deadlifts that begin with the record: no quiet standing before them.",
            List.of(Lifting.of(Technique.ROMANIAN, 8, 80.0, Ending.STAND), new Standing(3))),
        oneSensor("single", "One heavy single.", alone(heavy, 1, 180, Ending.PUT_DOWN)),
        oneSensor(
            "single-not-put-down",
            "One heavy single; the record ends before the bar goes down.",
            alone(heavy, 1, 180, Ending.STAND)));
  }

  private static List<Scenario> changing() {
    Technique rounded = Technique.DEADLIFT.withBottom(Pose.sagittal(12, 55, 32, 34));
    Progression rounding = new Progression(5, 0.15, Pose.sagittal(0, 0, 0, 12), 0.2);
    return List.of(
        oneSensor(
            "fatigue",
            "Three sets of six: the second slows a little, the third clearly, and leans further.",
            sets(
                deadlifts(6),
                deadlifts(6).withProgression(new Progression(4, 0.2, Pose.sagittal(0, 0, 1, 2), 0.2)),
                deadlifts(6).withDynamic(1.05).withProgression(
                    new Progression(3, 0.9, Pose.sagittal(0, 0, 3, 5), 0.6)))),
        twoSensors(
            "rounding-from-rep-1",
            "Ten deadlifts rounded 15 degrees more than usual from the first on; nothing changes.",
            alone(rounded, 10, 110, Ending.PUT_DOWN)),
        twoSensors(
            "rounding-late",
            "Ten deadlifts; lumbar flexion grows by 12 degrees from rep 5 on.",
            alone(Lifting.of(Technique.DEADLIFT, 10, 110.0, Ending.PUT_DOWN).withProgression(rounding))),
        twoSensors(
            "load-rises",
            "Three sets of five at rising loads; each load adds flexion by itself, none drifts.",
            sets(loaded(80, 0, 1), loaded(110, 3, 1.12), loaded(140, 6, 1.3))));
  }

  private static Lifting loaded(double loadKg, double addedFlexionDeg, double dynamic) {
    Pose bottom = Technique.DEADLIFT.bottom().plus(Pose.sagittal(0, 0, 0, addedFlexionDeg));
    return Lifting.of(Technique.DEADLIFT.withBottom(bottom), 5, loadKg, Ending.DROP).withDynamic(dynamic);
  }

  private static List<Scenario> tempos() {
    Technique touchAndGo = Technique.DEADLIFT.withTempo(new Tempo(1.1, 0, 1.0, 0.5));
    Technique quick = Technique.DEADLIFT.withTempo(new Tempo(0.75, 0, 0.75, 0.35));
    Technique deadStop = Technique.DEADLIFT.withTempo(new Tempo(1.2, 2.0, 1.1, 1.0));
    Technique paused = Technique.DEADLIFT.withTempo(new Tempo(1.6, 3.0, 1.3, 1.0)).withLandingG(0.1);
    return List.of(
        oneSensor(
            "touch-and-go",
            "Eight deadlifts that turn at the floor without a stop.",
            alone(touchAndGo, 8, 90, Ending.PUT_DOWN)),
        oneSensor(
            "touch-and-go-fast",
            "Ten light deadlifts that turn at the floor, as fast as one can.",
            alone(quick, 10, 60, Ending.PUT_DOWN)),
        oneSensor(
            "dead-stop",
            "Six deadlifts that settle for two seconds on the floor.",
            alone(deadStop, 6, 120, Ending.PUT_DOWN)),
        oneSensor(
            "paused",
            "Six deadlifts held for three seconds at the bottom, hardly any landing.",
            alone(paused, 6, 90, Ending.PUT_DOWN)));
  }

  private static List<Scenario> otherLifts() {
    return List.of(
        oneSensor("squat", "Eight squats.", alone(Technique.SQUAT, 8, 90, Ending.STAND)),
        oneSensor(
            "sumo", "Six sumo deadlifts: the trunk leans less.", alone(Technique.SUMO, 6, 120, Ending.PUT_DOWN)),
        oneSensor(
            "deficit", "Six deadlifts from a raised stand.", alone(Technique.DEFICIT, 6, 90, Ending.PUT_DOWN)),
        oneSensor(
            "romanian",
            "Eight Romanian deadlifts: they begin with the way down.",
            alone(Technique.ROMANIAN, 8, 80, Ending.STAND)),
        oneSensor(
            "stoop",
            "Five boxes lifted with nearly straight legs.",
            alone(Technique.STOOP, 5, 15, Ending.PUT_DOWN)));
  }

  private static List<Scenario> samples() {
    Technique calm = Technique.DEADLIFT.withTempo(new Tempo(1.3, 0.7, 1.15, 1.1));
    return List.of(
        oneSensor(
            "demo",
            "Eight deadlifts; from rep 5 on they slow down and lean further.",
            List.of(
                new Standing(4),
                Lifting.of(calm, 8, 120.0, Ending.PUT_DOWN)
                    .withProgression(new Progression(5, 1.0, Pose.sagittal(0, 0, 3, 6), 0.5)))),
        oneSensor(
            "earlier-session",
            "Three sets of six: two even ones, the third tires a little.",
            sets(
                deadlifts(6),
                deadlifts(6),
                deadlifts(6).withProgression(new Progression(4, 0.3, Pose.sagittal(0, 0, 1.5, 3), 0.3)))));
  }
}

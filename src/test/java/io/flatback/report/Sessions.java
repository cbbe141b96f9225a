package io.flatback.report;

import io.flatback.form.AthleteHistory;
import io.flatback.form.FormSettings;
import io.flatback.form.Level;
import io.flatback.lift.Metric;
import io.flatback.lift.RejectedCandidate.Reason;
import io.flatback.session.AngleTrace;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.Mode;
import io.flatback.session.SessionResult.MountingFacts;
import io.flatback.session.SessionResult.RecordingFacts;
import io.flatback.session.SessionResult.SensorFacts;
import io.flatback.session.SessionResult.SensorMounting;
import io.flatback.session.WorkSet;
import io.flatback.signal.Placement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions of every kind that a report must be able to tell. */
final class Sessions {
  static final ReportContext CONTEXT =
      new ReportContext("Ana", "s-42", Instant.parse("2026-11-22T10:30:00Z"), "evening.csv", "0.1.0");

  private Sessions() {}

  static Map<String, SessionResult> all() {
    Map<String, SessionResult> all = new LinkedHashMap<>();
    all.put("clean", clean());
    all.put("fatigue", fatigue());
    all.put("two-sensors", twoSensors());
    all.put("loose", loose());
    all.put("accelerometer", accelerometerOnly());
    all.put("nothing", nothing());
    all.put("gap", gap());
    all.put("one-hertz", oneHertz());
    all.put("single", single());
    all.put("judged-one", judgedByForm(false));
    all.put("judged-two", judgedByForm(true));
    all.put("empty", empty());
    return all;
  }

  static ReportModel model(SessionResult result) {
    return ReportModel.of(result, CONTEXT);
  }

  static SessionResult clean() {
    SetBuilder one = new SetBuilder(1, 0).pulls(.83, .81, .84, .82, .86).onsets(41.2, 40.5, 42, 41.1, 42.4).load(100);
    SetBuilder two =
        new SetBuilder(2, 180).pulls(.84, .82, .85, .86, .87).onsets(41.9, 41.2, 40.8, 42.6, 43.0).load(100);
    return oneSensor(one.endS() + 200, one.build(), two.build());
  }

  static SessionResult fatigue() {
    SetBuilder one =
        new SetBuilder(1, 2).pulls(.86, .81, .84, .82, .83, .85).onsets(41.2, 40.5, 42, 41.1, 42.4, 41.8).load(120);
    SetBuilder two =
        new SetBuilder(2, 190).pulls(.84, .82, .85, .86, .87, .9).onsets(41.9, 41.2, 40.8, 42.6, 43.0, 44.1).load(120)
            .rejected(214, 215.4, Reason.NO_LOCKOUT);
    SetBuilder three =
        new SetBuilder(3, 400)
            .pulls(.85, .83, .88, .94, 1.0, 1.12, 1.24)
            .onsets(42.0, 41.4, 43.2, 50.1, 51.2, 50.8, 52.4)
            .load(120)
            .warning(5, Level.WATCH, Metric.INCLINATION_AT_ONSET_DEG, 42.2, 51.2, 7,
                "Reps 4 and 5 began 8.5° further forward than your first reps.", "own-inclination-gate")
            .warning(6, Level.WATCH, Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 0, 1 - .83 / 1.12, .20,
                "Reps 6 and 7 took 42 % longer than your fastest early rep.", "sanchez-medina-2011")
            .drift(Metric.INCLINATION_AT_ONSET_DEG, 1.9, 11.4, 0.005, true)
            .drift(Metric.CONCENTRIC_DURATION_S, 0.066, 0.40, 0.001, true)
            .rejected(428.6, 429.4, Reason.TOO_SMALL);
    return oneSensor(440, one.build(), two.build(), three.build());
  }

  static SessionResult single() {
    SetBuilder one =
        new SetBuilder(1, 0)
            .pulls(.83, .81, .84, .85, .88, .92, 1.02, 1.06)
            .onsets(41.2, 40.5, 42, 42.1, 43.4, 44.0, 44.2, 44.8)
            .exercise("romanian_deadlift", true)
            .warning(8, Level.WATCH, Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 0, 1 - .81 / 1.06, .20,
                "Reps 7 and 8 took 28 % longer than your fastest early rep.", "sanchez-medina-2011");
    return oneSensor(one.endS(), one.build());
  }

  /** What the form room itself says of a tiring set, by a wearer whose noise is known. */
  static SessionResult judgedByForm(boolean twoSensors) {
    AthleteHistory history =
        new AthleteHistory(
            Map.of(
                Metric.VELOCITY_LOSS_BY_DURATION_RATIO, new AthleteHistory.PooledSigma(0.04, 40),
                Metric.LUMBAR_FLEXION_AT_ONSET_DEG, new AthleteHistory.PooledSigma(1.8, 40)));
    SetBuilder tiring =
        new SetBuilder(1, 0)
            .pulls(.83, .81, .84, .85, .93, 1.02, 1.14, 1.31)
            .onsets(41.2, 40.5, 42, 43.1, 49.4, 51.0, 52.2, 53.8)
            .load(120);
    if (twoSensors) {
      tiring.flexions(20, 21, 20.5, 21.2, 25, 32, 33, 36);
    }
    WorkSet set = tiring.judged(FormSettings.of(history, twoSensors));
    return twoSensors ? twoSensors(30, set) : oneSensor(30, set);
  }

  static SessionResult twoSensors() {
    SetBuilder one =
        new SetBuilder(1, 1).pulls(.86, .81, .84, .82, .83).onsets(52, 51, 53, 52, 52).flexions(21, 22, 21.5, 22.2, 23)
            .load(140);
    SetBuilder two =
        new SetBuilder(2, 200).pulls(.86, .83, .88, .91, .93, .97).onsets(52, 51, 53, 55, 56, 57)
            .flexions(22, 21.4, 22.9, 27, 34.1, 35.6).load(145)
            .warning(6, Level.WARN, Metric.LUMBAR_FLEXION_AT_ONSET_DEG, 22.1, 35.6, 9,
                "Reps 5 and 6 began with your lower back bent 13° more than in your first reps.", "aasa-2019")
            .drift(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, 2.9, 14.5, 0.003, true);
    return twoSensors(241, one.build(), two.build());
  }

  static SessionResult twoSensors(double durationS, WorkSet... sets) {
    SensorFacts lumbar = new SensorFacts(Placement.LUMBAR, 100.02, true, 24100, 0, 0);
    SensorFacts sacrum = new SensorFacts(Placement.SACRUM, 99.98, true, 24090, 1, 0.11);
    MountingFacts mounting =
        new MountingFacts(0.93, true,
            Map.of(Placement.SACRUM, new SensorMounting(0.93, true), Placement.LUMBAR, new SensorMounting(0.96, true)),
            List.of());
    return new SessionResult(
        new RecordingFacts(durationS, List.of(lumbar, sacrum)), Mode.TWO_SENSORS, mounting, List.of(sets), List.of());
  }

  static SessionResult loose() {
    SetBuilder one =
        new SetBuilder(1, 0).pulls(.83, .81, .84, .82, .86).onsets(21.2, 12.5, 32, 18.1, 22.4).withoutBands();
    return new SessionResult(
        recording(one.endS(), true), Mode.ONE_SENSOR,
        new MountingFacts(0.31, false, Map.of(Placement.LUMBAR, new SensorMounting(0.31, false)),
            List.of("The sensor turned against the back by 22° between reps 1 and 2.")),
        List.of(one.build()), List.of());
  }

  static SessionResult accelerometerOnly() {
    SetBuilder one =
        new SetBuilder(1, 0).pulls(.83, .81, .84, .82, .86).onsets(41.2, 40.5, 42, 41.1, 42.4).accelerometerOnly();
    return new SessionResult(
        recording(one.endS(), false), Mode.ONE_SENSOR, mounted(), List.of(one.build()),
        List.of("Without a gyroscope angles during fast movement are less sure."));
  }

  static SessionResult nothing() {
    WorkSet empty =
        new SetBuilder(1, 0).tail(30).rejected(4, 6, Reason.TOO_SMALL).rejected(10, 20, Reason.WALKING).build();
    return oneSensor(31, empty);
  }

  static SessionResult oneHertz() {
    return new SessionResult(
        new RecordingFacts(60, List.of(new SensorFacts(Placement.LUMBAR, 1.0, true, 60, 0, 0))), Mode.ONE_SENSOR,
        mounted(), List.of(), List.of("Reps were not counted: 1.0 readings a second, 10 are needed."));
  }

  static SessionResult gap() {
    SetBuilder one =
        new SetBuilder(1, 0).pulls(.83, .81, .84, .82, .86, .87).onsets(41.2, 40.5, 42, 41.1, 42.4, 43)
            .gap(12.0, 14.0, 4);
    return new SessionResult(
        new RecordingFacts(
            one.endS(), List.of(new SensorFacts(Placement.LUMBAR, 50.1, true, 1010, 1, 2.0))),
        Mode.ONE_SENSOR, mounted(), List.of(one.build()), List.of());
  }

  static SessionResult empty() {
    return new SessionResult(
        new RecordingFacts(0, List.of()), Mode.ONE_SENSOR, new MountingFacts(0, false, Map.of(), List.of()),
        List.of(new WorkSet(1, "deadlift", true, 0, 0, null, List.of(), List.of(), List.of(), List.of(), List.of(),
            AngleTrace.EMPTY)),
        List.of());
  }

  static SessionResult oneSensor(double durationS, WorkSet... sets) {
    return new SessionResult(recording(durationS, true), Mode.ONE_SENSOR, mounted(), List.of(sets), List.of());
  }

  private static RecordingFacts recording(double durationS, boolean gyro) {
    return new RecordingFacts(
        durationS, List.of(new SensorFacts(Placement.LUMBAR, 50.0, gyro, Math.round(durationS * 50), 0, 0)));
  }

  private static MountingFacts mounted() {
    return new MountingFacts(0.97, true, Map.of(Placement.LUMBAR, new SensorMounting(0.97, true)), List.of());
  }
}

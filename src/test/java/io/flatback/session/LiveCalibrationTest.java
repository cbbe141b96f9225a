package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.motion.guided.GuidedCalibration;
import io.flatback.motion.guided.Refusal;
import io.flatback.recording.TimeStretch;
import io.flatback.session.CalibrationProgress.Step;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wearer who is led through a calibration while lifting live. */
class LiveCalibrationTest {

  @Test
  void countsDownCountsHingesAndSaysWhatItFound() {
    List<SessionEvent> events = live("guided-calibration-two-sensors", 2, Long.MAX_VALUE);
    List<CalibrationProgress> told = progress(events);

    assertThat(told.stream().filter(p -> p.step() == Step.STAND_STILL).map(CalibrationProgress::secondsLeft))
        .containsSubsequence(3, 2, 1);
    assertThat(told.stream().map(CalibrationProgress::step).distinct())
        .containsExactly(Step.STAND_STILL, Step.HINGE, Step.STAND_AGAIN, Step.ACCEPTED);
    assertThat(told.stream().filter(p -> p.step() == Step.HINGE).map(CalibrationProgress::text))
        .containsExactly(
            "Hinge forward slowly and come up: 1 of 3.",
            "Hinge forward slowly and come up: 2 of 3.",
            "Hinge forward slowly and come up: 3 of 3.");
    assertThat(told.getLast().text()).contains("Your guided calibration at 0–2", "lumbar spine flexed by 2");
    assertThat(events.stream().filter(e -> e instanceof SessionEvent.RepCompleted)).hasSize(8);
  }

  @Test
  void theSecondLookJudgesTheSameStretchTheSame() throws IOException {
    List<SessionEvent> events = live("guided-calibration", 3, Long.MAX_VALUE);
    CalibrationOutcome live = progress(events).getLast().outcome();
    KnownSensors known = KnownSensors.NONE.withCalibrations(List.of(live.stretch()));

    Calibrations again = Calibrations.of(new SimulatedRecording(Scenarios.of("guided-calibration"), 3), known);

    assertThat(again.outcomes()).containsExactly(live);
    assertThat(TimeStretch.parse(TimeStretch.toText(List.of(live.stretch())))).containsExactly(live.stretch());
  }

  @Test
  void aBadOneIsRefusedAtItsEndAndTheSetIsCountedAllTheSame() {
    List<SessionEvent> events = live("bad-calibration-quick", 1, Long.MAX_VALUE);
    CalibrationProgress last = progress(events).getLast();

    assertThat(last.step()).isEqualTo(Step.REFUSED);
    assertThat(((GuidedCalibration.Refused) last.outcome().verdict()).refusal().reason())
        .isEqualTo(Refusal.Reason.HINGES_TOO_QUICK);
    assertThat(events.stream().filter(e -> e instanceof SessionEvent.RepCompleted)).hasSize(8);
  }

  @Test
  void whatIsCancelledIsOver() {
    List<CalibrationProgress> told = progress(live("guided-calibration", 1, 9_000_000_000L));

    assertThat(told.getLast().step()).isEqualTo(Step.CANCELLED);
    assertThat(told.stream().filter(p -> p.outcome() != null)).isEmpty();
  }

  private static List<CalibrationProgress> progress(List<SessionEvent> events) {
    List<CalibrationProgress> told = new ArrayList<>();
    for (SessionEvent event : events) {
      if (event instanceof SessionEvent.CalibrationChanged changed) {
        told.add(changed.progress());
      }
    }
    return told;
  }

  private static List<SessionEvent> live(String scenario, long seed, long cancelNanos) {
    SimulatedRecording recording = new SimulatedRecording(Scenarios.of(scenario), seed);
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    List<SessionEvent> events = new ArrayList<>();
    pipeline.startCalibration(recording.placements());
    boolean cancelled = false;
    try (SimulatedReader reader = recording.open()) {
      while (reader.next()) {
        if (!cancelled && reader.event().timeNanos() > cancelNanos) {
          events.addAll(pipeline.cancelCalibration());
          cancelled = true;
        }
        events.addAll(pipeline.update(reader.placement(), reader.event()));
      }
    }
    events.addAll(pipeline.finish());
    return events;
  }
}

package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the main path says live, while it does not yet know what comes. */
class PipelineTest {

  /** The mounting is found in the course of the first rep or after it; by then the rep must not be gone. */
  @ParameterizedTest
  @ValueSource(strings = {"clean", "starts-at-the-bar", "squat", "touch-and-go", "two-sensors"})
  void losesNoRepForBeingFirst(String scenario) throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      SimulatedRecording recording = new SimulatedRecording(Scenarios.of(scenario), seed);

      List<SessionEvent> events = live(recording);

      assertThat(events).as("%s, seed %d", scenario, seed).filteredOn(SessionEvent.RepCompleted.class::isInstance)
          .hasSize(recording.truth().completedAscents());
      SessionEvent.RepCompleted first =
          (SessionEvent.RepCompleted) events.get(indexOf(events, SessionEvent.RepCompleted.class));
      assertThat(first.rep().startNanos() * 1e-9)
          .as("start of the first rep of %s, seed %d", scenario, seed)
          .isCloseTo(recording.truth().reps().getFirst().startSeconds(), within(0.5));
    }
  }

  @Test
  void tellsItsStoryInOrder() throws IOException {
    List<SessionEvent> events = live(new SimulatedRecording(Scenarios.of("clean"), 4));
    events.removeIf(event -> event instanceof SessionEvent.PostureSampled);

    assertThat(indexOf(events, SessionEvent.MountingFound.class))
        .isLessThan(indexOf(events, SessionEvent.SetStarted.class));
    assertThat(indexOf(events, SessionEvent.RepStarted.class))
        .isLessThan(indexOf(events, SessionEvent.RepProvisional.class));
    assertThat(indexOf(events, SessionEvent.RepProvisional.class))
        .isLessThan(indexOf(events, SessionEvent.RepCompleted.class));
    assertThat(indexOf(events, SessionEvent.RepCompleted.class))
        .isLessThan(indexOf(events, SessionEvent.SetEnded.class));
  }

  @Test
  void showsNoAngleBeforeItKnowsHowTheSensorIsWorn() {
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    for (int i = 0; i < 3000; i++) {
      List<SessionEvent> events =
          pipeline.update(Placement.LUMBAR, new Sample(i * 10_000_000L, 0, 9.81, 0, 0, 0, 0, false));
      assertThat(events).isEmpty();
    }
  }

  @Test
  void completesARepWithinHalfASecondOfItsLockoutOnceTheMountingIsKnown() throws IOException {
    for (SessionEvent event : live(new SimulatedRecording(Scenarios.of("clean"), 4))) {
      if (event instanceof SessionEvent.RepCompleted completed && completed.rep().index() > 1) {
        double lagSeconds = (completed.timeNanos() - completed.rep().lockoutNanos()) * 1e-9;
        assertThat(lagSeconds).as("rep %d", completed.rep().index()).isBetween(0.15, 0.6);
      }
    }
  }

  private static int indexOf(List<SessionEvent> events, Class<? extends SessionEvent> kind) {
    for (int i = 0; i < events.size(); i++) {
      if (kind.isInstance(events.get(i))) {
        return i;
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " in " + events.size() + " events");
  }

  private static List<SessionEvent> live(SimulatedRecording recording) throws IOException {
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    List<SessionEvent> all = new ArrayList<>();
    try (SimulatedReader reader = recording.open()) {
      while (reader.next()) {
        all.addAll(pipeline.update(reader.placement(), reader.event()));
      }
    }
    all.addAll(pipeline.finish());
    return all;
  }
}

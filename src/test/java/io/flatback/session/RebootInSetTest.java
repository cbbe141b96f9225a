package io.flatback.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.link.ByteLink;
import io.flatback.link.FakeClock;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import io.flatback.sim.Episode;
import io.flatback.sim.ReferenceSensor;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimLink;
import io.flatback.sim.SimulatedReader;
import io.flatback.sim.SimulatedRecording;
import io.flatback.sim.Technique;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sensor that starts anew in the middle of a set: the set goes on, with the hole shown. */
class RebootInSetTest {
  private static final int REPS = 8;
  private static final double RATE_HZ = 100;

  private final FakeClock clock = new FakeClock();
  private final List<SessionEvent> events = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<SessionEvent.SensorStatus> statuses = new ArrayList<>();

  private final class Ears implements SensorListener {
    private final Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);

    @Override
    public void raw(byte[] bytes, int length, long arrivalNanos) {}

    @Override
    public void signal(Placement placement, SignalEvent event) {
      if (event instanceof Gap gap) {
        gaps.add(gap);
      }
      events.addAll(pipeline.update(placement, event));
    }

    @Override
    public void status(SessionEvent.SensorStatus status) {
      statuses.add(status);
      if (status.state() == SessionEvent.SensorStatus.State.ENDED) {
        events.addAll(pipeline.finish());
      }
    }
  }

  private ByteLink link(SimulatedRecording recording, double rebootSeconds, double bootSeconds) {
    SimulatedReader reader = recording.open();
    ReferenceSensor sensor = new ReferenceSensor(ReferenceSensor.defaultHello(RATE_HZ), reader, Placement.LUMBAR);
    ByteLink whole = new SimLink("sim:reboot", sensor, reader, 1, clock);
    return new RebootingLink(whole, clock, rebootSeconds, bootSeconds);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsItsSetAndLosesOneRepAtMost(long seed) {
    SimulatedRecording recording =
        new SimulatedRecording(
            Scenarios.of("clean")
                .withScript(
                    List.of(
                        new Episode.Standing(8),
                        Episode.Lifting.of(Technique.DEADLIFT, REPS, 100.0, Episode.Lifting.Ending.STAND),
                        new Episode.Standing(8))),
            seed);
    double middle = recording.truth().durationSeconds() / 2;

    new SensorSupervisor(
            "sim:reboot", Placement.LUMBAR, () -> link(recording, middle, 0.8), SensorDriver.flatback(Placement.LUMBAR),
            new Ears(), clock, new SplittableRandom(seed))
        .run();

    assertThat(gaps).as("seed %d", seed).singleElement().satisfies(gap -> {
      assertThat(gap.reason()).isEqualTo(Gap.Reason.RESET);
      assertThat(gap.durationSeconds()).isBetween(0.7, 3.0);
    });
    assertThat(statuses).extracting(SessionEvent.SensorStatus::state).doesNotContain(SessionEvent.SensorStatus.State.LOST);
    assertThat(events.stream().filter(SessionEvent.SetStarted.class::isInstance)).as("seed %d: %s", seed, gaps).hasSize(1);
    List<SessionEvent.SetEnded> ended =
        events.stream().filter(SessionEvent.SetEnded.class::isInstance).map(SessionEvent.SetEnded.class::cast).toList();
    assertThat(ended).hasSize(1);
    assertThat(ended.getFirst().set().reps()).as("seed %d", seed).hasSizeBetween(REPS - 1, REPS);
  }
}

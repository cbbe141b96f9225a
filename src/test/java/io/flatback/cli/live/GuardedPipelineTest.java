package io.flatback.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.session.SessionEvent;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedPipelineTest {
  private int made;
  private int seen;

  private final class Faulty implements GuardedPipeline.Stages {
    Faulty() {
      made++;
    }

    @Override
    public List<SessionEvent> update(Placement placement, SignalEvent event) {
      seen++;
      if (event.timeNanos() < 0) {
        throw new IllegalStateException("made to fail");
      }
      return List.of(new SessionEvent.RepStarted(event.timeNanos(), 1, 1));
    }

    @Override
    public List<SessionEvent> finish() {
      throw new IllegalStateException("made to fail");
    }
  }

  private final GuardedPipeline pipeline = new GuardedPipeline("Platform 1", SessionSettings.UNKNOWN, s -> new Faulty());

  private List<SessionEvent> update(long timeNanos) {
    return pipeline.update(Placement.LUMBAR, new Gap(timeNanos, timeNanos + 1, Gap.Reason.HOLE, 1));
  }

  @Test
  void goesOnWithANewOneAfterAFault() {
    assertThat(update(1)).hasSize(1);
    assertThat(update(-1)).isEmpty();
    assertThat(pipeline.faults()).isEqualTo(1);
    assertThat(update(2)).hasSize(1);
    assertThat(made).isEqualTo(2);
    assertThat(pipeline.finish()).isEmpty();
  }

  @Test
  void givesUpOnAnAnalysisThatKeepsFailingUntilTheNextSession() {
    for (int i = 0; i < 100; i++) {
      assertThat(update(-1)).isEmpty();
    }
    assertThat(seen).isLessThan(10);
    pipeline.restart(SessionSettings.UNKNOWN);
    assertThat(pipeline.faults()).isZero();
    assertThat(update(1)).hasSize(1);
  }
}

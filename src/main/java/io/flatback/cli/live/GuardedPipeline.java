package io.flatback.cli.live;

import io.flatback.session.Pipeline;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionSettings;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pipeline whose faults stop nothing else: the record goes on, and a new pipeline is tried a few times.
 * Guarded by its platform's lock.
 */
final class GuardedPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedPipeline.class);
  private static final int MOST_FAULTS = 3;

  private final String platform;
  private final Function<SessionSettings, Stages> maker;
  private SessionSettings settings;
  private Stages pipeline;
  private int faults;

  /** What is guarded. */
  interface Stages {
    List<SessionEvent> update(Placement placement, SignalEvent event);

    List<SessionEvent> finish();

    default void startCalibration(Collection<Placement> worn) {}

    default List<SessionEvent> cancelCalibration() {
      return List.of();
    }
  }

  GuardedPipeline(String platform, SessionSettings settings) {
    this(platform, settings, GuardedPipeline::real);
  }

  GuardedPipeline(String platform, SessionSettings settings, Function<SessionSettings, Stages> maker) {
    this.platform = platform;
    this.settings = settings;
    this.maker = maker;
    this.pipeline = maker.apply(settings);
  }

  private static Stages real(SessionSettings settings) {
    Pipeline pipeline = new Pipeline(settings);
    return new Stages() {
      @Override
      public List<SessionEvent> update(Placement placement, SignalEvent event) {
        return pipeline.update(placement, event);
      }

      @Override
      public List<SessionEvent> finish() {
        return pipeline.finish();
      }

      @Override
      public void startCalibration(Collection<Placement> worn) {
        pipeline.startCalibration(worn);
      }

      @Override
      public List<SessionEvent> cancelCalibration() {
        return pipeline.cancelCalibration();
      }
    };
  }

  List<SessionEvent> update(Placement placement, SignalEvent event) {
    if (faults > MOST_FAULTS) {
      return List.of();
    }
    try {
      return pipeline.update(placement, event);
    } catch (RuntimeException e) {
      fail(e);
      return List.of();
    }
  }

  List<SessionEvent> finish() {
    try {
      return pipeline.finish();
    } catch (RuntimeException e) {
      fail(e);
      return List.of();
    }
  }

  void startCalibration(Collection<Placement> worn) {
    pipeline.startCalibration(worn);
  }

  List<SessionEvent> cancelCalibration() {
    return pipeline.cancelCalibration();
  }

  private void fail(RuntimeException e) {
    faults++;
    LOG.error("{}: the live analysis failed; the record goes on", platform, e);
    pipeline = maker.apply(settings);
  }

  /** Begins anew, as for a new session. */
  void restart(SessionSettings settings) {
    this.settings = settings;
    this.pipeline = maker.apply(settings);
    this.faults = 0;
  }

  int faults() {
    return faults;
  }
}

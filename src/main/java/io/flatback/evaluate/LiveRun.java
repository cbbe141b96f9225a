package io.flatback.evaluate;

import io.flatback.lift.Rep;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import io.flatback.recording.TimeStretch;
import io.flatback.session.Pipeline;
import io.flatback.session.SessionEvent;
import io.flatback.session.SessionSettings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the wearer is told while a recording streams: the live pipeline, fed reading by reading. The moment of
 * telling is the time of the reading that gave rise to it, whatever the event says of itself.
 */
final class LiveRun {
  private static final double SAME_REP_SECONDS = 0.05;

  private final List<Told> completed = new ArrayList<>();
  private final List<Shown> provisional = new ArrayList<>();
  private final List<Double> warningsSeconds = new ArrayList<>();
  private double nowSeconds;

  /** A rep that was shown while it was still in doubt. */
  record Shown(Rep rep, double atSeconds) {}

  /**
   * A rep that was counted.
   *
   * @param shownSeconds when it was first shown, as a provisional rep or as this one
   * @param waitedForMounting until then it was not known how the sensor is worn
   */
  record Told(int set, Rep rep, double completedSeconds, double shownSeconds, boolean waitedForMounting) {}

  private LiveRun() {}

  static LiveRun of(Recording recording) throws IOException {
    LiveRun run = new LiveRun();
    Pipeline pipeline = new Pipeline(SessionSettings.UNKNOWN);
    boolean mounted = false;
    long untilNanos = Long.MAX_VALUE;
    Deque<TimeStretch> calibrations = new ArrayDeque<>(calibrations(recording));
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        long now = reader.event().timeNanos();
        run.nowSeconds = now * 1e-9;
        if (!calibrations.isEmpty() && calibrations.getFirst().fromNanos() <= now) {
          untilNanos = calibrations.removeFirst().toNanos();
          pipeline.startCalibration(recording.placements());
        }
        if (now >= untilNanos) {
          untilNanos = Long.MAX_VALUE;
          run.take(pipeline.cancelCalibration(), false);
        }
        List<SessionEvent> events = pipeline.update(reader.placement(), reader.event());
        boolean found = !mounted && events.stream().anyMatch(SessionEvent.MountingFound.class::isInstance);
        mounted |= found;
        run.take(events, found);
      }
    }
    run.take(pipeline.finish(), !mounted);
    return run;
  }

  /** Live the wearer is led through them and gives up where they fail; a recording says where they lie. */
  private static List<TimeStretch> calibrations(Recording recording) {
    String noted = recording.notes().calibrations().orElse("");
    return noted.isEmpty() ? List.of() : TimeStretch.parse(noted);
  }

  private void take(List<SessionEvent> events, boolean catchingUp) {
    for (SessionEvent event : events) {
      switch (event) {
        case SessionEvent.RepProvisional p -> provisional.add(new Shown(p.rep(), nowSeconds));
        case SessionEvent.RepCompleted c -> completed.add(told(c, catchingUp));
        case SessionEvent.RepWithdrawn w ->
            completed.removeIf(told -> told.set == w.set() && told.rep.index() == w.rep());
        case SessionEvent.WarningRaised w -> warningsSeconds.add(nowSeconds);
        case SessionEvent.SensorChanged s -> {}
        case SessionEvent.CalibrationChanged c -> {}
        case SessionEvent.PostureSampled p -> {}
        case SessionEvent.MountingFound m -> {}
        case SessionEvent.SetStarted s -> {}
        case SessionEvent.RepStarted r -> {}
        case SessionEvent.BandsLearnt b -> {}
        case SessionEvent.SetSummarised s -> {}
        case SessionEvent.SetEnded s -> {}
      }
    }
  }

  private Told told(SessionEvent.RepCompleted event, boolean catchingUp) {
    double shown =
        provisional.stream()
            .filter(other -> isSame(other.rep, event.rep()))
            .mapToDouble(Shown::atSeconds)
            .findFirst()
            .orElse(nowSeconds);
    return new Told(event.set(), event.rep(), nowSeconds, shown, catchingUp);
  }

  private static boolean isSame(Rep one, Rep other) {
    return Math.abs(RepMoment.BOTTOM.seconds(one) - RepMoment.BOTTOM.seconds(other)) < SAME_REP_SECONDS;
  }

  List<Told> completed() {
    return List.copyOf(completed);
  }

  List<Rep> reps() {
    return completed.stream().map(Told::rep).toList();
  }

  List<Shown> provisional() {
    return List.copyOf(provisional);
  }

  List<Double> warningsSeconds() {
    return List.copyOf(warningsSeconds);
  }
}

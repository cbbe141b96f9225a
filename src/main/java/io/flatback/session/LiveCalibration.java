package io.flatback.session;

import io.flatback.motion.SensorMotion;
import io.flatback.recording.TimeStretch;
import io.flatback.signal.Calibration;
import io.flatback.signal.Placement;
import io.flatback.signal.SignalEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A guided calibration that goes on: what the sensors say is kept, the wearer is led, the end is judged. */
final class LiveCalibration {
  private final CalibrationTakes takes;
  private final long fromNanos;
  private final CalibrationGuide guide;
  private @Nullable CalibrationProgress told;

  LiveCalibration(Collection<Placement> worn, Map<Placement, Calibration> devices, long fromNanos) {
    this.takes = new CalibrationTakes(worn, devices);
    this.fromNanos = fromNanos;
    this.guide = new CalibrationGuide(fromNanos);
  }

  long fromNanos() {
    return fromNanos;
  }

  void add(Placement placement, SignalEvent event) {
    if (event.timeNanos() >= fromNanos) {
      takes.add(placement, event);
    }
  }

  /**
   * The sensor that leads has moved on.
   *
   * @return what became of it, once it is over; null before
   */
  @Nullable CalibrationOutcome lead(SensorMotion motion, List<SessionEvent> out) {
    guide.update(motion);
    if (guide.isOver()) {
      CalibrationOutcome outcome = takes.judge(new TimeStretch(fromNanos, motion.timeNanos() + 1));
      out.add(new SessionEvent.CalibrationChanged(motion.timeNanos(), CalibrationProgress.of(outcome)));
      return outcome;
    }
    CalibrationProgress now = guide.progress(motion.timeNanos());
    if (!now.equals(told)) {
      told = now;
      out.add(new SessionEvent.CalibrationChanged(motion.timeNanos(), now));
    }
    return null;
  }
}

package io.flatback.session;

import io.flatback.lift.LiftEvent;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.OptionalDouble;

/**
 * Tells a rep's largest lumbar flexion as a share of the wearer's own: what the lumbar spine bent by in the unloaded
 * hinges of the guided calibration. Nothing is told without one. More than all of it is possible: a loaded spine may
 * bend further than a free one.
 */
final class OwnBend {
  /** own: a share of less than this is the share of an error; twice the 2.9° of [aasa-2019]. */
  private static final double LEAST_BEND_DEG = 5.8;

  /** When asked at a time, in radians; NaN where it is not known or no longer holds. */
  interface Calibrated {
    double lumbarFlexionRad(long timeNanos);
  }

  private final Calibrated calibrated;

  OwnBend(Calibrated calibrated) {
    this.calibrated = calibrated;
  }

  LiftEvent of(LiftEvent event) {
    return switch (event) {
      case LiftEvent.Completed c -> new LiftEvent.Completed(c.timeNanos(), of(c.rep()), c.travelM());
      case LiftEvent.Provisional p -> new LiftEvent.Provisional(p.timeNanos(), of(p.rep()));
      case LiftEvent.Started s -> s;
      case LiftEvent.Rejected r -> r;
    };
  }

  private Rep of(Rep rep) {
    OptionalDouble peakDeg = rep.metrics().get(Metric.LUMBAR_FLEXION_PEAK_DEG);
    double bendDeg = Math.toDegrees(calibrated.lumbarFlexionRad(rep.lockoutNanos()));
    return peakDeg.isPresent() && bendDeg >= LEAST_BEND_DEG
        ? rep.withMetrics(
            rep.metrics().with(Metric.LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO, peakDeg.getAsDouble() / bendDeg))
        : rep;
  }
}

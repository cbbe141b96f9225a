package io.flatback.sim;

import io.flatback.sim.Timeline.Jolt;
import io.flatback.sim.Timeline.PoseSpan;
import io.flatback.signal.Placement;

/**
 * A body in motion: a chain of shank, thigh, pelvis and thorax that stands on its ankles. Because places,
 * rates and accelerations come from one chain, what a sensor on it feels fits the way it goes.
 */
final class Body {
  /** Rises and falls by this much with every step: about a quarter of g. */
  private static final double STEP_HEIGHT_M = 0.018;

  private static final double JOLT_SECONDS = 0.08;

  /** Largest second derivative of {@link Jet#pulse}, for a duration of 1 s: 4⁴ · 0.125. */
  private static final double PULSE_CURVATURE = 32;

  private final Physique physique;
  private final Timeline line;
  private final Sway sway;

  Body(Physique physique, Timeline line, Sway sway) {
    this.physique = physique;
    this.line = line;
    this.sway = sway;
  }

  /**
   * @param pelvis with its origin at the hip
   * @param thorax with its origin at L5/S1
   * @param pelvisRad its forward lean
   * @param thoraxRad its forward lean
   */
  record State(Frame pelvis, Frame thorax, Jet pelvisRad, Jet thoraxRad) {
    Frame segment(Placement placement) {
      return switch (placement) {
        case LUMBAR -> thorax;
        case SACRUM -> pelvis;
      };
    }

    Jet leanRad(Placement placement) {
      return switch (placement) {
        case LUMBAR -> thoraxRad;
        case SACRUM -> pelvisRad;
      };
    }
  }

  State at(double seconds) {
    Jet depth = line.depth().at(seconds);
    Jet rest = Jet.ZERO.plus(1).minus(depth);
    Jet hump = depth.times(rest).times(depth.times(rest)).times(16);
    PoseSpan span = line.pose(seconds);
    Pose b = span.bottom();
    Pose m = span.bulge();
    Jet lean = sway.foreAftDeg(seconds);
    Jet walk = line.walking().at(seconds);
    double pace = line.stepsPerSecond(seconds);
    Jet twist = line.twistDeg().at(seconds);

    Jet shank = way(depth, b.shankDeg(), hump, m.shankDeg()).plus(lean);
    Jet thigh = way(depth, -b.thighDeg(), hump, -m.thighDeg()).plus(lean);
    Jet pelvis =
        way(depth, b.pelvisDeg(), hump, m.pelvisDeg()).plus(lean).plus(steps(walk, 1.2, pace, 0.4, seconds));
    Jet lumbar =
        way(depth, b.lumbarFlexionDeg(), hump, m.lumbarFlexionDeg())
            .plus(sway.breathingDeg(seconds))
            .plus(steps(walk, 0.8, pace, 1.3, seconds));
    Jet side = sway.sidewaysDeg(seconds).plus(steps(walk, 2.5, pace / 2, 0, seconds));
    Jet heading =
        line.headingDeg().at(seconds)
            .plus(sway.headingDeg(seconds))
            .plus(steps(walk, 4, pace / 2, 0.9, seconds))
            .plus(twist.times(0.4));
    Jet lateral = way(depth, b.lateralDeg(), hump, m.lateralDeg()).minus(steps(walk, 2, pace / 2, 0.3, seconds));
    Jet axial =
        way(depth, b.axialDeg(), hump, m.axialDeg())
            .plus(twist.times(0.6))
            .minus(steps(walk, 5, pace / 2, 0.9, seconds));
    Jet height = steps(walk, STEP_HEIGHT_M, pace, 0, seconds).plus(jolts(seconds));

    Frame legs =
        Frame.GROUND
            .lift(height)
            .turn(Axis.SUPERIOR, radians(heading))
            .turn(Axis.ANTERIOR, radians(side))
            .turn(Axis.RIGHT, radians(shank).times(-1))
            .shift(up(physique.shankM()))
            .turn(Axis.RIGHT, radians(shank.minus(thigh)))
            .shift(up(physique.thighM()));
    Frame hip = legs.turn(Axis.RIGHT, radians(thigh.minus(pelvis)));
    Frame thorax =
        hip.shift(up(physique.hipToL5S1M()))
            .turn(Axis.RIGHT, radians(lumbar).times(-1))
            .turn(Axis.ANTERIOR, radians(lateral))
            .turn(Axis.SUPERIOR, radians(axial));
    return new State(hip, thorax, radians(pelvis), radians(pelvis.plus(lumbar)));
  }

  private static Jet way(Jet depth, double bottom, Jet hump, double bulge) {
    return depth.times(bottom).plus(hump.times(bulge));
  }

  private static Jet steps(Jet walk, double amplitude, double hertz, double phaseRad, double seconds) {
    return walk.value() == 0 && walk.acceleration() == 0 && walk.rate() == 0
        ? Jet.ZERO
        : walk.times(Jet.sine(amplitude, hertz, phaseRad, seconds));
  }

  /** A jolt of 1 g peaks at 1 g and moves the body by 1.5 mm. */
  private Jet jolts(double seconds) {
    Jet sum = Jet.ZERO;
    for (Jolt jolt : line.jolts()) {
      double since = seconds - jolt.atSeconds();
      if (since > 0 && since < JOLT_SECONDS) {
        double heightM = -jolt.g() * 9.80665 * JOLT_SECONDS * JOLT_SECONDS / PULSE_CURVATURE;
        sum = sum.plus(Jet.pulse(since, JOLT_SECONDS).times(heightM));
      }
    }
    return sum;
  }

  private static Vector3 up(double metres) {
    return new Vector3(0, metres, 0);
  }

  private static Jet radians(Jet degrees) {
    return degrees.times(StrictMath.PI / 180);
  }
}

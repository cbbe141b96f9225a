package io.flatback.sim;

import io.flatback.sim.Timeline.Jolt;
import io.flatback.sim.Timeline.PoseSpan;
import io.flatback.signal.Sample;

/** Adds up what moves the joints: the script, the steps, the jolts, and what a body does by itself. */
final class JointMotion {
  /** Rises and falls by this much with every step: about a quarter of g. */
  private static final double STEP_HEIGHT_M = 0.018;

  private static final double JOLT_SECONDS = 0.08;

  /** Largest second derivative of {@link Jet#pulse} over 1 s: 4⁴ · 0.125. */
  private static final double PULSE_CURVATURE = 32;

  /** Of the standing posture's lean, this much is the pelvis's; the rest is lumbar. */
  private static final double PELVIS_SHARE = 0.4;

  /** Who stands without load is unsteady too, but little. */
  private static final double UNSTEADY_STANDING = 0.08;

  /** Of the unsteadiness to the sides, this much comes from below the pelvis. */
  private static final double FROM_BELOW = 0.7;

  private final Timeline line;
  private final Sway sway;

  JointMotion(Timeline line, Sway sway) {
    this.line = line;
    this.sway = sway;
  }

  Joints at(double t) {
    Jet depth = line.depth().at(t);
    Jet rest = Jet.ZERO.plus(1).minus(depth);
    Jet halfWay = depth.times(rest);
    Jet hump = halfWay.times(halfWay).times(16);
    Jet load = depth.plus(UNSTEADY_STANDING);
    Jet lateral = load.times(sway.lateralDeg(t));
    Jet axial = load.times(sway.axialDeg(t));
    Jet lean = sway.foreAftDeg(t);
    Jet posture = line.postureDeg().at(t);
    Jet twist = line.twistDeg().at(t);
    Gait gait = new Gait(line.walking().at(t), line.stepsPerSecond(t), t);
    PoseSpan span = line.pose(t);
    Pose b = span.bottom();
    Pose m = span.bulge();
    return new Joints(
        way(depth, b.shankDeg(), hump, m.shankDeg()).plus(lean),
        way(depth, -b.thighDeg(), hump, -m.thighDeg()).plus(lean),
        way(depth, b.pelvisDeg(), hump, m.pelvisDeg())
            .plus(lean)
            .plus(posture.times(PELVIS_SHARE))
            .plus(load.times(sway.tremorPitchDeg(t)))
            .plus(gait.step(1.2, 0.06)),
        way(depth, b.lumbarFlexionDeg(), hump, m.lumbarFlexionDeg())
            .plus(posture.times(1 - PELVIS_SHARE))
            .plus(sway.breathingDeg(t))
            .plus(gait.step(0.8, 0.2)),
        sway.sidewaysDeg(t).plus(lateral.times(FROM_BELOW)).plus(gait.stride(2.5, 0)),
        line.headingDeg().at(t)
            .plus(sway.headingDeg(t))
            .plus(axial.times(FROM_BELOW))
            .plus(gait.stride(4, 0.15))
            .plus(twist.times(0.4)),
        way(depth, b.lateralDeg(), hump, m.lateralDeg())
            .plus(lateral)
            .minus(gait.stride(2, 0.05)),
        way(depth, b.axialDeg(), hump, m.axialDeg())
            .plus(axial)
            .plus(twist.times(0.6))
            .minus(gait.stride(5, 0.15)),
        hump,
        load.times(sway.tremorHeightM(t)).plus(gait.step(STEP_HEIGHT_M, 0)).plus(line.airM().at(t)).plus(jolts(t)));
  }

  private static Jet way(Jet depth, double bottom, Jet hump, double bulge) {
    return depth.times(bottom).plus(hump.times(bulge));
  }

  /** A jolt of 1 g peaks at 1 g and moves the body by 1.5 mm. */
  private Jet jolts(double seconds) {
    Jet sum = Jet.ZERO;
    for (Jolt jolt : line.jolts()) {
      double since = seconds - jolt.atSeconds();
      if (since > 0 && since < JOLT_SECONDS) {
        double peakMps2 = jolt.g() * Sample.STANDARD_GRAVITY_MPS2;
        double heightM = -peakMps2 * JOLT_SECONDS * JOLT_SECONDS / PULSE_CURVATURE;
        sum = sum.plus(Jet.pulse(since, JOLT_SECONDS).times(heightM));
      }
    }
    return sum;
  }

  /** Walking: what comes with every step, and what comes with every other. */
  private record Gait(Jet share, double stepsPerSecond, double seconds) {
    Jet step(double amplitude, double phaseTurns) {
      return wave(amplitude, stepsPerSecond, phaseTurns);
    }

    Jet stride(double amplitude, double phaseTurns) {
      return wave(amplitude, stepsPerSecond / 2, phaseTurns);
    }

    private Jet wave(double amplitude, double hertz, double phaseTurns) {
      return share.equals(Jet.ZERO) ? Jet.ZERO : share.times(Jet.sine(amplitude, hertz, phaseTurns, seconds));
    }
  }
}

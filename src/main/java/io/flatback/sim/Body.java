package io.flatback.sim;

import io.flatback.signal.Placement;

/**
 * A body in motion: a chain of shank, thigh, pelvis and thorax that stands on its ankles. Because places,
 * rates and accelerations come from one chain, what a sensor on it feels fits the way it goes. Keeps the
 * last moment asked for: one instance per reader, one thread.
 */
final class Body {
  private final Physique physique;
  private final JointMotion motion;
  private double lastSeconds;
  private State last;

  Body(Physique physique, JointMotion motion) {
    this.physique = physique;
    this.motion = motion;
    last = chain(motion.at(0));
  }

  /**
   * The two segments that carry sensors.
   *
   * @param pelvis with its origin at the hip
   * @param thorax with its origin at L5/S1
   * @param pelvisRad its forward lean
   * @param thoraxRad its forward lean
   * @param onTheWay 0 standing and at the bottom, 1 between
   */
  record State(Frame pelvis, Frame thorax, Jet pelvisRad, Jet thoraxRad, Jet onTheWay) {
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
    if (seconds != lastSeconds) {
      last = chain(motion.at(seconds));
      lastSeconds = seconds;
    }
    return last;
  }

  private State chain(Joints j) {
    Frame knee =
        Frame.GROUND
            .lift(j.heightM())
            .turn(Axis.SUPERIOR, radians(j.heading()))
            .turn(Axis.ANTERIOR, radians(j.side()))
            .turn(Axis.RIGHT, radians(j.shank()).times(-1))
            .shift(upM(physique.shankM()));
    Frame hip = knee.turn(Axis.RIGHT, radians(j.shank().minus(j.thigh()))).shift(upM(physique.thighM()));
    Frame pelvis = hip.turn(Axis.RIGHT, radians(j.thigh().minus(j.pelvis())));
    Frame thorax =
        pelvis
            .shift(upM(physique.hipToL5S1M()))
            .turn(Axis.RIGHT, radians(j.lumbar()).times(-1))
            .turn(Axis.ANTERIOR, radians(j.lateral()))
            .turn(Axis.SUPERIOR, radians(j.axial()));
    return new State(pelvis, thorax, radians(j.pelvis()), radians(j.pelvis().plus(j.lumbar())), j.onTheWay());
  }

  private static Vector3 upM(double metres) {
    return new Vector3(0, metres, 0);
  }

  private static Jet radians(Jet degrees) {
    return degrees.times(StrictMath.PI / 180);
  }
}

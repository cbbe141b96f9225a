package io.flatback.sim;

import io.flatback.sim.Attachment.Hanging;
import io.flatback.sim.Attachment.Slipping;
import io.flatback.sim.Attachment.Strapped;
import io.flatback.sim.Timeline.Jolt;
import io.flatback.signal.Placement;
import java.util.List;

/** What a sensor does on the segment that carries it: where it sits, how it is turned, how it wobbles. */
final class SensorMotion {
  private static final double WOBBLE_SECONDS = 0.45;
  private static final double WOBBLE_HERTZ = 7;
  private static final double SWING_SECONDS = 3;
  private static final double SWING_HERTZ = 1.3;
  private static final double[] SHAKE_HERTZ = {0.4, 0.9, 1.9, 4.2};
  private static final double[] SWING_ALONG_HERTZ = {0.6, 0.9, 1.6, 3.4};
  private static final double SLIP_SECONDS = 0.4;

  private final Placement placement;
  private final Attachment attachment;
  private final Vector3 placeM;
  private final Rotation3 mounting;
  private final List<Jolt> jolts;
  private final Sines shakePitch;
  private final Sines shakeSide;
  private final Sines shakeAxial;

  SensorMotion(SensorSetup.Worn worn, Physique physique, List<Jolt> jolts, Rotation3 mounting, Noise noise) {
    placement = worn.placement();
    attachment = worn.attachment();
    placeM = placeM(placement, physique);
    this.mounting = mounting;
    this.jolts = jolts;
    shakePitch = Sines.falling(3, 2, SWING_ALONG_HERTZ, noise);
    shakeSide = Sines.falling(1, 1, SHAKE_HERTZ, noise);
    shakeAxial = Sines.falling(1, 1, SHAKE_HERTZ, noise);
  }

  static Vector3 placeM(Placement placement, Physique physique) {
    double upM =
        switch (placement) {
          case LUMBAR -> physique.lumbarSensorUpM();
          case SACRUM -> physique.sacrumSensorUpM();
        };
    return new Vector3(-physique.sensorBehindM(), upM, 0);
  }

  Placement placement() {
    return placement;
  }

  /** From sensor axes to segment axes, as mounted. */
  Rotation3 mounting() {
    return mounting;
  }

  /** The frame at the sensor's place whose axes are the segment's, but for wobble, swing and slip. */
  Frame at(Body.State body, double seconds) {
    Frame place = body.segment(placement).shift(placeM);
    return switch (attachment) {
      case Strapped s when s.wobbleDeg() == 0 -> place;
      case Strapped s -> wobble(place, s.wobbleDeg(), seconds);
      case Slipping s -> slip(wobble(place, s.wobbleDeg(), seconds), s, seconds);
      case Hanging h -> hang(place, h, body, seconds);
    };
  }

  private Frame wobble(Frame place, double wobbleDeg, double seconds) {
    Jet angle = radians(ringing(seconds, WOBBLE_SECONDS, WOBBLE_HERTZ).times(wobbleDeg));
    return place.turn(Axis.RIGHT, angle).turn(Axis.ANTERIOR, angle.times(0.4));
  }

  private static Frame slip(Frame place, Slipping slip, double seconds) {
    Jet share =
        new Spline.Builder(0)
            .rest(slip.atSeconds(), 0)
            .rest(slip.atSeconds() + SLIP_SECONDS, 1)
            .build()
            .at(seconds);
    return place
        .turn(Axis.RIGHT, radians(share.times(-slip.tiltDeg())))
        .turn(Axis.ANTERIOR, radians(share.times(slip.turnDeg())));
  }

  /** It stays behind the lean, shakes on the way, and swings about its strap 4 cm above it. */
  private Frame hang(Frame place, Hanging h, Body.State body, double seconds) {
    Jet leanRad = body.leanRad(placement);
    Jet swing = radians(ringing(seconds, SWING_SECONDS, SWING_HERTZ).times(h.swingDeg()));
    Jet shake = radians(body.onTheWay().plus(0.1).times(h.shakeDeg()));
    Vector3 strap = new Vector3(0, 0.04, 0);
    return place
        .shift(strap)
        .turn(Axis.RIGHT, leanRad.times(h.leftBehind()).plus(swing).plus(shake.times(shakePitch.at(seconds))))
        .turn(Axis.SUPERIOR, swing.times(0.5).plus(shake.times(shakeAxial.at(seconds))))
        .turn(Axis.ANTERIOR, swing.times(-0.3).plus(shake.times(shakeSide.at(seconds))))
        .shift(strap.times(-1));
  }

  /** What rings on after every jolt, in proportion to it; 1 for a jolt of half a g. */
  private Jet ringing(double seconds, double lastsSeconds, double hertz) {
    Jet sum = Jet.ZERO;
    for (Jolt jolt : jolts) {
      double since = seconds - jolt.atSeconds();
      if (since > 0 && since < lastsSeconds) {
        double strength = StrictMath.sqrt(jolt.g() / 0.5);
        sum = sum.plus(decay(since, lastsSeconds).times(Jet.sine(strength, hertz, 0, since)));
      }
    }
    return sum;
  }

  /** Rises quickly and dies away: (27/4 · x(1−x)²)², x = t / duration. */
  private static Jet decay(double seconds, double durationSeconds) {
    double x = seconds / durationSeconds;
    double k = 6.75;
    Jet g =
        new Jet(
            k * x * (1 - x) * (1 - x),
            k * (1 - x) * (1 - 3 * x) / durationSeconds,
            k * (6 * x - 4) / (durationSeconds * durationSeconds));
    return g.times(g);
  }

  private static Jet radians(Jet degrees) {
    return degrees.times(StrictMath.PI / 180);
  }
}

package io.flatback.motion;

import io.flatback.signal.Sample;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a sensor sits on the body, from its motion alone.
 *
 * <p>In: motion, sample by sample. Out, when asked: an estimate from the latest {@value
 * MotionTrace#SPAN_SECONDS} s, with its confidence and whether the sensor follows the back; empty while no
 * hinge has been seen. The largest excursions give the axis, height and rest say which end is standing, and
 * standing gives up. A second sensor of the same back shares its right and its times of standing with the
 * first: {@link #estimateBeside}.
 */
public final class MountingFinder {
  /** A hinge must be at least this wide to tell anything (own; half the smallest hinge of a real set). */
  private static final double LEAST_RANGE_RAD = Math.toRadians(10.0);

  private static final double LEAST_PATH_RAD = Math.toRadians(25.0);
  private static final int LEAST_POSITIONS = 25;

  /** own: what the sensor with the smaller hinge says of standing counts less: it says much the same. */
  private static final double WEIGHT_OF_SECOND = 0.3;

  /** own: below this coherence two sensors do not tip over as one back does; replaced by the population. */
  private static final double LEAST_COHERENCE = 0.3;

  private static final double FULL_COHERENCE = 0.7;

  /** own: log odds: a sensor that tips as the other one does is not loose. */
  private static final double GOES_ALONG = 4.0;

  private static final double WIDE_RANGE_RAD = Math.toRadians(20.0);

  /** What lies further back than this is no longer held. */
  public static final long SPAN_NANOS = (long) (0.98e9 * MotionTrace.SPAN_SECONDS);

  private final MotionTrace trace = new MotionTrace();
  private final MotionWindow window = new MotionWindow();
  private boolean gyro;

  /**
   * What one stretch of motion says.
   *
   * @param pathRad how much hinging it rests on: the weight of this estimate beside others
   * @param looseness log odds that the sensor does not follow the back; see {@link Looseness}. Without a
   *     gyroscope it can't be told, and the sensor is taken at its word
   * @param travelM rise of the sensor from the bent to the upright end
   */
  public record Estimate(
      Mounting mounting, double pathRad, double rangeRad, double travelM, double hingeShare, double looseness) {

    private Estimate lessLoose(double byLogOdds) {
      return new Estimate(mounting, pathRad, rangeRad, travelM, hingeShare, looseness - byLogOdds);
    }
  }

  /** Of two sensors of one back. One is empty where it does not move with the other. */
  public record Pair(Optional<Estimate> first, Optional<Estimate> second) {
    private Pair swapped() {
      return new Pair(/* first= */ second, /* second= */ first);
    }
  }

  public void update(SensorMotion motion, Sample sample) {
    gyro = sample.hasGyro();
    trace.add(motion, motion.accelMps2(0), motion.accelMps2(1), motion.accelMps2(2));
  }

  public Optional<Estimate> estimate() {
    return estimate(Long.MIN_VALUE);
  }

  /** @param fromNanos what was seen before does not take part */
  public Optional<Estimate> estimate(long fromNanos) {
    return hinge(look(fromNanos)).map(hinge -> estimate(window, hinge));
  }

  /**
   * Of this sensor and of the other, worn on the same back: which way is forward is told by both together.
   *
   * @return empty while neither has seen a hinge
   */
  public Optional<Pair> estimateBeside(MountingFinder other, long fromNanos) {
    look(fromNanos);
    MotionWindow otherWindow = other.look(fromNanos);
    Hinge hinge = hinge(window).orElse(null);
    Hinge otherHinge = hinge(otherWindow).orElse(null);
    boolean otherLeads = otherHinge != null && (hinge == null || (!hinge.isPure() && otherHinge.isPure()));
    if (otherHinge != null && otherLeads) {
      return Optional.of(other.leading(this, new PairedWindow(otherWindow, window), otherHinge, hinge).swapped());
    }
    return hinge == null
        ? Optional.empty()
        : Optional.of(leading(other, new PairedWindow(window, otherWindow), hinge, otherHinge));
  }

  /** An estimate from then on rests on all there is. */
  public boolean holdsNothingBefore(long fromNanos) {
    return trace.size() == 0 || trace.timeNanos(0) >= fromNanos;
  }

  private MotionWindow look(long fromNanos) {
    window.take(trace, fromNanos, !gyro);
    return window;
  }

  private Pair leading(MountingFinder other, PairedWindow pair, Hinge hinge, @Nullable Hinge otherHinge) {
    if (!pair.isCommon()) {
      Optional<Estimate> alone = Optional.ofNullable(otherHinge).map(own -> other.estimate(pair.second, own));
      return new Pair(Optional.of(estimate(pair.first, hinge)), alone);
    }
    Hinge together = otherHinge == null ? hinge : joined(pair, hinge, otherHinge);
    return new Pair(Optional.of(estimate(pair.first, together)), other.beside(pair, together, otherHinge));
  }

  /** Where up lay on the average between two times; empty where nothing is held of them. */
  public Optional<Vector3D> meanUp(long fromNanos, long toNanos) {
    Vector3D sum = Vector3D.ZERO;
    for (int i = trace.firstFrom(fromNanos); i < trace.size() && trace.timeNanos(i) <= toNanos; i++) {
      sum = sum.add(trace.vector(MotionTrace.UP, i));
    }
    return sum.getNorm() > 0.0 ? Optional.of(sum.normalize()) : Optional.empty();
  }

  /** Between two times, when up moved for good: what lies before is most alike, and so is what lies after. */
  public long stepNanos(long fromNanos, long toNanos) {
    window.take(trace, fromNanos, false);
    int n = 0;
    while (n < window.size() && window.timeNanos(n) <= toNanos) {
      n++;
    }
    Vector3D all = Vector3D.ZERO;
    for (int i = 0; i < n; i++) {
      all = all.add(window.up(i));
    }
    Vector3D before = Vector3D.ZERO;
    double most = 0.0;
    long step = (fromNanos + toNanos) / 2;
    for (int i = 0; i < n - 1; i++) {
      before = before.add(window.up(i));
      double alike = before.getNormSq() / (i + 1) + all.subtract(before).getNormSq() / (n - i - 1);
      if (alike > most) {
        most = alike;
        step = window.timeNanos(i + 1);
      }
    }
    return step;
  }

  private static Optional<Hinge> hinge(MotionWindow window) {
    boolean moved = window.tippingPathRad(HingeAxis.SLOWEST_RAD_PER_SEC) >= LEAST_PATH_RAD;
    if (window.size() < LEAST_POSITIONS || !moved) {
      return Optional.empty();
    }
    window.findHeights();
    Hinge rough = Hinge.about(window, window.middleUp());
    if (rough.axis().pathRad() < LEAST_PATH_RAD || rough.arc().rangeRad() < LEAST_RANGE_RAD) {
      return Optional.empty();
    }
    Hinge hinge = Hinge.about(window, rough.standingUp());
    return hinge.arc().rangeRad() < LEAST_RANGE_RAD ? Optional.empty() : Optional.of(hinge);
  }

  private static Hinge joined(PairedWindow pair, Hinge hinge, Hinge other) {
    SharedForward shared = SharedForward.of(pair, hinge.mounting(0.0), hinge.stretches()::isHinging);
    double along = shared.right().dotProduct(other.mounting(0.0).right());
    double sign = Math.signum(along) * Math.signum(hinge.logOdds());
    return hinge.with(WEIGHT_OF_SECOND * sign * Math.abs(other.logOdds()) * shared.coherence());
  }

  private Estimate estimate(MotionWindow window, Hinge hinge) {
    Mounting mounting = hinge.mounting(0.0);
    return estimate(window, hinge, mounting, sureness(hinge, mounting));
  }

  /** That the hinge is one, and that this is the right way up. */
  private static double sureness(Hinge hinge, Mounting mounting) {
    double along = Math.abs(mounting.superior().dotProduct(hinge.axis().axis()));
    return hinge.sureness()
        * ramp(hinge.axis().share(), 0.6, 0.9)
        * ramp(along, Math.sin(Math.toRadians(45.0)), Math.sin(Math.toRadians(20.0)));
  }

  private Estimate estimate(MotionWindow window, Hinge hinge, Mounting mounting, double confidence) {
    return new Estimate(
        Mounting.of(mounting.superior(), mounting.right(), confidence),
        hinge.axis().pathRad(),
        hinge.arc().rangeRad(),
        hinge.travelM(),
        hinge.axis().share(),
        gyro ? Looseness.logOdds(window, hinge.axis(), hinge.arc()) : Double.NEGATIVE_INFINITY);
  }

  /** This sensor as the second of a pair. */
  private Optional<Estimate> beside(PairedWindow pair, Hinge first, @Nullable Hinge own) {
    Mounting leading = first.mounting(0.0);
    SharedForward shared = SharedForward.of(pair, leading, first.stretches()::isHinging);
    double coherent =
        ramp(shared.coherence(), LEAST_COHERENCE, FULL_COHERENCE) * ramp(shared.pathRad(), 0.0, LEAST_PATH_RAD);
    double confidence = sureness(first, leading) * coherent;
    if (own != null && own.isPure() && own.arc().rangeRad() > WIDE_RANGE_RAD) {
      Vector3D axis = own.axis().axis();
      Vector3D right = axis.dotProduct(shared.right()) < 0.0 ? axis.negate() : axis;
      Mounting mounting = Mounting.of(shared.superior(), right, confidence);
      return Optional.of(estimate(pair.second, own, mounting, confidence).lessLoose(GOES_ALONG * coherent));
    }
    Mounting mounting = Mounting.of(shared.superior(), shared.right(), confidence);
    return confidence == 0.0
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                mounting, shared.pathRad(), own == null ? 0.0 : own.arc().rangeRad(),
                own == null ? 0.0 : own.travelM(), shared.coherence(), Double.NEGATIVE_INFINITY));
  }

  /** 0 at {@code none}, 1 at {@code full}, straight between. */
  private static double ramp(double value, double none, double full) {
    return Math.max(0.0, Math.min(1.0, (value - none) / (full - none)));
  }
}

package io.flatback.sim;

import io.flatback.sim.Timeline.Jolt;
import io.flatback.sim.Timeline.Move;
import io.flatback.sim.Timeline.PlannedSet;
import io.flatback.sim.Timeline.PoseSpan;
import io.flatback.sim.Timeline.Stroll;
import io.flatback.signal.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a timeline from its beginning on; {@link #now} is where the pen is. */
final class TimelineBuilder {
  private static final double G_MPS2 = Sample.STANDARD_GRAVITY_MPS2;

  /** From standing flat to the tips of the toes. */
  private static final double TOES_M = 0.12;

  private Spline.Builder depth;
  private final Spline.Builder postureDeg = new Spline.Builder(0);
  private final Spline.Builder twistDeg = new Spline.Builder(0);
  private final Spline.Builder headingDeg = new Spline.Builder(0);
  private final Spline.Builder airM = new Spline.Builder(0);
  private final Spline.Builder walking = new Spline.Builder(0);
  private final List<PoseSpan> poses = new ArrayList<>();
  private final List<Stroll> strolls = new ArrayList<>();
  private final List<Jolt> jolts = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<PlannedSet> sets = new ArrayList<>();
  private final List<Timeline.Calibration> calibrations = new ArrayList<>();
  private double nowSeconds;

  TimelineBuilder(double depthAtStart) {
    depth = new Spline.Builder(depthAtStart);
  }

  /** The record begins on the way: at a depth, and going deeper by a rate (1/s). Nothing is written yet. */
  void beginMoving(double fromDepth, double rate) {
    depth = Spline.Builder.moving(fromDepth, rate);
  }

  double now() {
    return nowSeconds;
  }

  int setIndex() {
    return sets.size() + 1;
  }

  void rest(double seconds) {
    if (seconds > 0) {
      nowSeconds += seconds;
      depth.hold(nowSeconds);
    }
  }

  void pose(Pose bottom, Pose bulge) {
    poses.add(new PoseSpan(nowSeconds, bottom, bulge));
  }

  /** Goes to a depth and comes to rest there. */
  void go(double toDepth, double seconds) {
    go(toDepth, seconds, 0, 0);
  }

  /** Goes to a depth and passes it at a rate (1/s) and acceleration (1/s²). */
  void go(double toDepth, double seconds, double rate, double acceleration) {
    nowSeconds += seconds;
    depth.knot(nowSeconds, toDepth, rate, acceleration);
  }

  /** The trunk leans by this much until something else is said; it has got there by now, since a moment. */
  void posture(double sinceSeconds, double degrees) {
    postureDeg.hold(sinceSeconds);
    postureDeg.rest(nowSeconds, degrees);
  }

  void jolt(double g) {
    if (g > 0) {
      jolts.add(new Jolt(nowSeconds, g));
    }
  }

  void move(
      boolean partial, double from, double down, double up, double locked, boolean inSet, @Nullable NotARep notARep) {
    moves.add(new Move(inSet ? setIndex() : 0, partial, from, down, up, locked, notARep));
  }

  void endSet(Episode.Lifting lifting, double fromSeconds) {
    sets.add(new PlannedSet(setIndex(), lifting, fromSeconds, nowSeconds));
  }

  void calibration(double fromSeconds) {
    calibrations.add(new Timeline.Calibration(fromSeconds, nowSeconds));
  }

  /** Leans forward by this much at a later moment, on the way from the lean before. */
  void lean(double atSeconds, double degrees) {
    postureDeg.rest(atSeconds, degrees);
  }

  /** Leans as before until now. */
  void holdLean() {
    postureDeg.hold(nowSeconds);
  }

  /** Leaves the ground now, from the tips of the toes, and has come down to flat feet when this returns. */
  void fly(double riseM) {
    double takeOffMps = StrictMath.sqrt(2 * G_MPS2 * riseM);
    double pushSeconds = Math.min(0.14, 2 * TOES_M / takeOffMps);
    double toesM = pushSeconds * takeOffMps / 2;
    airM.hold(nowSeconds - pushSeconds);
    airM.knot(nowSeconds, toesM, takeOffMps, -G_MPS2);
    rest(2 * takeOffMps / G_MPS2);
    airM.knot(nowSeconds, toesM, -takeOffMps, -G_MPS2);
    airM.rest(nowSeconds + pushSeconds, 0);
  }

  void twist(double degrees, double seconds) {
    twistDeg.hold(nowSeconds);
    rest(seconds);
    twistDeg.rest(nowSeconds, degrees);
  }

  void walk(double seconds, double stepsPerSecond, double turnDeg) {
    strolls.add(new Stroll(nowSeconds, stepsPerSecond));
    walking.hold(nowSeconds);
    headingDeg.hold(nowSeconds);
    walking.rest(nowSeconds + 0.8, 1).rest(nowSeconds + seconds - 0.8, 1).rest(nowSeconds + seconds, 0);
    rest(seconds);
    headingDeg.rest(nowSeconds, headingDeg.value() + turnDeg);
  }

  Timeline build() {
    if (poses.isEmpty()) {
      pose(Pose.STANDING, Pose.STANDING);
    }
    return new Timeline(
        depth.build(),
        List.copyOf(poses),
        postureDeg.build(),
        twistDeg.build(),
        headingDeg.build(),
        airM.build(),
        walking.build(),
        List.copyOf(strolls),
        List.copyOf(jolts),
        List.copyOf(moves),
        List.copyOf(sets),
        List.copyOf(calibrations),
        nowSeconds);
  }
}

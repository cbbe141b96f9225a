package io.flatback.motion;

import org.jspecify.annotations.Nullable;

/**
 * Brings two sensors to one instant. Each row is the first sensor's motion with the second's up-direction
 * at the same time, straight between its two neighbouring samples. A second sensor that is silent for longer
 * than {@value #STALE_NANOS} ns makes rows without it, never rows with an old one.
 */
public final class PairedMotion {
  static final long STALE_NANOS = 150_000_000L;

  private final MotionRow pending = new MotionRow();
  private final MotionRow ready = new MotionRow();
  private boolean hasPending;
  private boolean paired;

  private long earlierNanos = Long.MIN_VALUE;
  private double earlierX;
  private double earlierY;
  private double earlierZ;
  private double earlierRateX;
  private double earlierRateY;
  private double earlierRateZ;

  /**
   * The first sensor has moved on.
   *
   * @return the row that is complete by now, or null; overwritten by the next call
   */
  public @Nullable MotionRow first(SensorMotion motion, long gapBeforeNanos) {
    MotionRow out = null;
    if (hasPending) {
      ready.copyFrom(pending);
      out = ready;
    }
    pending.take(motion, gapBeforeNanos);
    hasPending = true;
    if (!paired) {
      hasPending = false;
      return pending;
    }
    return out;
  }

  /** The second sensor has moved on. */
  public @Nullable MotionRow second(SensorMotion motion) {
    paired = true;
    MotionRow out = null;
    if (hasPending && motion.timeNanos() >= pending.timeNanos) {
      join(motion);
      ready.copyFrom(pending);
      hasPending = false;
      out = ready;
    }
    earlierNanos = motion.timeNanos();
    earlierX = motion.upX();
    earlierY = motion.upY();
    earlierZ = motion.upZ();
    earlierRateX = motion.rateX();
    earlierRateY = motion.rateY();
    earlierRateZ = motion.rateZ();
    return out;
  }

  /**
   * The first sensor is silent: a row of the second alone stands in for it.
   *
   * @param gapBeforeNanos time that neither saw
   */
  public MotionRow standIn(SensorMotion second, long gapBeforeNanos) {
    hasPending = false;
    ready.take(second, gapBeforeNanos);
    ready.standIn = true;
    return ready;
  }

  /** The second sensor was not seen for a while: what it said before is old. */
  public void secondLost() {
    earlierNanos = Long.MIN_VALUE;
  }

  private void join(SensorMotion motion) {
    long after = motion.timeNanos() - pending.timeNanos;
    boolean bracketed = earlierNanos != Long.MIN_VALUE && pending.timeNanos - earlierNanos <= STALE_NANOS;
    if (after > STALE_NANOS || (after > 0 && !bracketed)) {
      return;
    }
    double share = after == 0 ? 1.0 : (double) (pending.timeNanos - earlierNanos) / (motion.timeNanos() - earlierNanos);
    pending.secondUpX = between(earlierX, motion.upX(), share);
    pending.secondUpY = between(earlierY, motion.upY(), share);
    pending.secondUpZ = between(earlierZ, motion.upZ(), share);
    if (motion.hasGyro()) {
      pending.secondRateX = between(earlierRateX, motion.rateX(), share);
      pending.secondRateY = between(earlierRateY, motion.rateY(), share);
      pending.secondRateZ = between(earlierRateZ, motion.rateZ(), share);
    }
  }

  private static double between(double before, double after, double share) {
    return share == 1.0 ? after : before + share * (after - before);
  }
}

package io.flatback.session;

import io.flatback.motion.Mounting;
import io.flatback.motion.MountingFinder;
import io.flatback.motion.SensorMotion;
import io.flatback.motion.guided.CalibratedSensor;
import io.flatback.signal.Calibration;
import io.flatback.signal.Gap;
import io.flatback.signal.Placement;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import org.jspecify.annotations.Nullable;

/** One sensor on the way through the pipeline: its motion, what is known of its mounting, and its accounts. */
final class SensorTrack {
  private final Placement placement;
  private final SensorMotion motion = new SensorMotion();
  private final MountingFinder finder = new MountingFinder();
  private @Nullable Mounting mounting;
  private boolean followsBack = true;

  private long firstNanos;
  private long lastNanos;
  private long samples;
  private int gaps;
  private long missingNanos;
  private long gapBeforeNanos;

  SensorTrack(Placement placement, Calibration device) {
    this.placement = placement;
    motion.correct(device);
  }

  /** A guided calibration was good: its corrections hold from now on. */
  void calibrate(CalibratedSensor found) {
    motion.correct(found.calibration());
  }

  /** The calibration begins now, or has just ended: the gyroscope's bias is as it found it. */
  void knowBias(CalibratedSensor found) {
    CalibratedSensor.GyroBiasFound bias = found.gyroBiasRadPerSec();
    motion.knowGyroBias(
        bias.xRadPerSec(), bias.yRadPerSec(), bias.zRadPerSec(), CalibratedSensor.BIAS_SIGMA_RAD_PER_SEC);
  }

  /** @return true for a sample, which has moved {@link #motion} on */
  boolean update(SignalEvent event) {
    boolean moved = motion.update(event);
    switch (event) {
      case Sample sample -> account(sample, moved);
      case Gap gap -> account(gap);
    }
    return moved;
  }

  private void account(Sample sample, boolean moved) {
    if (samples == 0) {
      firstNanos = sample.timeNanos();
    }
    lastNanos = sample.timeNanos();
    samples++;
    if (moved) {
      finder.update(motion, sample);
    }
  }

  private void account(Gap gap) {
    gaps++;
    missingNanos += gap.endNanos() - gap.timeNanos();
    gapBeforeNanos += gap.endNanos() - gap.timeNanos();
  }

  /** Time not seen since the sample before the present one; asking takes it. */
  long takeGapNanos() {
    long gap = gapBeforeNanos;
    gapBeforeNanos = 0;
    return gap;
  }

  SensorMotion motion() {
    return motion;
  }

  MountingFinder finder() {
    return finder;
  }

  @Nullable Mounting mounting() {
    return mounting;
  }

  boolean followsBack() {
    return followsBack;
  }

  void mount(Mounting known, boolean follows) {
    mounting = known;
    followsBack = follows;
  }

  Placement placement() {
    return placement;
  }

  long firstNanos() {
    return firstNanos;
  }

  long lastNanos() {
    return lastNanos;
  }

  SessionResult.SensorFacts facts() {
    double seenSeconds = (lastNanos - firstNanos - missingNanos) * 1e-9;
    double rateHz = samples > 1 && seenSeconds > 0 ? (samples - 1) / seenSeconds : Double.NaN;
    return new SessionResult.SensorFacts(placement, rateHz, motion.hasGyro(), samples, gaps, missingNanos * 1e-9);
  }
}

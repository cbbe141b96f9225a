package io.flatback.motion;

import io.flatback.signal.Calibration;
import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;

/**
 * How one sensor lies and turns, sample by sample, gaps included.
 *
 * <p>In: the signal events of one sensor. Out, after each: earth's up-direction in the sensor frame, the
 * angular rate without its bias, and the vertical acceleration without gravity. With a gyroscope the
 * orientation is {@link InclinationFilter}'s; without one it is the direction of the acceleration, which fast
 * movement disturbs. One instance per sensor, one thread, nothing allocated per sample.
 */
public final class SensorMotion {
  /**
   * own: hinges are slower than 1.5 Hz, steps and knocks are not. As long is the lag of the direction of the
   * acceleration, and so long everything else is held back: with that 1.1° RMS on lifts with an optical reference.
   */
  private static final double ACCEL_ONLY_SECONDS = 0.15;

  /** own: 1.9° RMS on lifts with an optical reference, two axes, and half as much again for harder ones. */
  private static final double ACCEL_ONLY_SIGMA_RAD = Math.toRadians(2.0);
  /** own: 95 % within 3°, hardly more than the 2.9° by which a wearer's own posture repeats [aasa-2019]. */
  private static final double CONVERGED_SIGMA_RAD = Math.toRadians(1.5);

  private static final double NANOS = 1e-9;

  private final InclinationFilter filter;
  private final LowPass accelDirection = new LowPass(3, ACCEL_ONLY_SECONDS);
  private final Delay delay = new Delay(ACCEL_ONLY_SECONDS);
  private final SamplePeriod period = new SamplePeriod();
  private final double[] accel = new double[3];
  private final double[] gyroRate = new double[3];
  private Calibration calibration = Calibration.NONE;

  private long seenNanos;
  private long timeNanos;
  private long firstNanos = Long.MIN_VALUE;
  private double convergedAfterSeconds = Double.NaN;
  private boolean started;
  private boolean afterGap;
  private boolean gyro;
  private boolean clipped;
  private double upX;
  private double upY = 1.0;
  private double upZ;
  private double rateX;
  private double rateY;
  private double rateZ;
  private double verticalAccelMps2;

  public SensorMotion() {
    this(InclinationParams.DEFAULTS);
  }

  public SensorMotion(InclinationParams params) {
    this.filter = new InclinationFilter(params);
  }

  /** Readings are put right by this from now on. */
  public void correct(Calibration known) {
    calibration = known;
  }

  /** The gyroscope's bias is known from a calibration, in the sensor's frame. */
  public void knowGyroBias(double x, double y, double z, double sigmaRadPerSec) {
    filter.knowBias(x, y, z, sigmaRadPerSec);
  }

  /** @return true when there is a new orientation to read; false for a gap and where it must be waited for */
  public boolean update(SignalEvent event) {
    return switch (event) {
      case Sample sample -> update(sample);
      case Gap gap -> skip(gap);
    };
  }

  private boolean skip(Gap gap) {
    if (gap.endNanos() > gap.timeNanos()) {
      filter.skip(gap.durationSeconds());
      accelDirection.reset();
      delay.reset();
      afterGap = true;
    }
    return false;
  }

  private boolean update(Sample sample) {
    double stepSeconds = started && !afterGap ? (sample.timeNanos() - seenNanos) * NANOS : 0.0;
    if (stepSeconds > 0.0 && period.update(stepSeconds)) {
      filter.setSamplePeriodSeconds(period.seconds());
      accelDirection.setSamplePeriodSeconds(period.seconds());
    }
    seenNanos = sample.timeNanos();
    gyro = sample.hasGyro();
    started = true;
    afterGap = false;
    calibration.accel(sample.accXMps2(), sample.accYMps2(), sample.accZMps2(), accel);
    if (gyro) {
      timeNanos = seenNanos;
      clipped = sample.clipped();
      calibration.gyro(sample.gyroXRadPerSec(), sample.gyroYRadPerSec(), sample.gyroZRadPerSec(), gyroRate);
      orientWithGyro(stepSeconds);
      converge();
      return true;
    }
    return orientWithoutGyro(stepSeconds, sample.clipped());
  }

  private void converge() {
    if (firstNanos == Long.MIN_VALUE) {
      firstNanos = timeNanos;
    }
    if (Double.isNaN(convergedAfterSeconds) && inclinationSigmaRad() < CONVERGED_SIGMA_RAD) {
      convergedAfterSeconds = (timeNanos - firstNanos) * NANOS;
    }
  }

  private void orientWithGyro(double stepSeconds) {
    filter.update(
        accel[0], accel[1], accel[2], gyroRate[0], gyroRate[1], gyroRate[2], stepSeconds, clipped);
    upX = filter.upX();
    upY = filter.upY();
    upZ = filter.upZ();
    rateX = gyroRate[0] - filter.biasRadPerSec(0);
    rateY = gyroRate[1] - filter.biasRadPerSec(1);
    rateZ = gyroRate[2] - filter.biasRadPerSec(2);
    verticalAccelMps2 = accel[0] * upX + accel[1] * upY + accel[2] * upZ - Sample.STANDARD_GRAVITY_MPS2;
  }

  /**
   * Up is the smoothed direction of the acceleration, at the time of which it tells best: a little ago. The size of
   * the force tells the push, since fast movement turns its direction.
   */
  private boolean orientWithoutGyro(double stepSeconds, boolean isClipped) {
    accelDirection.update(accel);
    turn(stepSeconds);
    delay.put(seenNanos, accel, isClipped);
    if (!delay.next()) {
      return false;
    }
    timeNanos = delay.timeNanos();
    clipped = delay.isClipped();
    System.arraycopy(delay.accelMps2(), 0, accel, 0, accel.length);
    verticalAccelMps2 =
        Math.sqrt(accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2]) - Sample.STANDARD_GRAVITY_MPS2;
    return true;
  }

  /** ω without its vertical part = u̇ × u, since a fixed direction turns against the sensor. */
  private void turn(double stepSeconds) {
    double scale = 1.0 / length(accelDirection);
    if (!Double.isFinite(scale)) {
      return;
    }
    double x = accelDirection.output(0) * scale;
    double y = accelDirection.output(1) * scale;
    double z = accelDirection.output(2) * scale;
    double perSecond = stepSeconds > 0.0 ? 1.0 / stepSeconds : 0.0;
    rateX = ((y - upY) * z - (z - upZ) * y) * perSecond;
    rateY = ((z - upZ) * x - (x - upX) * z) * perSecond;
    rateZ = ((x - upX) * y - (y - upY) * x) * perSecond;
    upX = x;
    upY = y;
    upZ = z;
  }

  private static double length(LowPass direction) {
    double x = direction.output(0);
    double y = direction.output(1);
    double z = direction.output(2);
    return Math.sqrt(x * x + y * y + z * z);
  }

  public long timeNanos() {
    return timeNanos;
  }

  public boolean hasGyro() {
    return gyro;
  }

  public boolean isClipped() {
    return clipped;
  }

  public double upX() {
    return upX;
  }

  public double upY() {
    return upY;
  }

  public double upZ() {
    return upZ;
  }

  /** Angular rate about the sensor's x, bias taken out, rad/s. Without a gyroscope the part about up is missing. */
  public double rateX() {
    return rateX;
  }

  public double rateY() {
    return rateY;
  }

  public double rateZ() {
    return rateZ;
  }

  /** Specific force along an axis of the sensor, put right, m/s². */
  public double accelMps2(int axis) {
    return accel[axis];
  }

  /** Upward acceleration of the sensor, gravity taken out. Hardly disturbed by an error of the inclination. */
  public double verticalAccelMps2() {
    return verticalAccelMps2;
  }

  /** How far up may be wrong, one standard deviation about one horizontal axis. */
  public double inclinationSigmaRad() {
    return gyro ? filter.inclinationSigmaRad() : ACCEL_ONLY_SIGMA_RAD;
  }

  /** From the first sample until up was first sure to 3° (95 %); NaN until then. */
  public double convergedAfterSeconds() {
    return convergedAfterSeconds;
  }

  /** The learnt time between samples; 0 until the second sample. */
  public double samplePeriodSeconds() {
    return period.seconds();
  }
}

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
 * orientation is {@link InclinationFilter}'s; without one it is the low-passed direction of the acceleration, which
 * fast movement disturbs. One instance per sensor, one thread, nothing allocated per sample.
 */
public final class SensorMotion {
  /** own: lets hinges of up to about 2 Hz pass; replaced by measuring against mocap without gyroscope. */
  private static final double ACCEL_ONLY_TIME_CONSTANT_SECONDS = 0.12;

  /** own: 95 % within 3°, hardly more than the 2.9° by which a wearer's own posture repeats [aasa-2019]. */
  private static final double CONVERGED_SIGMA_RAD = Math.toRadians(1.5);

  private static final double NANOS = 1e-9;

  private final InclinationFilter filter;
  private final LowPass accelDirection = new LowPass(3, ACCEL_ONLY_TIME_CONSTANT_SECONDS);
  private final SamplePeriod period = new SamplePeriod();
  private final double[] accel = new double[3];
  private final double[] gyroRate = new double[3];
  private Calibration calibration = Calibration.NONE;

  private long timeNanos;
  private long firstNanos;
  private double convergedAfterSeconds = Double.NaN;
  private boolean started;
  private boolean afterGap;
  private boolean gyro;
  private boolean clipped;
  private double upX;
  private double upY = 1.0;
  private double upZ;
  private double accelSigmaRad = Math.toRadians(10.0);
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

  /** @return true when there is a new orientation to read; false for a gap */
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
      afterGap = true;
    }
    return false;
  }

  private boolean update(Sample sample) {
    double stepSeconds = started && !afterGap ? (sample.timeNanos() - timeNanos) * NANOS : 0.0;
    if (stepSeconds > 0.0 && period.update(stepSeconds)) {
      filter.setSamplePeriodSeconds(period.seconds());
      accelDirection.setSamplePeriodSeconds(period.seconds());
    }
    timeNanos = sample.timeNanos();
    clipped = sample.clipped();
    gyro = sample.hasGyro();
    calibration.accel(sample.accXMps2(), sample.accYMps2(), sample.accZMps2(), accel);
    if (gyro) {
      calibration.gyro(sample.gyroXRadPerSec(), sample.gyroYRadPerSec(), sample.gyroZRadPerSec(), gyroRate);
      orientWithGyro(stepSeconds);
    } else {
      orientWithoutGyro(stepSeconds);
    }
    verticalAccelMps2 =
        accel[0] * upX + accel[1] * upY + accel[2] * upZ - Sample.STANDARD_GRAVITY_MPS2;
    if (!started) {
      firstNanos = timeNanos;
    }
    started = true;
    afterGap = false;
    if (Double.isNaN(convergedAfterSeconds) && inclinationSigmaRad() < CONVERGED_SIGMA_RAD) {
      convergedAfterSeconds = (timeNanos - firstNanos) * NANOS;
    }
    return true;
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
  }

  /** ω without its vertical part = u̇ × u, since a fixed direction turns against the sensor. */
  private void orientWithoutGyro(double stepSeconds) {
    accelDirection.update(accel);
    double x = accelDirection.output(0);
    double y = accelDirection.output(1);
    double z = accelDirection.output(2);
    double norm = Math.sqrt(x * x + y * y + z * z);
    if (norm == 0.0) {
      return;
    }
    x /= norm;
    y /= norm;
    z /= norm;
    double perSecond = stepSeconds > 0.0 ? 1.0 / stepSeconds : 0.0;
    rateX = ((y - upY) * z - (z - upZ) * y) * perSecond;
    rateY = ((z - upZ) * x - (x - upX) * z) * perSecond;
    rateZ = ((x - upX) * y - (y - upY) * x) * perSecond;
    upX = x;
    upY = y;
    upZ = z;
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
    return gyro ? filter.inclinationSigmaRad() : accelSigmaRad;
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

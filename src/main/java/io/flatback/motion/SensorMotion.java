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
  /** own: 1.7° RMS on lifts with an optical reference; 0.12 s lags behind the hinge and makes it 5.3°. */
  private static final double ACCEL_ONLY_SECONDS = 0.03;
  /** own: lets hinges of up to about 2 Hz pass; the rate, a difference, needs more smoothing than the angle. */
  private static final double ACCEL_ONLY_RATE_SECONDS = 0.12;

  /** own: 1.9° RMS on lifts with an optical reference, two axes, and half as much again for harder ones. */
  private static final double ACCEL_ONLY_SIGMA_RAD = Math.toRadians(2.0);
  /** own: 95 % within 3°, hardly more than the 2.9° by which a wearer's own posture repeats [aasa-2019]. */
  private static final double CONVERGED_SIGMA_RAD = Math.toRadians(1.5);

  private static final double NANOS = 1e-9;

  private final InclinationFilter filter;
  private final LowPass accelDirection = new LowPass(3, ACCEL_ONLY_SECONDS);
  private final LowPass smoothDirection = new LowPass(3, ACCEL_ONLY_RATE_SECONDS);
  private final double[] smooth = {0.0, 1.0, 0.0};
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
      smoothDirection.reset();
      afterGap = true;
    }
    return false;
  }

  private boolean update(Sample sample) {
    double stepSeconds = started && !afterGap ? (sample.timeNanos() - timeNanos) * NANOS : 0.0;
    if (stepSeconds > 0.0 && period.update(stepSeconds)) {
      filter.setSamplePeriodSeconds(period.seconds());
      accelDirection.setSamplePeriodSeconds(period.seconds());
      smoothDirection.setSamplePeriodSeconds(period.seconds());
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
    smoothDirection.update(accel);
    double perSecond = stepSeconds > 0.0 ? 1.0 / stepSeconds : 0.0;
    double scale = 1.0 / length(smoothDirection);
    if (Double.isFinite(scale)) {
      double x = smoothDirection.output(0) * scale;
      double y = smoothDirection.output(1) * scale;
      double z = smoothDirection.output(2) * scale;
      rateX = ((y - smooth[1]) * z - (z - smooth[2]) * y) * perSecond;
      rateY = ((z - smooth[2]) * x - (x - smooth[0]) * z) * perSecond;
      rateZ = ((x - smooth[0]) * y - (y - smooth[1]) * x) * perSecond;
      smooth[0] = x;
      smooth[1] = y;
      smooth[2] = z;
    }
    scale = 1.0 / length(accelDirection);
    if (Double.isFinite(scale)) {
      upX = accelDirection.output(0) * scale;
      upY = accelDirection.output(1) * scale;
      upZ = accelDirection.output(2) * scale;
    }
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

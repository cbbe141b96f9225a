package io.flatback.motion;

import io.flatback.signal.Sample;

/**
 * Which way is up, how sure that is, and the gyroscope's bias: VQF's idea as one Kalman filter.
 *
 * <p>VQF low-passes the acceleration in an almost-inertial frame, where the swings of a movement cancel and
 * gravity stays [laidig-2023]. The same low pass, a second-order Butterworth, is the steady state of a
 * Kalman filter that knows one thing of a body: its horizontal velocity is small and soon reversed. Written
 * so, it has a gain for every moment, not for the steady one alone: it settles faster at the start, after a
 * gap and after clipping, learns the bias together with the tilt, and says how far it may be wrong.
 *
 * <pre>
 * errors: tilt e (2), velocity v (2), bias b (3)     ė = −R b + rate noise,  v̇ = g e,  0 = v + noise
 * </pre>
 *
 * <p>In: m/s² and rad/s in the sensor frame, finite, at any rate. Out: earth's up-direction in that frame.
 * For up to two seconds after a start, or a gap over which much may have turned, up is the mean acceleration
 * (VQF's seeding). Nothing is integrated over time that nobody saw.
 *
 * <p>One instance per sensor, one thread; nothing is allocated per sample.
 */
public final class InclinationFilter {
  private static final double GRAVITY_MPS2 = Sample.STANDARD_GRAVITY_MPS2;
  /** More often than this the gains need not be worked out: about a hundredth of the filter's time constant. */
  private static final double CORRECTION_SECONDS = 0.04;

  private final InclinationParams params;
  private final RestDetector restDetector;
  private final Attitude attitude = new Attitude();
  private final TiltCovariance covariance = new TiltCovariance();
  private final TiltDoubt doubt;

  private final StrapdownStep step;
  private final double[] bias = new double[3];
  /** What the present correction takes out of up's horizontal parts. */
  private double tiltX;

  private double tiltY;
  private double velocityX;
  private double velocityY;
  private double sinceCorrectionSeconds;
  private double fallPerTilt;
  private double samplePeriodSeconds = 0.01;
  private boolean settling = true;
  private double settledSeconds;
  /** Length of the sum whose direction is up while settling, m/s. */
  private double settledFall;
  private boolean resting;

  public InclinationFilter(InclinationParams params) {
    this.params = params;
    this.restDetector = new RestDetector(params.rest(), params.biasClipRadPerSec());
    this.doubt = new TiltDoubt(params);
    this.step = new StrapdownStep(params, attitude);
    covariance.reset(
        square(params.startAccelMps2() / GRAVITY_MPS2), square(params.velocityMps()), square(params.biasSigmaInitRadPerSec()));
    setSamplePeriodSeconds(samplePeriodSeconds);
  }

  /** The nominal time between samples; may be learnt on the way. */
  public void setSamplePeriodSeconds(double periodSeconds) {
    if (!(periodSeconds > 0.0)) {
      throw new IllegalArgumentException("sample period " + periodSeconds + " s, expected more than 0");
    }
    samplePeriodSeconds = periodSeconds;
    restDetector.setSamplePeriodSeconds(periodSeconds);
    doubt.setSamplePeriodSeconds(periodSeconds);
  }

  /** The gyroscope's bias is known from a calibration, with its standard deviation. */
  void knowBias(double x, double y, double z, double sigmaRadPerSec) {
    bias[0] = x;
    bias[1] = y;
    bias[2] = z;
    covariance.knowBias(square(sigmaRadPerSec));
  }

  /** Nothing was seen for a while: bias and inclination are kept, less sure by what may have turned meanwhile. */
  public void skip(double seconds) {
    restDetector.reset();
    resting = false;
    doubt.skip(seconds);
    covariance.addBias(biasVariancePerSecond() * seconds, square(params.biasSigmaInitRadPerSec()));
    step.skip();
  }

  /**
   * One reading.
   *
   * @param stepSeconds time since the reading before; 0 for the first one after the start or a gap
   * @param clipped the device reached the end of its scale: the angle turned is not known
   */
  public void update(
      double accXMps2, double accYMps2, double accZMps2,
      double gyroXRadPerSec, double gyroYRadPerSec, double gyroZRadPerSec,
      double stepSeconds,
      boolean clipped) {
    step.takeAccel(accXMps2, accYMps2, accZMps2);
    if (!step.takeGyro(gyroXRadPerSec, gyroYRadPerSec, gyroZRadPerSec)) {
      doubt.skip(stepSeconds);
    }
    boolean directed = step.isDirected();
    resting = directed && restDetector.update(step.gyro(), step.accel(), stepSeconds);
    step.turn(bias, stepSeconds, samplePeriodSeconds);
    double rate = step.rateRadPerSec(bias);
    if (doubt.update(rate, stepSeconds, clipped)) {
      takeDoubt();
    }
    if (directed) {
      doubt.spread(step.force(0), step.force(1), rate, stepSeconds);
    }
    if (settling) {
      settle(directed, stepSeconds);
    } else {
      follow(directed, stepSeconds);
    }
  }

  /** Up has become doubtful: where that is more than a mean of the acceleration would be, a mean is begun. */
  private void takeDoubt() {
    double before = settling ? settlingVariance() : covariance.tiltVariance();
    double added = doubt.takeVariance();
    double worthSeconds = doubt.worthSeconds(before + added);
    covariance.doubt(added, square(params.velocityMps()));
    forgetStep();
    if (worthSeconds < params.settlingSeconds()) {
      settling = true;
      settledSeconds = Math.min(settledSeconds, worthSeconds);
      settledFall = settledSeconds * GRAVITY_MPS2;
    }
  }

  /** Up is the mean acceleration; what was known before counts as so many seconds of it. */
  private void settle(boolean directed, double stepSeconds) {
    if (directed) {
      double weight = Math.max(stepSeconds, 0.1 * samplePeriodSeconds);
      double x = weight * step.force(0);
      double y = weight * step.force(1);
      double z = weight * step.force(2) + settledFall;
      attitude.raise(x, y, z);
      settledFall = Math.sqrt(x * x + y * y + z * z);
      settledSeconds += weight;
    }
    if (isSettled()) {
      double variance = Math.min(settlingVariance(), square(params.settledSigmaRad()));
      covariance.settle(variance, square(params.velocityMps()), step.turnOfTilt());
      forgetStep();
      settling = false;
    }
  }

  /** A mean over longer is better, until it confuses the gyroscope's bias with a tilt. */
  private boolean isSettled() {
    double drift = settledSeconds * Math.sqrt(covariance.biasVariance());
    return settledSeconds >= params.settlingSeconds()
        || (drift > params.settlingDriftRad() && settlingVariance() < square(params.settledSigmaRad()));
  }

  private void follow(boolean directed, double stepSeconds) {
    sinceCorrectionSeconds += stepSeconds;
    if (directed) {
      velocityX += step.force(0) * stepSeconds;
      velocityY += step.force(1) * stepSeconds;
      fallPerTilt += GRAVITY_MPS2 * stepSeconds;
    }
    if (sinceCorrectionSeconds >= CORRECTION_SECONDS) {
      correct();
    }
  }

  private void correct() {
    double seconds = sinceCorrectionSeconds;
    covariance.predict(step.turnOfTilt(), fallPerTilt);
    covariance.addTilt(square(params.rateNoiseRadPerRootSec()) * seconds);
    double biasVariance = biasVariancePerSecond() * seconds;
    covariance.addBias(biasVariance, square(params.biasSigmaInitRadPerSec()));
    if (fallPerTilt > 0.0) {
      double seenSeconds = fallPerTilt / GRAVITY_MPS2;
      double variance = 2.0 * square(params.velocityMps()) * params.velocitySeconds() / seenSeconds;
      doubt.surprise(velocityX, velocityY, covariance.variance(TiltCovariance.VELOCITY) + variance, seconds);
      measure(TiltCovariance.VELOCITY, velocityX, variance);
      measure(TiltCovariance.VELOCITY + 1, velocityY, variance);
    }
    if (resting) {
      double variance = square(params.biasSigmaRestRadPerSec());
      variance += variance * variance / biasVariance;
      for (int i = 0; i < 3; i++) {
        measure(TiltCovariance.BIAS + i, restDetector.gyroLowPassRadPerSec(i) - bias[i], variance);
      }
    }
    limitBias();
    attitude.tilt(tiltY, -tiltX);
    tiltX = 0.0;
    tiltY = 0.0;
    forgetStep();
  }

  private void measure(int state, double error, double variance) {
    covariance.measure(state, variance);
    tiltX += covariance.gain(0) * error;
    tiltY += covariance.gain(1) * error;
    velocityX -= covariance.gain(TiltCovariance.VELOCITY) * error;
    velocityY -= covariance.gain(TiltCovariance.VELOCITY + 1) * error;
    for (int i = 0; i < 3; i++) {
      bias[i] += covariance.gain(TiltCovariance.BIAS + i) * error;
    }
  }

  private void limitBias() {
    double clip = params.biasClipRadPerSec();
    for (int i = 0; i < 3; i++) {
      bias[i] = Math.max(-clip, Math.min(clip, bias[i]));
    }
  }

  private void forgetStep() {
    sinceCorrectionSeconds = 0.0;
    fallPerTilt = 0.0;
    step.forgetTurnOfTilt();
  }

  private double settlingVariance() {
    return doubt.meanVariance(settledSeconds);
  }

  private double biasVariancePerSecond() {
    return square(Math.toRadians(0.1)) / params.biasForgettingSeconds();
  }

  private static double square(double value) {
    return value * value;
  }

  /** Earth's up-direction in the sensor frame, unit length. */
  public double upX() {
    return attitude.matrix(6);
  }

  public double upY() {
    return attitude.matrix(7);
  }

  public double upZ() {
    return attitude.matrix(8);
  }

  public double biasRadPerSec(int axis) {
    return bias[axis];
  }

  public boolean isResting() {
    return resting;
  }

  /** Standard deviation of the inclination's error, one horizontal axis. */
  public double inclinationSigmaRad() {
    double variance = settling ? settlingVariance() : covariance.tiltVariance() * doubt.surpriseFactor();
    return Math.sqrt(variance + doubt.variance());
  }
}

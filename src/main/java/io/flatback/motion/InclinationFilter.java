package io.flatback.motion;

import io.flatback.signal.Sample;
import java.util.Arrays;

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
  /** own: a reading beyond 100 g is no acceleration. */
  private static final double LARGEST_MPS2 = 1000.0;
  /** own: no chip turns faster than 11,000 °/s. */
  private static final double FASTEST_RAD_PER_SEC = 200.0;
  /** A step this much longer than usual has lost samples in it: its rate lies between its ends. */
  private static final double LONG_STEP = 1.5;

  private final InclinationParams params;
  private final RestDetector restDetector;
  private final Attitude attitude = new Attitude();
  private final TiltCovariance covariance = new TiltCovariance();
  private final TiltDoubt doubt;

  private final double[] accel = new double[3];
  private final double[] gyro = new double[3];
  private final double[] lastGyro = new double[3];
  /** Specific force in the earth frame, as the sensor lay within the step. */
  private final double[] force = new double[3];
  private final double[] bias = new double[3];
  /** Since the last correction: how the bias has turned the tilt, 2 × 3. */
  private final double[] turnOfTilt = new double[6];

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
  private boolean hasLastGyro;
  private boolean resting;

  public InclinationFilter(InclinationParams params) {
    this.params = params;
    this.restDetector = new RestDetector(params.rest(), params.biasClipRadPerSec());
    this.doubt = new TiltDoubt(params);
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
    hasLastGyro = false;
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
    accel[0] = accXMps2;
    accel[1] = accYMps2;
    accel[2] = accZMps2;
    take(gyroXRadPerSec, gyroYRadPerSec, gyroZRadPerSec, stepSeconds);
    boolean directed = isDirected();
    resting = directed && restDetector.update(gyro, accel, stepSeconds);
    turn(stepSeconds);
    double rate = rateRadPerSec();
    if (doubt.update(rate, stepSeconds, clipped)) {
      takeDoubt();
    }
    if (directed) {
      doubt.spread(force[0], force[1], rate, stepSeconds);
    }
    if (settling) {
      settle(directed, stepSeconds);
    } else {
      follow(directed, stepSeconds);
    }
  }

  /** A rate that can't be is a turn that nobody saw. */
  private void take(double x, double y, double z, double stepSeconds) {
    boolean possible = x * x + y * y + z * z < FASTEST_RAD_PER_SEC * FASTEST_RAD_PER_SEC;
    gyro[0] = possible ? x : 0.0;
    gyro[1] = possible ? y : 0.0;
    gyro[2] = possible ? z : 0.0;
    if (!possible) {
      hasLastGyro = false;
      doubt.skip(stepSeconds);
    }
  }

  private boolean isDirected() {
    double squared = accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2];
    return squared > 0.0 && squared < LARGEST_MPS2 * LARGEST_MPS2;
  }

  private void turn(double stepSeconds) {
    double before = params.accelBeforeShare();
    for (int axis = 0; axis < 3; axis++) {
      force[axis] = before * attitude.toEarth(axis, accel[0], accel[1], accel[2]);
    }
    double back = !hasLastGyro ? 0.0 : stepSeconds > LONG_STEP * samplePeriodSeconds ? 0.5 : 0.5 * params.instantShare();
    attitude.turn(
        (gyro[0] - back * (gyro[0] - lastGyro[0]) - bias[0]) * stepSeconds,
        (gyro[1] - back * (gyro[1] - lastGyro[1]) - bias[1]) * stepSeconds,
        (gyro[2] - back * (gyro[2] - lastGyro[2]) - bias[2]) * stepSeconds);
    System.arraycopy(gyro, 0, lastGyro, 0, 3);
    hasLastGyro = true;
    for (int i = 0; i < 3; i++) {
      force[i] += (1.0 - before) * attitude.toEarth(i, accel[0], accel[1], accel[2]);
      turnOfTilt[i] += attitude.matrix(3 + i) * stepSeconds;
      turnOfTilt[3 + i] -= attitude.matrix(i) * stepSeconds;
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
      double x = weight * force[0];
      double y = weight * force[1];
      double z = weight * force[2] + settledFall;
      attitude.raise(x, y, z);
      settledFall = Math.sqrt(x * x + y * y + z * z);
      settledSeconds += weight;
    }
    if (isSettled()) {
      double variance = Math.min(settlingVariance(), square(params.settledSigmaRad()));
      covariance.settle(variance, square(params.velocityMps()), turnOfTilt);
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
      velocityX += force[0] * stepSeconds;
      velocityY += force[1] * stepSeconds;
      fallPerTilt += GRAVITY_MPS2 * stepSeconds;
    }
    if (sinceCorrectionSeconds >= CORRECTION_SECONDS) {
      correct();
    }
  }

  private void correct() {
    double seconds = sinceCorrectionSeconds;
    covariance.predict(turnOfTilt, fallPerTilt);
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
    Arrays.fill(turnOfTilt, 0.0);
  }

  private double settlingVariance() {
    return doubt.meanVariance(settledSeconds);
  }

  private double biasVariancePerSecond() {
    return square(Math.toRadians(0.1)) / params.biasForgettingSeconds();
  }


  private double rateRadPerSec() {
    double x = gyro[0] - bias[0];
    double y = gyro[1] - bias[1];
    double z = gyro[2] - bias[2];
    return Math.sqrt(x * x + y * y + z * z);
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

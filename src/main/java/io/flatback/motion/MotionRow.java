package io.flatback.motion;

/**
 * One instant of the sensors on a back, before it is known how they are worn. Overwritten, not allocated,
 * from sample to sample.
 */
public final class MotionRow {
  public long timeNanos;
  /** Time that nobody saw, just before this row; 0 without a gap. */
  public long gapNanos;

  public boolean clipped;
  /** Not the first sensor's: it is silent, and the second stands in. */
  public boolean standIn;
  public boolean gyro;
  public double upX;
  public double upY;
  public double upZ;
  public double rateX;
  public double rateY;
  public double rateZ;
  public double verticalAccelMps2;
  /** How far up may be wrong, one standard deviation. */
  public double inclinationSigmaRad;
  /** Earth's up in the second sensor's frame; NaN where there is none or it is not fresh. */
  public double secondUpX;

  public double secondUpY;
  public double secondUpZ;
  /** Angular rate of the second sensor; NaN likewise, and without a gyroscope. */
  public double secondRateX;

  public double secondRateY;
  public double secondRateZ;

  void copyFrom(MotionRow other) {
    timeNanos = other.timeNanos;
    gapNanos = other.gapNanos;
    clipped = other.clipped;
    standIn = other.standIn;
    gyro = other.gyro;
    upX = other.upX;
    upY = other.upY;
    upZ = other.upZ;
    rateX = other.rateX;
    rateY = other.rateY;
    rateZ = other.rateZ;
    verticalAccelMps2 = other.verticalAccelMps2;
    inclinationSigmaRad = other.inclinationSigmaRad;
    secondUpX = other.secondUpX;
    secondUpY = other.secondUpY;
    secondUpZ = other.secondUpZ;
    secondRateX = other.secondRateX;
    secondRateY = other.secondRateY;
    secondRateZ = other.secondRateZ;
  }

  void take(SensorMotion motion, long gapBeforeNanos) {
    timeNanos = motion.timeNanos();
    gapNanos = gapBeforeNanos;
    clipped = motion.isClipped();
    standIn = false;
    gyro = motion.hasGyro();
    upX = motion.upX();
    upY = motion.upY();
    upZ = motion.upZ();
    rateX = motion.rateX();
    rateY = motion.rateY();
    rateZ = motion.rateZ();
    verticalAccelMps2 = motion.verticalAccelMps2();
    inclinationSigmaRad = motion.inclinationSigmaRad();
    secondUpX = Double.NaN;
    secondUpY = Double.NaN;
    secondUpZ = Double.NaN;
    secondRateX = Double.NaN;
    secondRateY = Double.NaN;
    secondRateZ = Double.NaN;
  }
}

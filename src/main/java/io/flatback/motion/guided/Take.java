package io.flatback.motion.guided;

import io.flatback.signal.Calibration;
import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.util.Arrays;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/** The readings of one sensor while its wearer calibrates: at most {@value #LONGEST_SECONDS} s of them. */
public final class Take {
  /** own: the guide asks for about 20 s. */
  public static final double LONGEST_SECONDS = 90.0;

  private final Calibration device;
  private final double[] corrected = new double[3];
  private long[] timesNanos = new long[1024];
  private double[] accelMps2 = new double[3 * 1024];
  private double[] gyroRadPerSec = new double[3 * 1024];
  private int size;
  private boolean gyro = true;
  private long clippedNanos = Long.MIN_VALUE;
  private long gapNanos = Long.MIN_VALUE;
  private double gapSeconds;

  /** @param device what the sensor's readings are corrected by already */
  public Take(Calibration device) {
    this.device = device;
  }

  public void add(SignalEvent event) {
    switch (event) {
      case Gap gap -> add(gap);
      case Sample sample -> add(sample);
    }
  }

  private void add(Gap gap) {
    if (size > 0 && gapNanos == Long.MIN_VALUE && gap.endNanos() > gap.timeNanos()) {
      gapNanos = gap.timeNanos();
      gapSeconds = gap.durationSeconds();
    }
  }

  private void add(Sample sample) {
    if (size > 0 && sample.timeNanos() - timesNanos[0] > LONGEST_SECONDS * 1e9) {
      return;
    }
    if (size == timesNanos.length) {
      timesNanos = Arrays.copyOf(timesNanos, 2 * size);
      accelMps2 = Arrays.copyOf(accelMps2, 6 * size);
      gyroRadPerSec = Arrays.copyOf(gyroRadPerSec, 6 * size);
    }
    timesNanos[size] = sample.timeNanos();
    device.accel(sample.accXMps2(), sample.accYMps2(), sample.accZMps2(), corrected);
    System.arraycopy(corrected, 0, accelMps2, 3 * size, 3);
    device.gyro(sample.gyroXRadPerSec(), sample.gyroYRadPerSec(), sample.gyroZRadPerSec(), corrected);
    System.arraycopy(corrected, 0, gyroRadPerSec, 3 * size, 3);
    gyro &= sample.hasGyro();
    if (sample.clipped() && clippedNanos == Long.MIN_VALUE) {
      clippedNanos = sample.timeNanos();
    }
    size++;
  }

  int size() {
    return size;
  }

  boolean hasGyro() {
    return gyro;
  }

  long timeNanos(int i) {
    return timesNanos[i];
  }

  /** Since the first reading. */
  double seconds(int i) {
    return (timesNanos[i] - timesNanos[0]) * 1e-9;
  }

  double accelMps2(int i, int axis) {
    return accelMps2[3 * i + axis];
  }

  double gyroRadPerSec(int i, int axis) {
    return gyroRadPerSec[3 * i + axis];
  }

  Vector3D gyro(int i) {
    return new Vector3D(gyroRadPerSec[3 * i], gyroRadPerSec[3 * i + 1], gyroRadPerSec[3 * i + 2]);
  }

  Vector3D meanAccel(Span span) {
    return mean(accelMps2, span);
  }

  Vector3D meanGyro(Span span) {
    return mean(gyroRadPerSec, span);
  }

  /** Root mean square about the mean. */
  double gyroDeviationRadPerSec(Span span) {
    return deviation(gyroRadPerSec, span);
  }

  double accelDeviationMps2(Span span) {
    return deviation(accelMps2, span);
  }

  private static double deviation(double[] values, Span span) {
    Vector3D mean = mean(values, span);
    double squares = 0.0;
    for (int i = span.from(); i < span.to(); i++) {
      double x = values[3 * i] - mean.getX();
      double y = values[3 * i + 1] - mean.getY();
      double z = values[3 * i + 2] - mean.getZ();
      squares += x * x + y * y + z * z;
    }
    return Math.sqrt(squares / span.size());
  }

  private static Vector3D mean(double[] values, Span span) {
    double[] sum = new double[3];
    for (int i = span.from(); i < span.to(); i++) {
      for (int c = 0; c < 3; c++) {
        sum[c] += values[3 * i + c];
      }
    }
    return new Vector3D(1.0 / span.size(), new Vector3D(sum));
  }

  /** Of the first clipped reading; {@link Long#MIN_VALUE} where there was none. */
  long clippedNanos() {
    return clippedNanos;
  }

  /** Of the first hole; {@link Long#MIN_VALUE} where there was none. */
  long gapNanos() {
    return gapNanos;
  }

  double gapSeconds() {
    return gapSeconds;
  }

  /** The first reading at or after so many seconds. */
  int indexAt(double atSeconds) {
    int found = Arrays.binarySearch(timesNanos, 0, size, timesNanos[0] + Math.round(atSeconds * 1e9));
    return Math.min(size - 1, found < 0 ? -found - 1 : found);
  }

  /** Readings {@code [from, to)}. */
  record Span(int from, int to) {
    int size() {
      return to - from;
    }
  }
}

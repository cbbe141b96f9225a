package io.flatback.motion.faces;

import io.flatback.signal.Gap;
import io.flatback.signal.Sample;
import io.flatback.signal.SignalEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * Gathers the ways in which a sensor has lain still, one mean acceleration each. A pose that was there before
 * is not taken twice. One thread; memory does not grow while it lies.
 */
public final class StillPoses {
  /** own: long enough that noise of 400 µg/√Hz averages to a third of a milli-g. */
  static final double HOLD_SECONDS = 1.5;

  /** own: on a table; a hand moves by several times this. */
  private static final double ACCEL_MPS2 = 0.15;

  private static final double GYRO_RAD_PER_SEC = Math.toRadians(3.0);
  /** own: nearer than this it is the same pose. */
  private static final double SAME_POSE_RAD = Math.toRadians(15.0);

  private static final int MOST_POSES = 60;

  private final List<Vector3D> poses = new ArrayList<>();
  private final double[] sum = new double[6];
  private int count;
  private long sinceNanos;
  private boolean taken;

  /** @return true when a new pose has just been taken */
  public boolean update(SignalEvent event) {
    return switch (event) {
      case Gap gap -> restart();
      case Sample sample -> update(sample);
    };
  }

  private boolean restart() {
    count = 0;
    taken = false;
    return false;
  }

  private boolean update(Sample s) {
    boolean still = count == 0 || isNearMean(s);
    if (!still || s.clipped()) {
      restart();
    }
    if (count == 0) {
      java.util.Arrays.fill(sum, 0.0);
      sinceNanos = s.timeNanos();
    }
    add(s);
    if (taken || (s.timeNanos() - sinceNanos) * 1e-9 < HOLD_SECONDS) {
      return false;
    }
    taken = true;
    return keep(new Vector3D(sum[0] / count, sum[1] / count, sum[2] / count));
  }

  private boolean keep(Vector3D mean) {
    for (Vector3D pose : poses) {
      if (Vector3D.angle(pose, mean) < SAME_POSE_RAD) {
        return false;
      }
    }
    if (poses.size() < MOST_POSES) {
      poses.add(mean);
    }
    return true;
  }

  private void add(Sample s) {
    sum[0] += s.accXMps2();
    sum[1] += s.accYMps2();
    sum[2] += s.accZMps2();
    if (s.hasGyro()) {
      sum[3] += s.gyroXRadPerSec();
      sum[4] += s.gyroYRadPerSec();
      sum[5] += s.gyroZRadPerSec();
    }
    count++;
  }

  private boolean isNearMean(Sample s) {
    double accel =
        length(s.accXMps2() - sum[0] / count, s.accYMps2() - sum[1] / count, s.accZMps2() - sum[2] / count);
    double gyro =
        !s.hasGyro()
            ? 0.0
            : length(
                s.gyroXRadPerSec() - sum[3] / count,
                s.gyroYRadPerSec() - sum[4] / count,
                s.gyroZRadPerSec() - sum[5] / count);
    return accel < ACCEL_MPS2 && gyro < GYRO_RAD_PER_SEC;
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Mean accelerations, m/s², in the order in which they came. */
  public List<Vector3D> poses() {
    return List.copyOf(poses);
  }
}

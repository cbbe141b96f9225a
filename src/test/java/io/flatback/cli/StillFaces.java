package io.flatback.cli;

import java.util.Locale;
import java.util.SplittableRandom;

/** A recording of a sensor that is laid on one side after the other, with the errors of its chip. */
final class StillFaces {
  static final double[] OFFSET_MILLI_G = {30, -25, 28};
  static final double[] SCALE = {1.010, 0.992, 1.004};
  private static final String HEADER = "t_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps\n";
  private static final double[][] UP = {
    {1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1},
    {1, 1, 0}, {1, 0, 1}, {0, 1, 1}, {-1, -1, 0}, {-1, 0, -1}, {0, -1, -1}
  };

  private StillFaces() {}

  /**
   * 3 s on each, and a second of turning between.
   *
   * @param poses the six faces come first, then edges
   * @param handMilliG how far gravity is off while a hand holds it instead of a table
   */
  static String csv(int poses, double handMilliG) {
    SplittableRandom random = new SplittableRandom(poses);
    StringBuilder csv = new StringBuilder(HEADER);
    int row = 0;
    for (int pose = 0; pose < poses; pose++) {
      double norm = Math.sqrt(UP[pose][0] * UP[pose][0] + UP[pose][1] * UP[pose][1] + UP[pose][2] * UP[pose][2]);
      double g = (1 + (pose % 2 == 0 ? handMilliG : -handMilliG) * 1e-3) / norm;
      for (int i = 0; i < 400; i++, row++) {
        double turning = i < 300 ? 0 : 120 * Math.sin((i - 300) * Math.PI / 100);
        csv.append(String.format(Locale.ROOT, "%.2f", row / 100.0));
        for (int axis = 0; axis < 3; axis++) {
          double felt = SCALE[axis] * g * UP[pose][axis] + OFFSET_MILLI_G[axis] * 1e-3;
          csv.append(String.format(Locale.ROOT, ",%.5f", felt + 0.002 * random.nextGaussian()));
        }
        csv.append(String.format(Locale.ROOT, ",%.3f,0,0%n", turning + 0.05 * random.nextGaussian()));
      }
    }
    return csv.toString();
  }
}

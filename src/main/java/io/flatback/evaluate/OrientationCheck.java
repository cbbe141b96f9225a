package io.flatback.evaluate;

import io.flatback.motion.SensorMotion;
import io.flatback.recording.Recording;
import io.flatback.recording.RecordingReader;
import java.io.IOException;

/** The up-direction of one sensor against the true one, sample by sample. */
final class OrientationCheck {
  private OrientationCheck() {}

  static AngleScore run(Recording recording, TruthTable truth) throws IOException {
    double[] times = truth.required("t_s");
    double[] x = truth.required("true_up_x");
    double[] y = truth.required("true_up_y");
    double[] z = truth.required("true_up_z");
    double[] movement = truth.required("movement");
    SensorMotion motion = new SensorMotion();
    AngleScore.Sum sum = new AngleScore.Sum();
    int i = 0;
    try (RecordingReader reader = recording.open()) {
      while (reader.next()) {
        if (!motion.update(reader.event())) {
          continue;
        }
        double now = motion.timeNanos() * 1e-9;
        while (i < times.length && times[i] < now - 1e-6) {
          i++;
        }
        if (i < times.length && Math.abs(times[i] - now) < 1e-6 && movement[i] == 1.0) {
          double dot = motion.upX() * x[i] + motion.upY() * y[i] + motion.upZ() * z[i];
          sum.add(Math.toDegrees(Math.acos(Math.max(-1.0, Math.min(1.0, dot)))));
        }
      }
    }
    return sum.score(Errors.NONE);
  }
}

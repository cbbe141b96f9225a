package io.flatback.motion.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.motion.faces.FaceCalibration.Accepted;
import io.flatback.motion.faces.FaceCalibration.Reason;
import io.flatback.motion.faces.FaceCalibration.Refused;
import io.flatback.signal.Calibration;
import io.flatback.signal.CalibrationText;
import io.flatback.signal.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;

class FaceCalibrationTest {
  private static final double G = Sample.STANDARD_GRAVITY_MPS2;
  private static final List<Vector3D> SIX =
      List.of(
          Vector3D.PLUS_I, Vector3D.MINUS_I, Vector3D.PLUS_J, Vector3D.MINUS_J, Vector3D.PLUS_K, Vector3D.MINUS_K);

  @Test
  void bringsEveryPoseToOneGravityWhateverTheErrors() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] truth = random.doubles(9, -1, 1).toArray();
      int more = (int) (seed % 3) * 6;
      List<Vector3D> poses = felt(random, truth, more, 0.0);

      Accepted found = (Accepted) FaceCalibration.judge(poses);

      double[] out = new double[3];
      for (Vector3D pose : felt(random, truth, more, 0.0)) {
        found.calibration().accel(pose.getX(), pose.getY(), pose.getZ(), out);
        assertThat(new Vector3D(out).getNorm()).as("seed %d", seed).isCloseTo(G, within(more == 0 ? 0.03 : 1e-3));
      }
      assertThat(CalibrationText.read(CalibrationText.write(found.calibration()))).isEqualTo(found.calibration());
    }
  }

  @Test
  void findsOffsetAndScaleFromSixFacesWithTheNoiseOfACheapChip() {
    for (long seed = 1; seed <= 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] truth = {0.3, -0.2, 0.1, 0.5, -0.8, 0.2, 0, 0, 0};
      Accepted found = (Accepted) FaceCalibration.judge(felt(random, truth, 0, 0.003));
      assertThat(found.residualMps2()).as("six unknowns from six poses leave nothing to judge by").isNaN();
      for (int i = 0; i < 3; i++) {
        assertThat(found.calibration().accelOffsetMps2()[i])
            .as("seed %d, axis %d", seed, i).isCloseTo(0.2 * truth[i], within(0.02));
      }
    }
  }

  @Test
  void refusesWithTheReason() {
    SplittableRandom random = new SplittableRandom(7);
    Refused missing = (Refused) FaceCalibration.judge(felt(random, new double[9], 0, 0.0).subList(0, 5));
    assertThat(missing.reason()).isEqualTo(Reason.FACE_MISSING);
    assertThat(missing.text()).contains("5 of 6 faces", "−z", "Lay the sensor still").doesNotContain("\n", "!");

    Refused held = (Refused) FaceCalibration.judge(felt(random, new double[9], 12, 0.3));
    assertThat(held.reason()).isEqualTo(Reason.RESIDUAL_TOO_LARGE);

    List<Vector3D> half = SIX.stream().map(axis -> new Vector3D(0.5 * G, axis)).toList();
    assertThat(((Refused) FaceCalibration.judge(half)).reason()).isEqualTo(Reason.NOT_PLAUSIBLE);
  }

  @Test
  void takesAPoseOnceAndOnlyWhenItLiesStill() {
    StillPoses poses = new StillPoses();
    long nanos = 0;
    for (int turn = 0; turn < 2; turn++) {
      for (Vector3D face : SIX) {
        for (int i = 0; i < 250; i++, nanos += 10_000_000L) {
          double shake = i < 60 ? 2 * Math.sin(i) : 0;
          poses.update(
              new Sample(nanos, G * face.getX() + shake, G * face.getY(), G * face.getZ(), 0, 0, 0, false));
        }
      }
      assertThat(poses.poses()).hasSize(6);
    }
    assertThat(FaceCalibration.missingFaces(poses.poses())).isEmpty();
    for (int i = 0; i < 1000; i++, nanos += 10_000_000L) {
      poses.update(new Sample(nanos, G * 0.7 + Math.sin(i), G * 0.7, 0, 0, 0, 0, false));
    }
    assertThat(poses.poses()).hasSize(6);
  }

  @Test
  void twoCalibrationsOneAfterTheOtherAreOne() {
    Calibration first = new Calibration(
        new double[] {0.1, -0.2, 0.3}, new double[] {1.01, 0.02, 0, 0, 0.99, 0.01, 0, 0, 1.02},
        Calibration.NONE.gyroMatrix());
    Calibration second = new Calibration(
        new double[] {-0.05, 0.04, 0.02}, new double[] {0.98, 0, 0, 0.01, 1, 0, 0, 0, 1.01},
        new double[] {1.01, 0, 0, 0, 1, 0, 0, 0, 1});
    double[] step = new double[3];
    double[] once = new double[3];
    first.accel(1, 2, 9, step);
    second.accel(step[0], step[1], step[2], step);
    first.then(second).accel(1, 2, 9, once);
    assertThat(once).containsExactly(step, within(1e-12));
  }

  /** What an accelerometer with these errors, as shares of usual ones, feels: the six faces and more poses. */
  private static List<Vector3D> felt(SplittableRandom random, double[] errors, int more, double noiseMps2) {
    List<Vector3D> poses = new ArrayList<>();
    for (int i = 0; i < 6 + more; i++) {
      Vector3D up =
          i < 6
              ? SIX.get(i).add(new Vector3D(wobble(random), wobble(random), wobble(random))).normalize()
              : new Vector3D(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)).normalize();
      double x = G * up.getX();
      double y = G * up.getY();
      double z = G * up.getZ();
      double cross = more == 0 ? 0.0 : 0.01;
      poses.add(
          new Vector3D(
              (1 + 0.02 * errors[3]) * x + cross * errors[6] * y + cross * errors[7] * z + 0.2 * errors[0],
              (1 + 0.02 * errors[4]) * y + cross * errors[8] * z + 0.2 * errors[1],
              (1 + 0.02 * errors[5]) * z + 0.2 * errors[2])
              .add(noiseMps2, new Vector3D(wobble(random) * 20, wobble(random) * 20, wobble(random) * 20)));
    }
    return poses;
  }

  private static double wobble(SplittableRandom random) {
    return random.nextDouble(-0.05, 0.05);
  }
}

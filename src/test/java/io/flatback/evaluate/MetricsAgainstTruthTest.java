package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.SharedData;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.recording.CsvRecording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of motion-captured lifts, reckoned once more from the true angles between the same moments. */
class MetricsAgainstTruthTest {

  @ParameterizedTest
  @ValueSource(strings = {"semi-fatigue10-noisy", "semi-flat8-noisy", "stoop-set3-composed-noisy"})
  void areThoseOfTheTrueAngles(String name) throws IOException {
    Path folder = SharedData.folder("mocap-lifts");
    Lift truth = new Lift(TruthTable.read(folder.resolve(name + ".truth.csv")));
    List<Rep> reps =
        Reanalysis.analyze(CsvRecording.of(folder.resolve(name + ".csv")), SessionSettings.UNKNOWN).sets().stream()
            .flatMap(set -> set.reps().stream())
            .toList();

    assertThat(reps).hasSizeGreaterThanOrEqualTo(3).allSatisfy(rep -> {
      double onset = rep.ascentOnsetNanos() * 1e-9;
      double mid = onset + 0.4 * (rep.lockoutNanos() * 1e-9 - onset);
      double lockout = rep.lockoutNanos() * 1e-9;
      assertThat(value(rep, Metric.LUMBAR_FLEXION_GAIN_DEG)).as("gain")
          .isCloseTo(truth.at(truth.flexionDeg, mid) - truth.at(truth.flexionDeg, onset), within(0.4));
      double cameUpDeg = value(rep, Metric.INCLINATION_AT_ONSET_DEG) - value(rep, Metric.INCLINATION_AT_MID_ASCENT_DEG);
      assertThat(cameUpDeg).as("inclination to mid-ascent")
          .isCloseTo(truth.at(truth.trunkDeg, onset) - truth.at(truth.trunkDeg, mid), within(0.6));
      assertThat(value(rep, Metric.EARLY_EXTENSION_RATE_DPS)).as("early rate")
          .isCloseTo((truth.at(truth.trunkDeg, onset) - truth.at(truth.trunkDeg, onset + 0.25)) / 0.25, within(1.5));
      assertThat(value(rep, Metric.HIP_TRUNK_LAG_RATIO)).as("lag").isCloseTo(truth.lag(onset, lockout), within(0.005));
    });
  }

  private static double value(Rep rep, Metric metric) {
    return rep.metrics().get(metric).orElseThrow(() -> new AssertionError(metric.key() + " is missing"));
  }

  private static final class Lift {
    private static final int STEPS = 400;
    private final double[] seconds;
    private final double[] trunkDeg;
    private final double[] pelvisDeg;
    private final double[] flexionDeg;

    Lift(TruthTable table) {
      seconds = table.required("t_s");
      trunkDeg = table.required("true_trunk_pitch_deg");
      pelvisDeg = table.required("true_pelvis_pitch_deg");
      flexionDeg = table.required("true_lumbar_flex_deg");
    }

    double at(double[] angleDeg, double at) {
      int found = Arrays.binarySearch(seconds, at);
      int i = Math.clamp(found >= 0 ? found : -found - 2, 0, seconds.length - 2);
      return angleDeg[i] + (angleDeg[i + 1] - angleDeg[i]) * (at - seconds[i]) / (seconds[i + 1] - seconds[i]);
    }

    double lag(double onset, double lockout) {
      double sum = 0;
      for (int i = 0; i < STEPS; i++) {
        double at = onset + (i + 0.5) / STEPS * (lockout - onset);
        sum += done(pelvisDeg, onset, at, lockout) - done(trunkDeg, onset, at, lockout);
      }
      return sum / STEPS;
    }

    private double done(double[] angleDeg, double onset, double at, double lockout) {
      return (at(angleDeg, onset) - at(angleDeg, at)) / (at(angleDeg, onset) - at(angleDeg, lockout));
    }
  }
}

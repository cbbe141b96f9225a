package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The figures that must hold on recordings that nobody here made. */
class RecordingsTest {
  private static final int ROTATIONS = 1;

  @Test
  void countsEveryRealSetExactlyWithEveryBottomInItsPlace() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (CaseResult result : results("real-lifts")) {
      softly.assertThat(result.followsBackRight()).as("%s follows the back", result.name()).contains(true);
      softly.assertThat(result.lift().counts().map(CountScore::isExact).orElse(true)).as(result.name()).isTrue();
      softly.assertThat(result.lift().liveCounts().map(CountScore::isExact).orElse(true))
          .as("%s live", result.name())
          .isTrue();
      alike(softly, result);
    }
    softly.assertAll();
  }

  @Test
  void countsEveryMocapSetExactlyAndFollowsItsAngles() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (CaseResult result : results("mocap-lifts")) {
      LiftResult lift = result.lift();
      softly.assertThat(lift.counts().map(CountScore::isExact)).as(result.name()).contains(true);
      softly.assertThat(lift.liveCounts().map(CountScore::isExact)).as("%s live", result.name()).contains(true);
      softly.assertThat(lift.timing().of(RepMoment.UPRIGHT).worst()).as(result.name()).isLessThanOrEqualTo(0.3);
      softly.assertThat(lift.lags().decided().worst()).as("%s told late", result.name()).isLessThanOrEqualTo(0.5);
      if (!result.name().startsWith("squat")) {
        follows(softly, result.name(), lift.inclination());
        follows(softly, result.name(), lift.flexion());
      }
      alike(softly, result);
    }
    softly.assertAll();
  }

  private static void follows(SoftAssertions softly, String name, AngleScore score) {
    softly.assertThat(score.rmseDeg()).as(name).isLessThanOrEqualTo(0.8);
    softly.assertThat(score.peaksDeg().worst()).as("%s at its peaks", name).isLessThanOrEqualTo(1.5);
  }

  /** However the sensors are turned, and whenever it is analysed. */
  private static void alike(SoftAssertions softly, CaseResult result) {
    softly.assertThat(result.remounting().otherCounts()).as("%s turned", result.name()).isZero();
    softly.assertThat(result.repeatable()).as("%s twice", result.name()).isTrue();
  }

  @Test
  void findsUpAsWellAsTheReferenceFilter() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (CaseResult result : results("orientation")) {
      Double reference = Bars.REFERENCE_DEG.get(result.name());
      if (reference != null) {
        softly.assertThat(result.orientation().rmseDeg()).as(result.name()).isLessThanOrEqualTo(reference * 1.03);
      }
    }
    softly.assertAll();
    assertThat(Bars.REFERENCE_DEG).hasSize(5);
  }

  private static List<CaseResult> results(String folder) throws IOException {
    List<Callable<CaseResult>> work = new ArrayList<>();
    for (Path path : Evaluation.recordingsIn(SharedData.folder(folder))) {
      work.add(() -> RecordingEvaluation.run(path, ROTATIONS));
    }
    return InParallel.run(work);
  }
}

package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The figures that must hold on recordings that nobody here made. */
class RecordingsTest {
  /** Inclination RMSE of the reference implementation of VQF with its defaults [laidig-2023]. */
  private static final Map<String, Double> REFERENCE_DEG =
      Map.of(
          "02-undisturbed-slow-rotation-B", 0.401,
          "07-undisturbed-fast-rotation-B", 0.672,
          "10-undisturbed-slow-translation-A", 0.287,
          "15-undisturbed-fast-translation-A", 0.416,
          "21-undisturbed-fast-combined", 1.861);

  @Test
  void countsEveryRealSetExactlyWithEveryBottomInItsPlace() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (Path path : Evaluation.recordingsIn(SharedData.folder("real-lifts"))) {
      CaseResult result = Evaluation.run(path);
      softly.assertThat(result.followsBackRight()).as("%s follows the back", result.name()).contains(true);
      result.counts().ifPresent(c -> softly.assertThat(c.isExact()).as("%s %s", result.name(), c).isTrue());
    }
    softly.assertAll();
  }

  @Test
  void countsEveryMocapSetExactlyAndFollowsItsAngles() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (Path path : Evaluation.recordingsIn(SharedData.folder("mocap-lifts"))) {
      CaseResult result = Evaluation.run(path);
      softly.assertThat(result.counts().orElseThrow().isExact()).as("%s %s", result.name(), result.counts()).isTrue();
      if (!result.name().startsWith("squat")) {
        softly.assertThat(result.inclination().orElseThrow().rmseDeg()).as(result.name()).isLessThanOrEqualTo(0.8);
        softly.assertThat(result.flexion().orElseThrow().rmseDeg()).as(result.name()).isLessThanOrEqualTo(0.8);
      }
    }
    softly.assertAll();
  }

  @Test
  void findsUpAsWellAsTheReferenceFilter() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (Path path : Evaluation.recordingsIn(SharedData.folder("orientation"))) {
      CaseResult result = Evaluation.run(path);
      Double reference = REFERENCE_DEG.get(result.name());
      if (reference != null) {
        softly.assertThat(result.orientation().orElseThrow().rmseDeg()).as(result.name())
            .isLessThanOrEqualTo(reference * 1.03);
      }
    }
    softly.assertAll();
    assertThat(REFERENCE_DEG).hasSize(5);
  }
}

package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.SharedData;
import io.flatback.recording.CsvRecording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SessionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Seated people with two sensors, bending and turning: recordings that nobody here made. */
class MovementCheckTest {

  @Test
  void findsEveryBendAndTurnOfSeatedPeopleWithTheirSigns() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    List<Path> recordings = Evaluation.recordingsIn(SharedData.folder("trunk-flexion"));
    assertThat(recordings).isNotEmpty();
    for (Path path : recordings) {
      Path truth = path.resolveSibling(path.getFileName().toString().replace(".csv", ".truth.json"));
      MovementCheck check = MovementCheck.read(truth).orElseThrow();

      Reanalysis.analyze(CsvRecording.of(path), SessionSettings.UNKNOWN, check);

      MovementScore score = check.score();
      softly.assertThat(score.expected().values()).as("%s", path.getFileName()).isNotEmpty().allMatch(n -> n > 0);
      softly.assertThat(score.found()).as("%s", path.getFileName()).isEqualTo(score.expected());
      softly.assertThat(check.signsRight()).as("signs of %s", path.getFileName()).isTrue();
    }
    softly.assertAll();
  }
}

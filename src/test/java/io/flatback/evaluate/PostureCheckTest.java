package io.flatback.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.recording.Recording;
import io.flatback.session.Reanalysis;
import io.flatback.session.SeriesRow;
import io.flatback.session.SessionSettings;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Angles that are turned round, late, off or too large are told so; a constant offset is nobody's error. */
class PostureCheckTest {
  private static double[] times;
  private static double[] angles;
  private static Recording recording;

  @BeforeAll
  static void analyse() throws IOException {
    recording = HeldRecording.of(new SimulatedRecording(Scenarios.of("single"), 3));
    List<SeriesRow> rows = new ArrayList<>();
    Reanalysis.analyze(recording, SessionSettings.UNKNOWN, rows::add);
    times = rows.stream().mapToDouble(row -> row.timeNanos() * 1e-9).toArray();
    angles = rows.stream().mapToDouble(PostureCheckTest::angle).toArray();
  }

  @Test
  void whatIsTheSameButForAnOffsetIsRight() throws IOException {
    AngleScore score = score(Arrays.stream(angles).map(deg -> deg + 7).toArray(), PostureCheckTest::angle);
    assertThat(score.samples()).isEqualTo(times.length);
    assertThat(score.rmseDeg()).isCloseTo(0, within(1e-9));
    assertThat(score.peaksDeg().worst()).isCloseTo(0, within(1e-9));
  }

  @Test
  void aTurnedSignIsSeen() throws IOException {
    AngleScore score = score(angles, row -> -angle(row));
    assertThat(score.rmseDeg()).isGreaterThan(20);
    assertThat(score.peaksDeg().worst()).isGreaterThan(40);
  }

  @Test
  void aGainOfFiveOfAHundredIsSeenAtThePeak() throws IOException {
    AngleScore score = score(angles, row -> 1.05 * angle(row));
    double peak = Arrays.stream(angles).max().orElseThrow();
    assertThat(score.peaksDeg().worst()).isCloseTo(0.05 * peak, within(0.1));
    assertThat(score.worstDeg()).isGreaterThanOrEqualTo(score.peaksDeg().worst());
  }

  @Test
  void whereTheTruthSaysNothingNothingIsScored() throws IOException {
    double[] silent = new double[times.length];
    Arrays.fill(silent, Double.NaN);
    assertThat(score(silent, PostureCheckTest::angle).isEmpty()).isTrue();
  }

  private static AngleScore score(double[] truth, ToDoubleFunction<SeriesRow> found) throws IOException {
    PostureCheck check = PostureCheck.measured(times, truth, found);
    Reanalysis.analyze(recording, SessionSettings.UNKNOWN, check);
    return check.score(List.of(new Span(times[0], times[times.length - 1])));
  }

  private static double angle(SeriesRow row) {
    return row.primary().sagittalInclinationDeg();
  }
}

package io.flatback.session;

import static io.flatback.lift.Metric.LUMBAR_FLEXION_PEAK_DEG;
import static io.flatback.lift.Metric.LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.lift.LiftEvent;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import io.flatback.sim.Attachment;
import io.flatback.sim.Scenario;
import io.flatback.sim.Scenarios;
import io.flatback.sim.SimulatedRecording;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lumbar flexion against the wearer's own calibration bend. */
class OwnBendTest {
  private static final Pattern FOUND = Pattern.compile("the lumbar spine flexed by (\\d+)°");

  @Test
  void isTheShareOfWhatTheGuidedCalibrationFound() throws IOException {
    SessionResult result = analyzed(Scenarios.of("guided-calibration-two-sensors"));
    double bendDeg = result.mounting().notes().stream().map(FOUND::matcher).filter(Matcher::find)
        .mapToDouble(match -> Double.parseDouble(match.group(1))).findFirst().orElseThrow();

    assertThat(reps(result)).hasSize(8).allSatisfy(rep -> {
      double peakDeg = rep.metrics().get(LUMBAR_FLEXION_PEAK_DEG).orElseThrow();
      assertThat(peakDeg / rep.metrics().get(LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO).orElseThrow())
          .isCloseTo(bendDeg, within(0.5));
    });
  }

  @Test
  void isNotToldAfterASensorHasMoved() throws IOException {
    Scenario usual = Scenarios.of("guided-calibration-two-sensors");
    Attachment slides = new Attachment.Slipping(0.3, 24, 14, 5);

    SessionResult result = analyzed(usual.withSensors(usual.sensors().withAttachment(slides)));

    assertThat(result.mounting().notes()).anyMatch(note -> note.contains("calibrate again after moving a sensor"));
    assertThat(reps(result).getLast().metrics().get(LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO)).isEmpty();
  }

  @Test
  void isNotToldWithoutACalibrationOrOfAlmostNoBendOrOfOneSensor() {
    assertThat(ratio(Math.toRadians(50), Map.of(LUMBAR_FLEXION_PEAK_DEG, 40.0))).hasValueCloseTo(0.8, within(1e-9));
    assertThat(ratio(Math.toRadians(40), Map.of(LUMBAR_FLEXION_PEAK_DEG, 44.0))).hasValueCloseTo(1.1, within(1e-9));
    assertThat(ratio(Double.NaN, Map.of(LUMBAR_FLEXION_PEAK_DEG, 40.0))).isEmpty();
    assertThat(ratio(Math.toRadians(3), Map.of(LUMBAR_FLEXION_PEAK_DEG, 40.0))).isEmpty();
    assertThat(ratio(Math.toRadians(50), Map.of(Metric.INCLINATION_PEAK_DEG, 40.0))).isEmpty();
  }

  private static OptionalDouble ratio(double bendRad, Map<Metric, Double> metrics) {
    Rep rep = new Rep(1, 0, 1, 2, 3, 4, 5, Set.of(), new RepMetrics(metrics));
    LiftEvent told = new OwnBend(at -> bendRad).of(new LiftEvent.Completed(6, rep, 0.5));
    return ((LiftEvent.Completed) told).rep().metrics().get(LUMBAR_FLEXION_PEAK_OF_OWN_BEND_RATIO);
  }

  private static SessionResult analyzed(Scenario scenario) throws IOException {
    return Reanalysis.analyze(new SimulatedRecording(scenario, 31), SessionSettings.UNKNOWN);
  }

  private static List<Rep> reps(SessionResult result) {
    return result.sets().stream().flatMap(set -> set.reps().stream()).toList();
  }
}

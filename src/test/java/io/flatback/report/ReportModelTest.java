package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.Level;
import io.flatback.form.NoiseBand;
import io.flatback.form.compare.Loads;
import io.flatback.lift.Metric;
import io.flatback.lift.RepQuality;
import io.flatback.session.WorkSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportModelTest {
  @Test
  void givesThreeNumbersWithTheirUncertainty() {
    List<KeyNumber> numbers = Sessions.model(Sessions.fatigue()).keyNumbers();
    assertThat(numbers).hasSize(3);
    assertThat(numbers.get(0).value()).isEqualTo("19");
    assertThat(numbers.get(1).value()).isEqualTo("+9°");
    assertThat(numbers.get(1).plusMinus()).isEqualTo("± 6°");
    assertThat(numbers.get(2).value()).isEqualTo("+42 %");
    assertThat(numbers.get(2).plusMinus()).isEqualTo("± 18 %");
  }

  @Test
  void tellsAChangeThatIsNoChanceFromOneThatIsWatched() {
    WorkSet set =
        new SetBuilder(1, 0).pulls(.80, .80, .80, .80, .98, .98).onsets(40, 40, 40, 40, 40, 40).build();
    List<KeyNumber> numbers = Sessions.model(Sessions.oneSensor(40, set)).keyNumbers();
    assertThat(numbers.get(1).note()).endsWith("; inside what chance explains");
    assertThat(numbers.get(2).value()).isEqualTo("+22 %");
    assertThat(numbers.get(2).note()).endsWith("; more than chance explains, not enough for a watch");
    assertThat(Sessions.model(Sessions.fatigue()).keyNumbers().get(2).note()).endsWith("your fastest early rep");
  }

  @Test
  void saysWhyANumberIsMissing() {
    List<KeyNumber> numbers = Sessions.model(Sessions.loose()).keyNumbers();
    assertThat(numbers.get(1).value()).isNull();
    assertThat(numbers.get(1).note()).isEqualTo("the sensor did not follow your back");
  }

  @Test
  void tracesAWarningBackToTheFirstRepOfItsRun() {
    SetReport set = Sessions.model(Sessions.fatigue()).sets().get(2);
    assertThat(set.firstOutside()).hasValue(4);
    assertThat(set.reps().stream().map(RepLine::state))
        .containsExactly(
            RepState.HELD, RepState.HELD, RepState.HELD, RepState.WATCH, RepState.WATCH, RepState.WATCH,
            RepState.WATCH);
  }

  @Test
  void callsALoneRepOutsideItsBandNeitherWatchNorWarn() {
    WorkSet set = new SetBuilder(1, 0).pulls(.8, .8, .8, .8, .8, .8).onsets(40, 40, 40, 55, 40, 40).build();
    SetReport report = Sessions.model(Sessions.oneSensor(40, set)).sets().getFirst();
    assertThat(report.reps()).allMatch(line -> line.state() == RepState.HELD);
    assertThat(report.firstOutside()).isEmpty();
  }

  @Test
  void keepsARepThatIsNotCleanOutOfARunAndItsMean() {
    WorkSet set =
        new SetBuilder(1, 0)
            .pulls(.8, .8, .8, .8, .8, .8, .8)
            .onsets(40, 40, 40, 50, 90, 50, 50)
            .quality(5, RepQuality.CLIPPED)
            .warning(7, Level.WATCH, Metric.INCLINATION_AT_ONSET_DEG, 40, 50, 7, "Forward.", "weir-2005")
            .build();
    SetReport report = Sessions.model(Sessions.oneSensor(40, set)).sets().getFirst();
    assertThat(report.departures().getFirst().firstRep()).isEqualTo(4);
    assertThat(report.departures().getFirst().meanChange()).isEqualTo(10);
    assertThat(report.reps().get(4).state()).isEqualTo(RepState.UNSURE);
  }

  @Test
  void comparesLaterSetsWithTheFirstOfTheSameExercise() {
    List<BetweenSets> comparisons = Sessions.model(Sessions.fatigue()).betweenSets();
    assertThat(comparisons).allMatch(one -> one.fromSet().index() == 1).hasSize(6);
    BetweenSets posture = comparisons.get(1);
    assertThat(posture.metric()).isEqualTo(Metric.INCLINATION_AT_ONSET_DEG);
    assertThat(posture.change()).isCloseTo(5.8, within(0.1));
    assertThat(posture.plusMinus().orElseThrow()).isCloseTo(1.96 * 3 * Math.sqrt(1 / 6.0 + 1 / 7.0), within(1e-9));
    assertThat(posture.beyondNoise()).isTrue();
    assertThat(posture.loads()).isEqualTo(Loads.SAME);
    assertThat(Sessions.model(Sessions.twoSensors()).betweenSets()).allMatch(one -> one.loads() == Loads.DIFFERENT);
  }

  @Test
  void doesNotCompareDifferentExercises() {
    WorkSet one = new SetBuilder(1, 0).pulls(.8, .8, .8).onsets(40, 40, 40).build();
    WorkSet other =
        new SetBuilder(2, 40).pulls(.8, .8, .8).onsets(60, 60, 60).exercise("squat", false).build();
    assertThat(Sessions.model(Sessions.oneSensor(80, one, other)).betweenSets()).isEmpty();
  }

  @Test
  void namesWhatIsMissingOnceWithItsReason() {
    List<NotMeasured> missing = Sessions.model(Sessions.accelerometerOnly()).notMeasured();
    assertThat(missing).extracting(NotMeasured::what)
        .containsExactly(
            "How far the lower back itself bends", "Back extension rate in the first 0.25 s", "Twist within the rep",
            "Smoothness (SPARC)", "Smoothness (LDLJ)");
    assertThat(missing.get(1).reason()).startsWith("needs a gyroscope");
    assertThat(Sessions.model(Sessions.twoSensors()).notMeasured()).isEmpty();
  }

  @Test
  void citesTheSourceOfEveryWarning() {
    ReportModel model = Sessions.model(Sessions.fatigue());
    assertThat(model.sources()).extracting(CitedSource::key).startsWith("own-inclination-gate", "sanchez-medina-2011");
    assertThat(model.sources().get(0).citation()).isEqualTo("not in this version's catalogue");
    assertThat(model.sources().get(1).link()).startsWith("https://doi.org/");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void readsTheSizeOfTheReferenceBackFromItsBand(int reps) {
    double reach = 1.96 * 0.05 * Math.sqrt(1 + 1.0 / reps);
    NoiseBand angle = new NoiseBand(Metric.INCLINATION_AT_ONSET_DEG, 40, 40 - reach, 40 + reach, 0.05, 0);
    NoiseBand loss =
        new NoiseBand(
            Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 0.02, 1 - 0.98 / Math.exp(-reach), 1 - 0.98 / Math.exp(reach),
            0.05, 0);
    assertThat(Uncertainty.referenceReps(angle)).isEqualTo(reps);
    assertThat(Uncertainty.referenceReps(loss)).isEqualTo(reps);
    assertThat(Uncertainty.ofChange(angle, 1)).isCloseTo(reach, within(1e-9));
  }

  @Test
  void agreesWithTheBandsOfTheFormRoom() {
    SetReport set = Sessions.model(Sessions.judgedByForm(true)).sets().getFirst();
    NoiseBand band = set.band(Metric.LUMBAR_FLEXION_AT_ONSET_DEG).orElseThrow();
    assertThat(Uncertainty.ofChange(band, 1)).isCloseTo((band.high() - band.low()) / 2, within(1e-9));
    assertThat(set.departures()).isNotEmpty();
    assertThat(set.departures().getFirst().level()).isEqualTo(Level.WARN);
  }
}

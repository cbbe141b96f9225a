package io.flatback.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.Level;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static Headline of(SessionResult result) {
    return Sessions.model(result).headline();
  }

  @Test
  void namesTheFirstMomentAtWhichFormLeftItsBand() {
    Headline headline = of(Sessions.fatigue());
    assertThat(headline.tone()).isEqualTo(Headline.Tone.WATCH);
    assertThat(headline.sentence())
        .isEqualTo(
            "Form held through set 2; from set 3, rep 4 on, your back was 9° ± 5° further forward at the start of"
                + " the pull.");
    assertThat(headline.more())
        .containsExactly(
            "Also from set 3, rep 5 on, your pulls took 34 % ± 16 % longer than your fastest early rep.");
  }

  @Test
  void speaksOfTheBackItselfOnlyWithTwoSensors() {
    Headline headline = of(Sessions.twoSensors());
    assertThat(headline.tone()).isEqualTo(Headline.Tone.WARN);
    assertThat(headline.sentence())
        .isEqualTo(
            "Form held through set 1; from set 2, rep 4 on, your lower back was bent 10° ± 4° more at the start of"
                + " the pull.");
  }

  @Test
  void leavesTheSetOutWhereThereIsOnlyOne() {
    assertThat(of(Sessions.single()).sentence())
        .isEqualTo("Form held through rep 6; from rep 7 on, your reps took 28 % ± 16 % longer than your fastest early"
            + " rep.");
  }

  @Test
  void saysWhatHeld() {
    assertThat(of(Sessions.clean()).sentence()).isEqualTo("Form held through all 2 sets, 10 reps.");
    assertThat(of(Sessions.clean()).tone()).isEqualTo(Headline.Tone.HELD);
    assertThat(of(Sessions.gap()).sentence())
        .isEqualTo("Form held through the 5 reps that could be judged; 1 could not be.");
  }

  @Test
  void claimsNothingOfASetThatCouldNotBeJudged() {
    WorkSet two = new SetBuilder(1, 0).pulls(.8, .8).onsets(40, 41).build();
    assertThat(of(Sessions.oneSensor(10, two)).sentence())
        .isEqualTo("2 reps were counted; too few with a clean signal to say whether form changed.");
    WorkSet changed =
        new SetBuilder(2, 30)
            .pulls(.8, .8, .8, 1.12, 1.12)
            .onsets(40, 41, 40, 41, 40)
            .warning(5, Level.WATCH, Metric.VELOCITY_LOSS_BY_DURATION_RATIO, 0, .29, .2, "Longer.", "weir-2005")
            .build();
    assertThat(of(Sessions.oneSensor(60, two, changed)).sentence())
        .startsWith("From set 2, rep 4 on, your pulls took 40 %");
  }

  @Test
  void callsThreeRepsTooFewThoughTheyHaveABand() {
    WorkSet triple = new SetBuilder(1, 0).pulls(.8, .8, .8).onsets(40, 41, 40).build();
    assertThat(triple.bands()).isNotEmpty();
    assertThat(of(Sessions.oneSensor(10, triple)).tone()).isEqualTo(Headline.Tone.UNSURE);
  }

  @Test
  void saysWhyNothingIsJudgedAndWhatToDo() {
    Headline loose = of(Sessions.loose());
    assertThat(loose.tone()).isEqualTo(Headline.Tone.UNSURE);
    assertThat(loose.sentence())
        .isEqualTo("5 reps were counted; the sensor did not follow your back, so form is not judged.");
    assertThat(loose.more()).hasSize(1);
  }

  @Test
  void saysWhyNothingWasCounted() {
    assertThat(of(Sessions.oneHertz()).sentence())
        .isEqualTo("No reps were counted: the sensor sent 1.0 readings a second, and counting needs at least 10.");
    assertThat(of(Sessions.nothing()).sentence()).isEqualTo("No reps were found in 31.0 s of recording.");
    assertThat(of(Sessions.nothing()).more().getFirst()).startsWith("2 movements were looked at and not counted");
    assertThat(of(Sessions.empty()).tone()).isEqualTo(Headline.Tone.EMPTY);
  }

  @Test
  void putsPostureBeforeTempoWhereBothBeginWithTheSameRep() {
    assertThat(of(Sessions.judgedByForm(false)).sentence()).contains("from rep 5 on, your back was");
    assertThat(of(Sessions.judgedByForm(false)).more().getFirst()).startsWith("Also from rep 5 on, your pulls took");
  }

  @Test
  void saysWhereAChangeEndedAgain() {
    WorkSet set =
        new SetBuilder(1, 0)
            .pulls(.8, .8, .8, .8, .8, .8, .8)
            .onsets(40, 40, 40, 50, 50, 41, 40)
            .warning(5, Level.WATCH, Metric.INCLINATION_AT_ONSET_DEG, 40, 50, 7, "Forward.", "weir-2005")
            .build();
    assertThat(of(Sessions.oneSensor(60, set)).sentence())
        .isEqualTo("Form held through rep 3; in reps 4 to 5, your back was 10° ± 6° further forward at the start of"
            + " the pull.");
  }

  @Test
  void neverCallsALoneTrendAChangeOfForm() {
    WorkSet set =
        new SetBuilder(1, 0)
            .pulls(.8, .8, .8, .8, .8)
            .onsets(40, 41, 42, 43, 44)
            .drift(Metric.INCLINATION_AT_ONSET_DEG, 1, 4, 0.008, true)
            .build();
    Headline headline = of(Sessions.oneSensor(60, set));
    assertThat(headline.tone()).isEqualTo(Headline.Tone.HELD);
    assertThat(headline.more())
        .containsExactly(
            "No change reached a limit, but over set 1 back angle at the start of the ascent went +4.0° (+1.0° a rep,"
                + " p = 0.008).");
  }
}

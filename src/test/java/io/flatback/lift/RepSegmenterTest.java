package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.signal.Gap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rep finder on inclinations drawn by hand: each rule of what a rep is, one by one. */
class RepSegmenterTest {

  @ParameterizedTest
  @ValueSource(ints = {25, 100, 400})
  void countsHingesAtAnySampleRate(int hz) {
    Drawn lifter = new Drawn(hz).stand(2);
    for (int i = 0; i < 5; i++) {
      lifter.hinge(50, 2.4).stand(1);
    }

    assertThat(lifter.reps()).hasSize(5);
    assertThat(lifter.rejected()).isEmpty();
  }

  @Test
  void putsTheEventsOfARepWhereTheContractSaysTheyAre() {
    Rep rep = new Drawn(100).stand(2).to(60, 1.0).hold(0.5).to(0, 1.0).stand(1).reps().getFirst();

    assertThat(rep.startNanos() * 1e-9).as("leaves the 5° band").isCloseTo(2.0 + raised(5, 60), within(0.03));
    assertThat(rep.bottomNanos() * 1e-9).as("middle of the bottom").isCloseTo(3.25, within(0.1));
    assertThat(rep.ascentOnsetNanos() * 1e-9).as("rises for good").isBetween(3.45, 3.7);
    assertThat(rep.uprightNanos() * 1e-9).as("back inside the band").isCloseTo(4.5 - raised(5, 60), within(0.03));
    assertThat(rep.lockoutNanos() * 1e-9).as("and slower than 20 °/s").isCloseTo(4.5 - slower(20, 60), within(0.03));
    assertThat(rep.metrics().get(Metric.INCLINATION_PEAK_DEG).orElseThrow()).isCloseTo(60, within(0.1));
    assertThat(rep.metrics().get(Metric.ECCENTRIC_DURATION_S)).isPresent();
  }

  @Test
  void takesALongPauseAtTheBottomForOneRep() {
    assertThat(new Drawn(100).stand(2).to(50, 1).hold(6).to(0, 1).stand(1).reps()).hasSize(1);
  }

  @Test
  void countsTouchAndGoWithoutAnyPauseAtTheTop() {
    Drawn lifter = new Drawn(100).stand(2);
    for (int i = 0; i < 4; i++) {
      lifter.to(50, 0.7).to(1, 0.7);
    }

    assertThat(lifter.stand(1).reps()).hasSize(4);
  }

  @Test
  void countsTheAscentOfALifterWhoBeginsAtTheBar() {
    List<Rep> reps = new Drawn(100).from(55).hold(3).to(0, 1).stand(1).hinge(55, 2).stand(1).reps();

    assertThat(reps).hasSize(2);
    assertThat(reps.getFirst().startNanos()).isZero();
    assertThat(reps.getFirst().metrics().get(Metric.ECCENTRIC_DURATION_S)).as("not seen, so not known").isEmpty();
  }

  @Test
  void turnsDownAPutDownThatNeverComesUpAgain() {
    Drawn lifter = new Drawn(100).stand(2).hinge(50, 2).stand(1).to(50, 1).hold(2).end();

    assertThat(lifter.reps()).hasSize(1);
    assertThat(lifter.rejected()).extracting(RejectedCandidate::reason)
        .containsExactly(RejectedCandidate.Reason.NO_LOCKOUT);
  }

  @Test
  void doesNotCountARepThatFailsHalfWay() {
    Drawn lifter = new Drawn(100).stand(2).hinge(50, 2).stand(1).to(50, 1).to(25, 1).to(50, 1).hold(1).end();

    assertThat(lifter.reps()).hasSize(1);
  }

  @Test
  void keepsASquatWhole_inWhichThePelvisTucksUnderAtTheBottom() {
    Drawn caught = new Drawn(100).stand(2).to(30, 0.6);
    caught.push = 3.0;
    caught.to(6, 0.3).to(28, 0.3);
    caught.push = 0.0;
    assertThat(caught.to(0, 0.6).stand(1).reps()).as("pushed up at the turn: its bottom").hasSize(1);

    Drawn free = new Drawn(100).stand(2).to(30, 0.6).to(4, 0.3).to(28, 0.3).to(0, 0.6).stand(1);
    assertThat(free.reps()).as("the same without a push: two quick reps").hasSize(2);
  }

  /** Scale errors of 3 % and offsets of 50 mg are within what makers allow; together they make 0.8 m/s². */
  @ParameterizedTest
  @ValueSource(doubles = {-1.0, 0.8, 1.1})
  void countsThroughAnAccelerometerThatIsOff(double offMps2) {
    Drawn right = fiveReps(0.0);
    Drawn off = fiveReps(offMps2);

    assertThat(off.reps()).extracting(Rep::lockoutNanos)
        .hasSize(5)
        .isEqualTo(right.reps().stream().map(Rep::lockoutNanos).toList());
  }

  private static Drawn fiveReps(double offMps2) {
    Drawn lifter = new Drawn(100);
    lifter.push = offMps2;
    lifter.stand(4);
    for (int i = 0; i < 5; i++) {
      lifter.hinge(50, 2.4).stand(1);
    }
    return lifter;
  }

  @Test
  void numbersAMovementAfterTheOneThatStillWaits() {
    List<Integer> shown = new ArrayList<>();
    Drawn lifter = new Drawn(100).stand(2);
    lifter.shown = shown;
    lifter.lateral = 8;
    lifter.to(50, 1).hold(5).to(0, 1).stand(1);
    lifter.lateral = 0;
    lifter.hinge(52, 2.4).stand(1);

    assertThat(shown).containsExactly(1, 2);
  }

  @Test
  void goesOnCountingWhenTheStandingPostureDrifts() {
    Drawn lifter = new Drawn(100).stand(2);
    for (int i = 0; i < 8; i++) {
      lifter.to(50 + 2 * i, 1).to(2 * i, 1).hold(1);
    }

    assertThat(lifter.reps()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 14, 18, 25})
  void goesOnCountingWhereASensorHasSlippedBetweenSets(double slipDeg) {
    Drawn lifter = new Drawn(100).stand(2).hinge(50, 2).stand(1).hinge(50, 2).stand(8);
    lifter.to(slipDeg, 0.3).hold(9);
    for (int i = 0; i < 3; i++) {
      lifter.to(slipDeg + 50, 1).to(slipDeg, 1).hold(1);
    }

    assertThat(lifter.reps()).hasSize(5);
    assertThat(lifter.rejected()).isEmpty();
  }

  @Test
  void takesNoStandingBentOverForAnother() {
    Drawn resting = new Drawn(100).stand(2).hinge(60, 2).stand(1).hinge(60, 2).stand(1);
    resting.to(48, 1).hold(8).to(75, 1).to(48, 1).hold(6).to(0, 1).stand(1);
    assertThat(resting.reps()).as("hands on the knees, a reach to the floor, up again").hasSize(3);
    Rep reach = resting.reps().getLast();
    assertThat(reach.endNanos() - reach.startNanos()).as("one movement").isGreaterThan(15_000_000_000L);

    Drawn leaning = new Drawn(100).stand(2).hinge(60, 2).stand(1);
    leaning.to(20, 1).hold(6).to(0, 1).stand(1).hinge(60, 2).stand(1);
    assertThat(leaning.reps()).as("a lean in between is no new standing").hasSize(2);
  }

  @Test
  void turnsDownWhatIsTooSmallBesideTheOthers() {
    Drawn lifter = new Drawn(100).stand(2).hinge(60, 2).stand(1).hinge(60, 2).stand(1).hinge(20, 2).stand(1);

    assertThat(lifter.reps()).hasSize(2);
    assertThat(lifter.rejected()).extracting(RejectedCandidate::reason)
        .containsExactly(RejectedCandidate.Reason.TOO_SMALL);
  }

  @Test
  void marksAPartialRepAndAShortGapAndRefusesALongOne() {
    Drawn lifter = new Drawn(100).stand(2).hinge(60, 2).stand(1).hinge(60, 2).stand(1).hinge(33, 2).stand(1);
    assertThat(lifter.reps().getLast().quality()).containsExactly(RepQuality.PARTIAL);

    Drawn blink = new Drawn(100).stand(2).to(50, 1).gap(0.4).to(0, 1).stand(1);
    assertThat(blink.reps().getFirst().quality()).containsExactly(RepQuality.GAP);

    Drawn bottomUnseen = new Drawn(100).stand(2).to(50, 1).gap(3).to(0, 1).stand(1);
    assertThat(bottomUnseen.reps()).as("its ascent was seen").hasSize(1);

    Drawn ascentUnseen = new Drawn(100).stand(2).to(50, 1).gap(3).jump(0).stand(1);
    assertThat(ascentUnseen.reps()).isEmpty();
    assertThat(ascentUnseen.rejected()).extracting(RejectedCandidate::reason)
        .containsExactly(RejectedCandidate.Reason.GAP);
  }

  @Test
  void decidesWithinHalfASecondOfLockout() {
    Drawn lifter = new Drawn(100).stand(2).hinge(50, 2).stand(1);

    long lag = lifter.completed.getFirst().timeNanos() - lifter.reps().getFirst().lockoutNanos();

    assertThat(lag * 1e-9).isBetween(0.2, 0.5);
  }

  @Test
  void doesWhatTheUserCorrectedByHand() {
    Rep second = threeReps(List.of()).reps().get(1);
    long bottom = second.bottomNanos();
    long lastBottom = threeReps(List.of()).reps().get(2).bottomNanos();

    Drawn deleted = threeReps(List.of(new RepEdit(RepEdit.Kind.DELETE, bottom - 1000, bottom + 1000)));
    assertThat(deleted.reps()).hasSize(2);
    assertThat(deleted.rejected()).extracting(RejectedCandidate::reason)
        .containsExactly(RejectedCandidate.Reason.DELETED_BY_USER);

    Drawn merged = threeReps(List.of(new RepEdit(RepEdit.Kind.MERGE, bottom - 1000, lastBottom + 1000)));
    assertThat(merged.reps()).hasSize(2);
    assertThat(merged.reps().get(1).startNanos()).isEqualTo(second.startNanos());

    Drawn split = threeReps(List.of(new RepEdit(RepEdit.Kind.SPLIT, bottom, bottom)));
    assertThat(split.reps()).hasSize(4);
    assertThat(split.reps()).extracting(Rep::index).containsExactly(1, 2, 3, 4);

    Drawn small = new Drawn(100, List.of(new RepEdit(RepEdit.Kind.CONFIRM, 8_500_000_000L, 9_000_000_000L)));
    small.stand(2).hinge(60, 2).stand(1).hinge(60, 2).stand(1).hinge(20, 2).stand(1);
    assertThat(small.reps()).hasSize(3);
  }

  private static Drawn threeReps(List<RepEdit> edits) {
    return new Drawn(100, edits).stand(2).hinge(50, 2).stand(1).hinge(50, 2).stand(1).hinge(50, 2).stand(1);
  }

  /** Seconds that a raised cosine over one second to {@code full} needs to reach {@code deg}. */
  private static double raised(double deg, double full) {
    return Math.acos(1 - 2 * deg / full) / Math.PI;
  }

  /** Seconds before the end of a raised cosine over one second from {@code full} at which it falls below the rate. */
  private static double slower(double dps, double full) {
    return Math.asin(dps / (0.5 * Math.PI * full)) / Math.PI;
  }

  /** A lifter whose inclination is drawn by hand; every way is a raised cosine. */
  private static final class Drawn {
    private final RepSegmenter segmenter;
    private final double stepSeconds;
    private final LiftFrame frame = new LiftFrame();
    private final List<LiftEvent.Completed> completed = new ArrayList<>();
    private final List<RejectedCandidate> rejected = new ArrayList<>();
    private double seconds;
    private double deg;
    /** Upward acceleration, m/s². */
    private double push;
    /** How far it leans aside when fully bent. */
    private double lateral;
    private List<Integer> shown = new ArrayList<>();

    Drawn(int hz) {
      this(hz, List.of());
    }

    Drawn(int hz, List<RepEdit> edits) {
      this.stepSeconds = 1.0 / hz;
      this.segmenter = new RepSegmenter(ExerciseProfiles.of("deadlift"), edits);
    }

    Drawn from(double startDeg) {
      deg = startDeg;
      return this;
    }

    Drawn stand(double forSeconds) {
      return hold(forSeconds);
    }

    Drawn hinge(double peakDeg, double forSeconds) {
      return to(peakDeg, forSeconds / 2).to(0, forSeconds / 2);
    }

    Drawn hold(double forSeconds) {
      return to(deg, forSeconds);
    }

    Drawn gap(double forSeconds) {
      long from = (long) (seconds * 1e9);
      seconds += forSeconds;
      segmenter.skip(new Gap(from, (long) (seconds * 1e9), Gap.Reason.HOLE, 0));
      return this;
    }

    /** Elsewhere, without a way there. */
    Drawn jump(double toDeg) {
      deg = toDeg;
      return this;
    }

    Drawn to(double targetDeg, double overSeconds) {
      double fromDeg = deg;
      int steps = (int) Math.round(overSeconds / stepSeconds);
      for (int i = 1; i <= steps; i++) {
        double next = fromDeg + (targetDeg - fromDeg) * 0.5 * (1 - Math.cos(Math.PI * i / steps));
        frame.sagittalRateDps = (next - deg) / stepSeconds;
        deg = next;
        frame.timeNanos = Math.round(seconds * 1e9);
        frame.inclinationDeg = deg;
        frame.verticalAccelMps2 = push;
        frame.lateralDeg = lateral * deg / 50;
        frame.lumbarFlexionDeg = Double.NaN;
        take(segmenter.update(frame));
        seconds += stepSeconds;
      }
      return this;
    }

    Drawn end() {
      take(segmenter.finish());
      return this;
    }

    private void take(List<LiftEvent> events) {
      for (LiftEvent event : events) {
        switch (event) {
          case LiftEvent.Completed c -> completed.add(c);
          case LiftEvent.Rejected r -> rejected.add(r.candidate());
          case LiftEvent.Started s -> assertThat(s.timeNanos()).isNotNegative();
          case LiftEvent.Provisional p -> shown.add(p.rep().index());
        }
      }
    }

    List<Rep> reps() {
      return completed.stream().map(LiftEvent.Completed::rep).toList();
    }

    List<RejectedCandidate> rejected() {
      return rejected;
    }
  }
}

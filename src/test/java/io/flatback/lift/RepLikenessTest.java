package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Movements that come down and up like a lift and are none, and lifts that look a little like one of them. */
class RepLikenessTest {

  @Test
  void countsAPlainHinge() {
    assertThat(lifter().move(50, 2.4).rest(1).counted()).isEqualTo(1);
  }

  @Test
  void turnsDownATwistThatTipsForwardAsItTurns() {
    Lifter lifter = lifter();
    lifter.turnDeg = s -> 40 * s;

    assertThat(lifter.move(30, 2).rest(1).turnedDown()).containsExactly(RejectedCandidate.Reason.NOT_HINGE);
  }

  @Test
  void countsAHeavyRepThatTurnsALittle() {
    Lifter lifter = lifter();
    lifter.turnDeg = s -> 10 * s;

    assertThat(lifter.move(50, 3).rest(1).counted()).isEqualTo(1);
  }

  @Test
  void turnsDownReachingDownToOneSide() {
    Lifter lifter = lifter();
    lifter.lateralDeg = s -> 35 * s;

    assertThat(lifter.move(60, 2).rest(1).finished().turnedDown()).containsExactly(RejectedCandidate.Reason.NOT_HINGE);
  }

  @Test
  void turnsDownAJump() {
    Lifter lifter = lifter();
    lifter.verticalMps2 = s -> s > 0.5 && s < 0.9 ? -9.8 : 2.0;

    assertThat(lifter.move(30, 1).rest(1).turnedDown()).containsExactly(RejectedCandidate.Reason.NOT_HINGE);
  }

  @Test
  void turnsDownSittingDown() {
    assertThat(lifter().moveAndSink(40, 2.4, 0.45).rest(1).turnedDown())
        .containsExactly(RejectedCandidate.Reason.NOT_HINGE);
    assertThat(lifter().moveAndSink(40, 2.4, 0.1).rest(1).counted()).as("an error of the height").isEqualTo(1);
  }

  @Test
  void turnsDownLoadingAPlate_bentAndTurnedAsideForLong() {
    Lifter lifter = lifter();
    lifter.lateralDeg = s -> s > 0.99 ? 7 : 7 * s;
    lifter.turnDeg = s -> s > 0.99 ? -11 : -11 * s;

    assertThat(lifter.moveAndStay(68, 2.4, 5).rest(4).finished().counted()).isZero();
  }

  @Test
  void countsLongPausesThatAreAlike_howeverTheLifterShiftsAside() {
    Lifter lifter = lifter();
    lifter.lateralDeg = s -> 6 * s;
    lifter.turnDeg = s -> 5 * s;
    for (int i = 0; i < 4; i++) {
      lifter.moveAndStay(50, 2.4, 5.0 + 0.3 * i).rest(3);
    }
    assertThat(lifter.finished().counted()).isEqualTo(4);

    Lifter toBothSides = lifter();
    for (double side : new double[] {1, -1, 1, -1}) {
      toBothSides.lateralDeg = s -> 6 * side * s;
      toBothSides.turnDeg = s -> 5 * side * s;
      toBothSides.moveAndStay(50, 2.4, 5).rest(3);
    }
    assertThat(toBothSides.finished().counted()).as("loads a plate at each end").isZero();
  }

  @Test
  void waitsWithADoubtfulFirstRepForTheCompanyOfTheNext() {
    Lifter lifter = lifter();
    lifter.lateralDeg = s -> 6 * s;
    lifter.moveAndStay(50, 2.4, 5).rest(2);
    assertThat(lifter.counted()).as("seen by itself").isZero();
    assertThat(lifter.turnedDown()).isEmpty();

    lifter.lateralDeg = s -> 0;
    lifter.move(52, 2.4).rest(1);
    assertThat(lifter.counted()).as("beside one like it").isEqualTo(2);
    assertThat(lifter.indices()).containsExactly(1, 2);
  }

  @Test
  void turnsDownTheDoubtfulOneThatStaysAlone() {
    Lifter lifter = lifter();
    lifter.lateralDeg = s -> 6 * s;

    assertThat(lifter.moveAndStay(50, 2.4, 5).rest(2).finished().turnedDown())
        .containsExactly(RejectedCandidate.Reason.NOT_HINGE);
  }

  private static Lifter lifter() {
    return new Lifter().rest(2);
  }

  /** Down and up along raised cosines; what else moves is told as a function of the depth, 0 to 1. */
  private static final class Lifter {
    private static final double STEP_SECONDS = 0.01;

    private final RepSegmenter segmenter = new RepSegmenter(ExerciseProfiles.of("deadlift"), List.of());
    private final LiftFrame frame = new LiftFrame();
    private final List<Integer> indices = new ArrayList<>();
    private final List<RejectedCandidate.Reason> turnedDown = new ArrayList<>();
    private DoubleUnaryOperator turnDeg = s -> 0;
    private DoubleUnaryOperator lateralDeg = s -> 0;
    private DoubleUnaryOperator verticalMps2 = s -> 0;
    private double sinkMps2;
    private double seconds;
    private double lastDeg;
    private double lastTurnDeg;

    Lifter move(double peakDeg, double forSeconds) {
      return moveAndStay(peakDeg, forSeconds, 0);
    }

    Lifter moveAndStay(double peakDeg, double forSeconds, double staySeconds) {
      go(peakDeg, forSeconds / 2, t -> 0.5 * (1 - Math.cos(Math.PI * t)));
      go(peakDeg, staySeconds, t -> 1);
      return go(peakDeg, forSeconds / 2, t -> 0.5 * (1 + Math.cos(Math.PI * t)));
    }

    /** Ends lower than it began. */
    Lifter moveAndSink(double peakDeg, double forSeconds, double byM) {
      double pushMps2 = 4 * byM / (forSeconds * forSeconds);
      sinkMps2 = -pushMps2;
      go(peakDeg, forSeconds / 2, t -> 0.5 * (1 - Math.cos(Math.PI * t)));
      sinkMps2 = pushMps2;
      go(peakDeg, forSeconds / 2, t -> 0.5 * (1 + Math.cos(Math.PI * t)));
      sinkMps2 = 0;
      return this;
    }

    Lifter rest(double forSeconds) {
      return go(0, forSeconds, t -> 0);
    }

    private Lifter go(double peakDeg, double overSeconds, DoubleUnaryOperator depthAt) {
      int steps = (int) Math.round(overSeconds / STEP_SECONDS);
      for (int i = 1; i <= steps; i++) {
        double depth = depthAt.applyAsDouble((double) i / steps);
        frame.timeNanos = Math.round(seconds * 1e9);
        frame.inclinationDeg = peakDeg * depth;
        frame.lateralDeg = lateralDeg.applyAsDouble(depth);
        frame.sagittalRateDps = (frame.inclinationDeg - lastDeg) / STEP_SECONDS;
        frame.axialRateDps = (turnDeg.applyAsDouble(depth) - lastTurnDeg) / STEP_SECONDS;
        frame.verticalAccelMps2 = (depth > 0 ? verticalMps2.applyAsDouble(depth) : 0) + sinkMps2;
        frame.lumbarFlexionDeg = Double.NaN;
        lastDeg = frame.inclinationDeg;
        lastTurnDeg = turnDeg.applyAsDouble(depth);
        take(segmenter.update(frame));
        seconds += STEP_SECONDS;
      }
      return this;
    }

    Lifter finished() {
      take(segmenter.finish());
      return this;
    }

    private void take(List<LiftEvent> events) {
      for (LiftEvent event : events) {
        switch (event) {
          case LiftEvent.Completed c -> indices.add(c.rep().index());
          case LiftEvent.Rejected r -> turnedDown.add(r.candidate().reason());
          case LiftEvent.Started s -> assertThat(s.timeNanos()).isNotNegative();
          case LiftEvent.Provisional p -> assertThat(p.rep().index()).isPositive();
        }
      }
    }

    int counted() {
      return indices.size();
    }

    List<Integer> indices() {
      return indices;
    }

    List<RejectedCandidate.Reason> turnedDown() {
      return turnedDown;
    }
  }
}

package io.flatback.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A trunk that does as told, and a little of everything else beside it. */
class TrunkMovementsTest {
  private static final double STEP_SECONDS = 0.02;
  private final TrunkMovements movements = new TrunkMovements();
  private double seconds;

  @Test
  void tellsEachMovementByItsKindItsTimeAndItsPeak() {
    swing(60, 0, 0);
    swing(0, 25, 0);
    swing(0, -30, 0);
    swing(0, 0, 35);
    swing(0, 0, -20);

    List<TrunkMovement> found = movements.finish();

    assertThat(found).extracting(TrunkMovement::kind).containsExactly(
        TrunkMovement.Kind.FORWARD_BEND, TrunkMovement.Kind.SIDE_BEND_RIGHT, TrunkMovement.Kind.SIDE_BEND_LEFT,
        TrunkMovement.Kind.TURN_LEFT, TrunkMovement.Kind.TURN_RIGHT);
    assertThat(found).extracting(TrunkMovement::peakDeg).containsExactly(60.0, 25.0, 30.0, 35.0, 20.0);
    assertThat(found.get(1).peakNanos() * 1e-9).isCloseTo(3.0, within(0.1));
    assertThat(found.get(1).startNanos()).isBetween(found.get(0).peakNanos(), found.get(1).peakNanos());
    assertThat(found.get(1).endNanos()).isBetween(found.get(1).peakNanos(), found.get(2).peakNanos());
  }

  @Test
  void countsWhatWasMeantThoughOtherAnglesComeAlong() {
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TrunkMovementsTest trunk = new TrunkMovementsTest();
      List<TrunkMovement.Kind> told = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        trunk.swing(random.nextDouble(36, 65), along(random), along(random) * 1.5);
        told.add(TrunkMovement.Kind.FORWARD_BEND);
      }
      for (int i = 0; i < 6; i++) {
        trunk.swing(along(random), random.nextDouble(20, 33) * (i % 2 == 0 ? 1 : -1), along(random));
        told.add(i % 2 == 0 ? TrunkMovement.Kind.SIDE_BEND_RIGHT : TrunkMovement.Kind.SIDE_BEND_LEFT);
      }
      for (int i = 0; i < 6; i++) {
        trunk.swing(along(random), along(random), random.nextDouble(20, 45) * (i % 2 == 0 ? 1 : -1));
        told.add(i % 2 == 0 ? TrunkMovement.Kind.TURN_LEFT : TrunkMovement.Kind.TURN_RIGHT);
      }
      assertThat(trunk.movements.finish()).as("seed %d", seed).extracting(TrunkMovement::kind).isEqualTo(told);
    }
  }

  @Test
  void findsNothingInAQuietTrunk() {
    for (int i = 0; i < 20; i++) {
      swing(3, -2, 2);
    }
    assertThat(movements.finish()).isEmpty();
  }

  private static double along(SplittableRandom random) {
    return random.nextDouble(-9, 9);
  }

  /** Out and back within two seconds. */
  private void swing(double forwardDeg, double rightDeg, double leftDeg) {
    int steps = (int) Math.round(2.0 / STEP_SECONDS);
    for (int i = 0; i < steps; i++) {
      double share = 0.5 * (1.0 - Math.cos(2.0 * Math.PI * i / steps));
      movements.update((long) (seconds * 1e9), share * forwardDeg, share * rightDeg, share * leftDeg);
      seconds += STEP_SECONDS;
    }
  }
}

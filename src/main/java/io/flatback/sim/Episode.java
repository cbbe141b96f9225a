package io.flatback.sim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stretch of what the lifter does. A script is a list of them; all begin and end standing unless said. */
public sealed interface Episode {

  /** Stands, sways and breathes. */
  record Standing(double seconds) implements Episode {}

  /** Walks; about 1.6 to 2 steps a second. */
  record Walking(double seconds, double stepsPerSecond) implements Episode {
    public Walking {
      if (seconds < 2 || stepsPerSecond < 1 || stepsPerSecond > 3) {
        throw new IllegalArgumentException(
            "walking " + seconds + " s at " + stepsPerSecond + " steps a second, expected 2 s or more at 1 to 3");
      }
    }
  }

  /**
   * Turns the trunk to the left and to the right and back.
   *
   * @param forwardDeg how far one bends forward on each side
   */
  record Twisting(int times, double degrees, double secondsEach, double forwardDeg) implements Episode {
    public Twisting(int times, double degrees, double secondsEach) {
      this(times, degrees, secondsEach, 0);
    }
  }

  /**
   * Dips, jumps and lands, again and again.
   *
   * @param riseM of the body above where the toes leave the ground
   * @param crouch pose to jump from
   */
  record Jumping(int times, double riseM, Pose crouch, double dipSeconds, double standSeconds) implements Episode {
    public Jumping {
      if (riseM < 0.01 || riseM > 0.8) {
        throw new IllegalArgumentException("a jump of " + riseM + " m, expected 0.01 to 0.8 m");
      }
    }
  }

  /**
   * Sits down on a bench, stays for a while, and stands up again.
   *
   * @param leans how often one leans forward meanwhile, elbows on the knees
   * @param leanDeg how far
   */
  record Sitting(double downSeconds, double holdSeconds, double upSeconds, int leans, double leanDeg)
      implements Episode {}

  /**
   * Bends down for something that is no lift, and comes up again.
   *
   * @param pose at the bottom
   * @param fidgets small movements while down there
   */
  record Bending(Purpose purpose, Pose pose, double downSeconds, double holdSeconds, double upSeconds, int fidgets)
      implements Episode {

    /** Why. */
    public enum Purpose {
      TIE_SHOE,
      LOAD_PLATES,
      /** Takes the bar, feels how it lies, and comes up without it. */
      SET_UP,
      /** Hinges without load, so that the wearer can be learnt. */
      CALIBRATE
    }
  }

  /**
   * A guided calibration: what the lifter does from the moment it begins until it ends.
   *
   * @param steps as asked, standing still and slow hinges; or not as asked
   */
  record Calibrating(List<Episode> steps) implements Episode {
    public Calibrating {
      steps = List.copyOf(steps);
      if (steps.isEmpty() || steps.stream().anyMatch(s -> s instanceof Lifting || s instanceof Calibrating)) {
        throw new IllegalArgumentException("calibrating takes standing, bending, walking or twisting, and no set");
      }
    }
  }

  /**
   * A set of repetitions.
   *
   * @param loadKg null for body weight
   * @param partialReps indices from 1 of reps that go only half-way down
   * @param regrips small rises at the bar, before the first pull, that do not reach standing
   * @param regripRiseShare how far up they go, as a share of the way: up to 0.1 less
   * @param dynamic how the ascents of this set compare with the technique's: 1.1 lasts 10 % longer
   */
  record Lifting(
      Technique technique,
      int reps,
      @Nullable Double loadKg,
      Start start,
      Ending ending,
      Progression progression,
      Set<Integer> partialReps,
      int regrips,
      double regripRiseShare,
      double dynamic)
      implements Episode {
    private static final double USUAL_REGRIP_RISE = 0.3;

    /** Where the lifter is when the set begins. */
    public enum Start {
      STANDING,
      /** Bent, hands on the bar; only as the first episode. */
      AT_THE_BAR,
      /** Half-way down and moving; only as the first episode. */
      MID_BEND
    }

    /** What becomes of the load. */
    public enum Ending {
      /** Stays standing: racked, or held. */
      STAND,
      /** Lets the bar fall from lockout and stays standing. */
      DROP,
      /** Lowers the bar and stays down until the recording ends; only as the last episode. */
      PUT_DOWN,
      /** Lowers the bar and comes up without it. */
      PUT_DOWN_AND_RISE,
      /** Tries once more, stalls half-way, goes back down and stays; only as the last episode. */
      FAIL
    }

    public Lifting {
      partialReps = Set.copyOf(partialReps);
      if (regripRiseShare < 0.1 || regripRiseShare > 0.8) {
        throw new IllegalArgumentException(
            "re-grips that rise by " + regripRiseShare + " of the way, expected 0.1 to 0.8");
      }
      if (reps < 1 || dynamic <= 0.3 || dynamic > 4) {
        throw new IllegalArgumentException(
            "a set of " + reps + " reps at " + dynamic + " times the tempo, expected at least one rep and 0.3 to 4");
      }
    }

    public static Lifting of(Technique technique, int reps, @Nullable Double loadKg, Ending ending) {
      return new Lifting(
          technique, reps, loadKg, Start.STANDING, ending, Progression.NONE, Set.of(), 0, USUAL_REGRIP_RISE, 1);
    }

    public Lifting withStart(Start other) {
      return new Lifting(
          technique, reps, loadKg, other, ending, progression, partialReps, regrips, regripRiseShare,
          dynamic);
    }

    public Lifting withEnding(Ending other) {
      return new Lifting(
          technique, reps, loadKg, start, other, progression, partialReps, regrips, regripRiseShare,
          dynamic);
    }

    public Lifting withProgression(Progression other) {
      return new Lifting(
          technique, reps, loadKg, start, ending, other, partialReps, regrips, regripRiseShare,
          dynamic);
    }

    public Lifting withPartialReps(Set<Integer> other) {
      return new Lifting(
          technique, reps, loadKg, start, ending, progression, other, regrips, regripRiseShare,
          dynamic);
    }

    public Lifting withRegrips(int other) {
      return withRegrips(other, USUAL_REGRIP_RISE);
    }

    public Lifting withRegrips(int other, double rise) {
      return new Lifting(technique, reps, loadKg, start, ending, progression, partialReps, other, rise, dynamic);
    }

    public Lifting withDynamic(double other) {
      return new Lifting(
          technique, reps, loadKg, start, ending, progression, partialReps, regrips, regripRiseShare,
          other);
    }

    boolean staysDown() {
      return ending == Ending.PUT_DOWN || ending == Ending.FAIL;
    }
  }

  /** Checks that the episodes fit one after the other. */
  static List<Episode> script(List<Episode> episodes) {
    for (int i = 0; i < episodes.size(); i++) {
      if (episodes.get(i) instanceof Lifting lifting) {
        boolean first = i == 0;
        boolean last = i == episodes.size() - 1;
        requireThat(first || lifting.start() == Lifting.Start.STANDING, i, "starts bent, but is not the first");
        requireThat(last || !lifting.staysDown(), i, "ends at the floor, but is not the last");
      }
    }
    requireThat(!episodes.isEmpty(), 0, "is missing: a script needs one");
    return List.copyOf(episodes);
  }

  private static void requireThat(boolean condition, int index, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException("episode " + index + " " + otherwise);
    }
  }
}

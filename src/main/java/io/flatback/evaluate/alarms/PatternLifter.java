package io.flatback.evaluate.alarms;

import io.flatback.form.AthleteHistory;
import io.flatback.form.FormSettings;
import io.flatback.form.SetFindings;
import io.flatback.form.SetForm;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import io.flatback.form.summary.PatternFinding;
import io.flatback.form.summary.SetFacts;
import io.flatback.form.summary.SetSummary;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A lifter whose posture changes in a known way over the sets of a session, seen by one sensor and judged by the
 * product's own code without history.
 *
 * @param changeSigmas at its largest, in the population's standard deviations from rep to rep
 * @param offsetSigmas by how much sets differ as a whole besides
 * @param noise from rep to rep
 * @param rising every set is heavier than the one before; else light and heavy ones come in turn
 */
record PatternLifter(Course type, double changeSigmas, double offsetSigmas, RepNoise noise, boolean rising) {
  private static final double SIGMA_DEG = Evidence.CATALOGUE.value(ThresholdKey.INCLINATION_SIGMA_DEG);
  private static final double TYPICAL_DEG = 45;
  private static final double LIGHTEST_KG = 80;
  private static final double STEP_KG = 10;
  private static final double HALF = .5;

  /** What is true of it. */
  enum Course {
    STABLE("no change"),
    STRENGTH("from the first heavy reps"),
    THROUGH("through the set"),
    LATE("late in the set"),
    SESSION("late in the session");

    private final String title;

    Course(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    /** The kind that tells it; {@code NO_CHANGE} for a stable one. */
    PatternFinding.Kind kind() {
      return switch (this) {
        case STABLE -> PatternFinding.Kind.NO_CHANGE;
        case STRENGTH -> PatternFinding.Kind.FROM_THE_FIRST_HEAVY_REPS;
        case THROUGH -> PatternFinding.Kind.THROUGH_THE_SET;
        case LATE -> PatternFinding.Kind.LATE_IN_THE_SET;
        case SESSION -> PatternFinding.Kind.LATE_IN_THE_SESSION;
      };
    }
  }

  /** What is told after so many sets of so many reps. */
  PatternFinding session(SplittableRandom random, int sets, int reps) {
    List<SetFacts> all = sets(random, sets, reps);
    return SetSummary.of(all.getLast(), all.subList(0, sets - 1), /* over= */ true).pattern();
  }

  /** The same, but that the last set drifts by so many standard deviations of its own. */
  PatternFinding sessionWithOneOff(SplittableRandom random, int sets, int reps, double sigmas) {
    List<SetFacts> all = sets(random, sets, reps);
    PatternLifter off = new PatternLifter(Course.LATE, sigmas, offsetSigmas, noise, rising);
    return SetSummary.of(off.set(random, sets - 1, sets, reps), all.subList(0, sets - 1), /* over= */ true).pattern();
  }

  private List<SetFacts> sets(SplittableRandom random, int sets, int reps) {
    List<SetFacts> all = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      all.add(set(random, set, sets, reps));
    }
    return all;
  }

  private SetFacts set(SplittableRandom random, int index, int sets, int reps) {
    double heavy = rising ? index / Math.max(1.0, sets - 1) : index % 2;
    double[] scatter = new double[reps];
    noise.fill(random, scatter);
    double offset = offsetSigmas * random.nextGaussian();
    List<Rep> lifted = new ArrayList<>();
    for (int rep = 0; rep < reps; rep++) {
      double sigmas = scatter[rep] + offset + changeSigmas * share(heavy, index / Math.max(1.0, sets - 1), rep, reps);
      lifted.add(
          Lifter.rep(rep + 1, Map.of(Metric.INCLINATION_AT_ONSET_DEG, TYPICAL_DEG + SIGMA_DEG * sigmas)));
    }
    SetFindings found = SetForm.judge(lifted, FormSettings.of(AthleteHistory.NONE, /* twoSensors= */ false));
    double loadKg = LIGHTEST_KG + STEP_KG * (rising ? index : 2 * heavy);
    return new SetFacts(
        index + 1, "deadlift", /* exerciseGuessed= */ false, loadKg, 0, found.reps(), found.warnings(), found.drift(),
        found.bands());
  }

  private double share(double heavy, double ofSession, int rep, int reps) {
    return switch (type) {
      case STABLE -> 0;
      case STRENGTH -> heavy;
      case THROUGH -> Shape.LINEAR.at(rep, reps);
      case LATE -> Shape.LATE.at(rep, reps);
      case SESSION -> ofSession > HALF ? 1 : 0;
    };
  }
}

package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Table;
import io.flatback.evaluate.alarms.RuleRun.Outcome;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.ThresholdKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the whole rule sees of drifts, and at which rep it speaks. */
final class RulePower {
  private static final int REPS = 8;
  private static final int HISTORY_SETS = 4;
  private static final double[] SIGMAS = {2, 3, 4, 6, 8};

  /** One drift of all metrics at once. */
  record Line(boolean twoSensors, int history, Lifter.Drift drift, Outcome outcome) {}

  private RulePower() {}

  static List<Line> find(RuleRun run, Consumer<String> progress) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (boolean two : new boolean[] {false, true}) {
      for (int history : new int[] {0, HISTORY_SETS}) {
        progress.accept("power of the rule: " + (two ? "two sensors" : "one sensor"));
        for (Shape shape : Shape.values()) {
          for (double sigmas : SIGMAS) {
            Lifter.Drift drift = new Lifter.Drift(sigmas, shape);
            lines.add(new Line(two, history, drift, run.sets(Lifter.of(REPS, two).known(history), drift)));
          }
        }
      }
    }
    return lines;
  }

  static Table table(List<Line> lines) {
    return new Table(
        "What the whole rule sees, 8 reps",
        "A lifter as noisy as the population, independent reps; all metrics drift by so many of their sigmas by the"
            + " last rep. Beside a share the rep at which the rule speaks, in the median.",
        List.of("sensors", "history", "drift", "sigmas", "flexion", "inclination", "slower", "watch", "at rep", "warn",
            "at rep"),
        lines.stream().map(RulePower::row).toList());
  }

  private static List<String> row(Line line) {
    double sigmas = line.drift().sigmas();
    return List.of(
        line.twoSensors() ? "two" : "one",
        line.history() == 0 ? "cold start" : "20 df",
        line.drift().shape().title(),
        String.valueOf(Math.round(sigmas)),
        line.twoSensors() ? degrees(sigmas, ThresholdKey.LUMBAR_FLEXION_SIGMA_DEG) : "–",
        degrees(sigmas, ThresholdKey.INCLINATION_SIGMA_DEG),
        slower(sigmas),
        line.outcome().watch().percent(),
        rep(line.outcome().watchRep()),
        line.history() == 0 ? "–" : line.outcome().warn().percent(),
        rep(line.outcome().warnRep()));
  }

  private static String degrees(double sigmas, ThresholdKey sigma) {
    return String.format(Locale.ROOT, "%.1f°", sigmas * Evidence.CATALOGUE.value(sigma));
  }

  private static String slower(double sigmas) {
    double longer = Math.expm1(sigmas * Evidence.CATALOGUE.value(ThresholdKey.VELOCITY_LOSS_SIGMA_RATIO));
    return String.format(Locale.ROOT, "%.0f %%", 100 * longer);
  }

  private static String rep(int rep) {
    return rep == 0 ? "–" : String.valueOf(rep);
  }
}

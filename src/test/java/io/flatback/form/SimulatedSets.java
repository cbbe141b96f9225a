package io.flatback.form;

import io.flatback.lift.Metric;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Sets of a lifter whose reps scatter about a straight line, judged by the whole rule, many times over.
 *
 * @param reps in each set
 * @param sigma of every metric, in units of what the population is taken to have
 * @param autocorrelation from rep to rep
 * @param driftSigmas total rise over the set, in the lifter's own sigma
 * @param history degrees of freedom of what is known of the lifter; 0 for nothing
 * @param told whether the length of the set is known beforehand
 */
record SimulatedSets(
    int reps, double sigma, double autocorrelation, double driftSigmas, int history, boolean told, boolean twoSensors) {
  private static final double ANGLE_SIGMA_DEG = 3;
  private static final double FLEXION_SIGMA_DEG = 3.2;
  private static final double DURATION_CV = .05;

  static SimulatedSets stable(int reps) {
    return new SimulatedSets(reps, 1, 0, 0, 0, true, false);
  }

  SimulatedSets known(int degreesOfFreedom) {
    return new SimulatedSets(reps, sigma, autocorrelation, driftSigmas, degreesOfFreedom, told, twoSensors);
  }

  SimulatedSets withTwoSensors() {
    return new SimulatedSets(reps, sigma, autocorrelation, driftSigmas, history, told, true);
  }

  SimulatedSets untold() {
    return new SimulatedSets(reps, sigma, autocorrelation, driftSigmas, history, false, twoSensors);
  }

  SimulatedSets noisierBy(double factor) {
    return new SimulatedSets(reps, sigma * factor, autocorrelation, driftSigmas, history, told, twoSensors);
  }

  SimulatedSets correlated(double lagOne) {
    return new SimulatedSets(reps, sigma, lagOne, driftSigmas, history, told, twoSensors);
  }

  SimulatedSets drifting(double sigmas) {
    return new SimulatedSets(reps, sigma, autocorrelation, sigmas, history, told, twoSensors);
  }

  /** How many of the sets were watched or worse, and how many warned. */
  record Alarms(int sets, int watched, int warned) {
    double watchedRatio() {
      return (double) watched / sets;
    }

    double warnedRatio() {
      return (double) warned / sets;
    }

    static double upperBound95(int hits, int sets) {
      return new BetaDistribution(null, hits + 1, sets - hits).inverseCumulativeProbability(.95);
    }
  }

  Alarms run(int sets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int watched = 0;
    int warned = 0;
    for (int i = 0; i < sets; i++) {
      Level loudest = loudest(random);
      watched += loudest == null ? 0 : 1;
      warned += loudest == Level.WARN ? 1 : 0;
    }
    return new Alarms(sets, watched, warned);
  }

  private Level loudest(SplittableRandom random) {
    FormSettings settings = FormSettings.of(drawHistory(random), twoSensors);
    SetForm form = new SetForm(told ? settings.expecting(reps) : settings);
    double[] duration = scatter(random);
    double[] angle = scatter(random);
    Level loudest = null;
    for (int i = 0; i < reps; i++) {
      Reps.Builder rep = Reps.rep(i + 1).with(Metric.CONCENTRIC_DURATION_S, 1.2 * Math.exp(DURATION_CV * duration[i]));
      if (twoSensors) {
        rep.with(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, 25 + FLEXION_SIGMA_DEG * angle[i]);
      } else {
        rep.with(Metric.INCLINATION_AT_ONSET_DEG, 45 + ANGLE_SIGMA_DEG * angle[i]);
      }
      for (Warning warning : form.update(rep.build())) {
        loudest = loudest == null || warning.level().compareTo(loudest) > 0 ? warning.level() : loudest;
      }
    }
    return loudest;
  }

  /** In population sigmas: noise with the wanted correlation, plus the drift. */
  private double[] scatter(SplittableRandom random) {
    double[] values = new double[reps];
    double noise = 0;
    for (int i = 0; i < reps; i++) {
      double fresh = random.nextGaussian();
      noise = i == 0 ? fresh : autocorrelation * noise + Math.sqrt(1 - autocorrelation * autocorrelation) * fresh;
      values[i] = sigma * (noise + driftSigmas * i / (reps - 1));
    }
    return values;
  }

  /** What as many degrees of freedom of earlier stable sets would have taught: the true sigma, with its error. */
  private AthleteHistory drawHistory(SplittableRandom random) {
    if (history == 0) {
      return AthleteHistory.NONE;
    }
    return new AthleteHistory(
        Map.of(
            Metric.VELOCITY_LOSS_BY_DURATION_RATIO, drawn(random, DURATION_CV),
            Metric.INCLINATION_AT_ONSET_DEG, drawn(random, ANGLE_SIGMA_DEG),
            Metric.LUMBAR_FLEXION_AT_ONSET_DEG, drawn(random, FLEXION_SIGMA_DEG)));
  }

  private AthleteHistory.PooledSigma drawn(SplittableRandom random, double ofPeople) {
    double squares = 0;
    for (int i = 0; i < history; i++) {
      double value = random.nextGaussian();
      squares += value * value;
    }
    return new AthleteHistory.PooledSigma(sigma * ofPeople * Math.sqrt(squares / history), history);
  }
}

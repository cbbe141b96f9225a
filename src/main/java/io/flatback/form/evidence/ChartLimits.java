package io.flatback.form.evidence;

import java.util.List;

/**
 * Limits of the trend chart, in standard errors, for each rep of a set and by what is known of the wearer's scatter.
 * Nobody needs to know how long the set will be: each rep spends its part of the false alarms that a set of twelve
 * may have. Written by {@code flatback evaluate --alarms --write-limits FILE} and by nothing else.
 *
 * <p>Source of the spending: Lan and DeMets, Biometrika 70:659 (1983).
 *
 * @param rule what must cross the limit
 * @param source key of the {@link Source}
 * @param watchRatioPerSet share of stable sets of twelve in which one chart exceeds its limit to watch
 * @param warnRatioPerSet the same for its limit to warn
 * @param autocorrelation from rep to rep that the limits hold for; independent reps exceed them less often
 * @param historySetReps length of the earlier sets that a wearer's scatter is learnt from
 * @param historyDegreesOfFreedom that the estimated limits hold for
 * @param populationDegreesOfFreedom that the population's scatter counts for in one wearer
 * @param noisiestWearer scatter of the noisiest wearer that the limits hold for at cold start, in the population's
 * @param sets that each limit was found from
 * @param seed of the simulation
 * @param rows one for each rep from the first that is judged
 */
public record ChartLimits(
    String rule,
    String source,
    double watchRatioPerSet,
    double warnRatioPerSet,
    double autocorrelation,
    int historySetReps,
    int historyDegreesOfFreedom,
    int populationDegreesOfFreedom,
    double noisiestWearer,
    int sets,
    long seed,
    List<Row> rows) {

  /**
   * @param rep whose limits these are
   * @param spentShare of the ratio per set, up to this rep
   * @param populationWatch limit to watch while only the population's scatter is known
   * @param estimatedWatch limit to watch with {@link #historyDegreesOfFreedom}
   * @param knownWatch limit to watch with a long history
   * @param estimatedWarn limit to warn with {@link #historyDegreesOfFreedom}
   * @param knownWarn limit to warn with a long history
   */
  public record Row(
      int rep,
      double spentShare,
      double populationWatch,
      double estimatedWatch,
      double knownWatch,
      double estimatedWarn,
      double knownWarn) {
    public Row {
      if (rep < 1 || !(spentShare > 0) || !(populationWatch > 0) || !(knownWatch > 0) || !(knownWarn >= knownWatch)
          || !(estimatedWatch > 0) || !(estimatedWarn >= estimatedWatch)) {
        throw new IllegalArgumentException(
            "chart limits for rep=" + rep + ": population_watch=" + populationWatch + " watch=" + estimatedWatch + ", "
                + knownWatch + " warn=" + estimatedWarn + ", " + knownWarn
                + ", expected positive ones, none to warn below the one to watch");
      }
    }
  }

  public ChartLimits {
    rows = List.copyOf(rows);
    if (rows.size() < 2 || historyDegreesOfFreedom < 1 || populationDegreesOfFreedom < 1 || !(noisiestWearer >= 1)) {
      throw new IllegalArgumentException(
          "chart limits need two rows, degrees of freedom and a noisiest wearer at least as noisy as the population");
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).rep() != rows.get(i - 1).rep() + 1) {
        throw new IllegalArgumentException("chart limits out of order at rep=" + rows.get(i).rep());
      }
    }
  }

  /** Limit to watch, at this rep, for a wearer of whom too little is known. */
  public double watchAtColdStart(int rep) {
    return at(rep).populationWatch();
  }

  /** Limit to watch, at this rep, for a wearer whose own scatter rests on so many degrees of freedom. */
  public double watch(int rep, int degreesOfFreedom) {
    return forHistory(at(rep).estimatedWatch(), at(rep).knownWatch(), degreesOfFreedom);
  }

  /** Limit to warn, at this rep, for a wearer whose own scatter rests on so many degrees of freedom. */
  public double warn(int rep, int degreesOfFreedom) {
    return forHistory(at(rep).estimatedWarn(), at(rep).knownWarn(), degreesOfFreedom);
  }

  /** Linear in 1/degrees of freedom. */
  private double forHistory(double estimated, double known, int degreesOfFreedom) {
    return known + (estimated - known) * historyDegreesOfFreedom / degreesOfFreedom;
  }

  /** The last row holds for all later reps. */
  private Row at(int rep) {
    return rows.get(Math.clamp(rep - rows.getFirst().rep(), 0, rows.size() - 1));
  }
}

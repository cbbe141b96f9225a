package io.flatback.evaluate.alarms;

import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.stats.TrendChart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Finds the limits that the product ships, under the conditions that they name themselves. */
public final class LimitWriter {
  /** Own: twice the longest usual set; the last limits hold beyond. */
  static final int LONGEST = 24;

  private final ChartLimits shipped = Evidence.CATALOGUE.chartLimits();
  private final int sets;
  private final int longest;

  /** @param sets to simulate for each kind of knowledge */
  public LimitWriter(int sets) {
    this(sets, LONGEST);
  }

  LimitWriter(int sets, int longest) {
    this.sets = sets;
    this.longest = longest;
  }

  /** The resource anew. */
  public String json() throws IOException {
    JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(limits()).replace("\r\n", "\n") + "\n";
  }

  ChartLimits limits() throws IOException {
    Boundary cold = boundary(Knowledge.POPULATION);
    double[] coldWatch = cold.limits(shipped.watchRatioPerSet(), Spending.SHIPPED);
    Boundary learnt = boundary(Knowledge.LEARNT);
    double[] watch = learnt.limits(shipped.watchRatioPerSet(), Spending.SHIPPED);
    double[] warn = learnt.limits(shipped.warnRatioPerSet(), Spending.SHIPPED);
    Boundary known = boundary(Knowledge.LEARNT_LONG);
    double[] knownWatch = known.limits(shipped.watchRatioPerSet(), Spending.SHIPPED);
    double[] knownWarn = known.limits(shipped.warnRatioPerSet(), Spending.SHIPPED);
    List<ChartLimits.Row> rows = new ArrayList<>();
    for (int i = 0; i < watch.length; i++) {
      int rep = TrendChart.FEWEST + i;
      rows.add(
          new ChartLimits.Row(
              rep, rounded(Spending.SHIPPED.share(rep)), rounded(coldWatch[i]), rounded(watch[i]),
              rounded(knownWatch[i]), rounded(warn[i]), rounded(knownWarn[i])));
    }
    return new ChartLimits(
        shipped.rule(), shipped.source(), shipped.watchRatioPerSet(), shipped.warnRatioPerSet(),
        shipped.autocorrelation(), shipped.historySetReps(), shipped.historyDegreesOfFreedom(),
        shipped.populationDegreesOfFreedom(), shipped.noisiestWearer(), sets, shipped.seed(), rows);
  }

  private Boundary boundary(Knowledge knowledge) throws IOException {
    return Boundary.of(sets, shipped.seed(), longest, new RepNoise(shipped.autocorrelation()), knowledge);
  }

  private static double rounded(double limit) {
    return Math.round(1000 * limit) / 1000.0;
  }
}

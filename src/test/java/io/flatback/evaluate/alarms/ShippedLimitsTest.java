package io.flatback.evaluate.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shipped is what the command finds. */
class ShippedLimitsTest {
  private static final ChartLimits SHIPPED = Evidence.CATALOGUE.chartLimits();

  /** At a rep that spends a thousandth, 40,000 sets leave an error of a sixth of it: about .1 in a limit of 4. */
  @Test
  void aSmallRecalculationAgrees() throws IOException {
    ChartLimits again = new LimitWriter(40_000, 12).limits();
    for (int i = 0; i < again.rows().size(); i++) {
      ChartLimits.Row shipped = SHIPPED.rows().get(i);
      ChartLimits.Row found = again.rows().get(i);
      assertThat(limits(found))
          .as("rep %d", shipped.rep())
          .usingComparatorWithPrecision(.3)
          .containsExactly(limits(shipped));
      assertThat(found.spentShare()).isEqualTo(shipped.spentShare());
    }
    double bias =
        IntStream.range(0, again.rows().size())
            .mapToDouble(i -> again.rows().get(i).estimatedWatch() - SHIPPED.rows().get(i).estimatedWatch())
            .average()
            .orElseThrow();
    assertThat(bias).as("all reps together").isBetween(-.06, .06);
  }

  @Test
  void theShippedLimitsHoldTheirRateWithoutAnyGate() throws IOException {
    assertThat(ChartsAlone.find(30_000, 77)).allMatch(ChartsAlone.Line::holds);
  }

  private static double[] limits(ChartLimits.Row row) {
    return new double[] {
      row.populationWatch(), row.estimatedWatch(), row.knownWatch(), row.estimatedWarn(), row.knownWarn()
    };
  }
}

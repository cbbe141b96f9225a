package io.flatback.form.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartLimitsTest {
  private static final ChartLimits.Row FOURTH = new ChartLimits.Row(4, .1, 4, 3, 2, 3.5, 2.5);
  private static final ChartLimits.Row FIFTH = new ChartLimits.Row(5, .4, 5, 4, 3, 4.5, 3.5);
  private static final ChartLimits LIMITS = limits(1.5, FOURTH, FIFTH);

  @Test
  void areThoseOfTheRepAndTheLastHoldsBeyond() {
    assertThat(LIMITS.watchAtColdStart(4)).isEqualTo(4);
    assertThat(LIMITS.watchAtColdStart(5)).isEqualTo(5);
    assertThat(LIMITS.watchAtColdStart(99)).isEqualTo(5);
    assertThat(LIMITS.watch(4, 20)).isEqualTo(3, within(1e-12));
    assertThat(LIMITS.warn(4, 20)).isEqualTo(3.5, within(1e-12));
  }

  @Test
  void comeDownToTheKnownOnesAsHistoryGrows() {
    assertThat(LIMITS.watch(5, 40)).isEqualTo(3.5, within(1e-12));
    assertThat(LIMITS.warn(5, 2_000_000)).isEqualTo(3.5, within(1e-4));
  }

  @Test
  void askMoreToWarnThanToWatchAndMoreWhereLessIsKnown() {
    for (ChartLimits.Row row : Evidence.CATALOGUE.chartLimits().rows()) {
      assertThat(row.estimatedWarn()).isGreaterThan(row.estimatedWatch());
      assertThat(row.knownWarn()).isGreaterThan(row.knownWatch());
      assertThat(row.estimatedWatch()).isGreaterThan(row.knownWatch());
      assertThat(row.populationWatch()).isGreaterThan(row.estimatedWatch());
    }
  }

  @Test
  void refuseRowsThatMakeNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> limits(1.5, FOURTH));
    assertThatIllegalArgumentException().isThrownBy(() -> limits(1.5, FOURTH, FOURTH));
    assertThatIllegalArgumentException().isThrownBy(() -> limits(.9, FOURTH, FIFTH));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChartLimits.Row(4, .1, 4, 3, 2, 2.9, 2.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChartLimits.Row(4, 0, 4, 3, 2, 3.5, 2.5));
  }

  private static ChartLimits limits(double noisiest, ChartLimits.Row... rows) {
    return new ChartLimits("trend", "own", .02, .01, .3, 7, 20, 6, noisiest, 1000, 1, List.of(rows));
  }
}

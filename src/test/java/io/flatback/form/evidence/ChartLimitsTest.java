package io.flatback.form.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartLimitsTest {
  private static final ChartLimits LIMITS = Evidence.CATALOGUE.chartLimits();

  @ParameterizedTest
  @CsvSource({"5,2.13", "8,2.14", "10,2.26", "12,2.35", "9,2.20", "4,2.13", "1,2.13", "30,2.67", "200,2.67"})
  void areThePrintedOnesWhenSigmaIsKnown(int reps, double limit) {
    assertThat(LIMITS.whenSigmaIsKnown(reps)).isEqualTo(limit, within(1e-12));
  }

  @Test
  void areThePrintedOnesForTwentyDegreesOfFreedom() {
    assertThat(LIMITS.whenSigmaIsEstimated(8, 20)).isEqualTo(2.34, within(1e-12));
  }

  @Test
  void comeDownToTheKnownOnesAsHistoryGrows() {
    assertThat(LIMITS.whenSigmaIsEstimated(8, 40)).isEqualTo(2.24, within(1e-12));
    assertThat(LIMITS.whenSigmaIsEstimated(8, 2_000_000)).isEqualTo(2.14, within(1e-5));
  }

  @Test
  void refuseRowsThatMakeNoSense() {
    ChartLimits.Row row = new ChartLimits.Row(5, 2, 2, 2.2);
    assertThatIllegalArgumentException().isThrownBy(() -> new ChartLimits("r", .01, "s", 20, List.of(row)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChartLimits("r", .01, "s", 20, List.of(row, row)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChartLimits.Row(5, 2, 2, 1.9));
    assertThatIllegalArgumentException().isThrownBy(() -> new ChartLimits.Row(3, 3, 2, 2.1));
  }
}

package io.flatback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.lift.Metric;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadedHistoryTest {
  private static final Metric METRIC = Metric.INCLINATION_AT_ONSET_DEG;

  @ParameterizedTest
  @CsvSource({"100,2", "109,2", "91,2", "110,2", "90.91,2"})
  void setsWithinATenthOfTheLoadAreEnoughOnTheirOwn(double nowKg, double sigma) {
    LoadedHistory history = set(100.0, 2, 20).and(set(60.0, 9, 200)).and(set(null, 9, 200));
    assertThat(at(history, nowKg).sigma()).isEqualTo(sigma);
    assertThat(at(history, nowKg).degreesOfFreedom()).isEqualTo(20);
  }

  @Test
  void theNextBandsAreAddedWhereThoseAreTooFew() {
    LoadedHistory history = set(100.0, 2, 10).and(set(125.0, 4, 10)).and(set(60.0, 9, 200));
    assertThat(at(history, 100.0).degreesOfFreedom()).isEqualTo(20);
    assertThat(at(history, 100.0).sigma()).isCloseTo(Math.sqrt(10), within(1e-9));
  }

  @Test
  void allAreTakenWhereThoseAreTooFewAsWell() {
    LoadedHistory history = set(100.0, 2, 10).and(set(60.0, 4, 5)).and(set(null, 4, 5));
    assertThat(at(history, 100.0).degreesOfFreedom()).isEqualTo(20);
    assertThat(at(history, null).degreesOfFreedom()).isEqualTo(20);
  }

  @Test
  void loadsThatNobodySaidAreABandOfTheirOwn() {
    LoadedHistory history = set(null, 2, 20).and(set(100.0, 9, 200));
    assertThat(at(history, null).sigma()).isEqualTo(2);
    assertThat(at(history, 100.0).sigma()).isEqualTo(9);
  }

  @Test
  void eachMetricGoesByItsOwnDegreesOfFreedom() {
    LoadedHistory history =
        LoadedHistory.of(100.0, new AthleteHistory(Map.of(
                METRIC, new PooledSigma(2, 20), Metric.AXIAL_ROTATION_DEG, new PooledSigma(2, 5))))
            .and(LoadedHistory.of(40.0, new AthleteHistory(Map.of(
                METRIC, new PooledSigma(9, 50), Metric.AXIAL_ROTATION_DEG, new PooledSigma(9, 50)))));
    AthleteHistory known = history.at(100.0);
    assertThat(known.sigma(METRIC)).contains(new PooledSigma(2, 20));
    assertThat(known.sigma(Metric.AXIAL_ROTATION_DEG).orElseThrow().degreesOfFreedom()).isEqualTo(55);
  }

  @Test
  void anEmptyBarIsNoRatioOfAnything() {
    LoadedHistory history = set(0.0, 2, 20).and(set(100.0, 9, 200));
    assertThat(at(history, 0.0).sigma()).isEqualTo(2);
    assertThat(LoadedHistory.NONE.at(0.0)).isEqualTo(AthleteHistory.NONE);
  }

  private static LoadedHistory set(@Nullable Double loadKg, double sigma, int degreesOfFreedom) {
    return LoadedHistory.of(loadKg, new AthleteHistory(Map.of(METRIC, new PooledSigma(sigma, degreesOfFreedom))));
  }

  private static PooledSigma at(LoadedHistory history, @Nullable Double loadKg) {
    return history.at(loadKg).sigma(METRIC).orElseThrow();
  }
}

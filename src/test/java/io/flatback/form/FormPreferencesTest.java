package io.flatback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flatback.form.AthleteHistory.PooledSigma;
import io.flatback.form.evidence.Evidence;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPreferencesTest {
  private static final double[] LOSS_OF_24_PERCENT = {1, 1, 1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.31, 1.32};

  @ParameterizedTest
  @EnumSource(FormPreset.class)
  void aPresetIsWrittenInOneWordAndReadBack(FormPreset preset) {
    FormPreferences preferences = FormPreferences.of(preset);
    assertThat(PreferencesText.write(preferences)).isEqualTo(preset.key());
    assertThat(PreferencesText.read(preset.key())).isEqualTo(preferences);
    assertThat(PreferencesText.read(PreferencesText.writeInFull(preferences))).isEqualTo(preferences);
    assertThat(preferences.isAsPreset()).isTrue();
  }

  @Test
  void whatIsSetByHandIsWrittenBesideThePreset() {
    FormPreferences own =
        FormPreferences.of(FormPreset.STRENGTH)
            .with(Primary.EARLIEST)
            .withVelocityLossRatio(new ChangeSizes(.15, .25));
    assertThat(PreferencesText.write(own))
        .isEqualTo("strength primary_with_two_sensors=earliest velocity_loss_warn_ratio=0.25");
    assertThat(PreferencesText.read(PreferencesText.write(own))).isEqualTo(own);
    assertThat(own.isAsPreset()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "bulk", "", "strength velocity_loss_warn_ratio", "strength velocity_loss_warn_ratio=much", "strength chart=1",
      "strength velocity_loss_watch_ratio=0.1", "strength velocity_loss_watch_ratio=0.3",
      "technique lumbar_flexion_watch_deg=3", "technique lumbar_flexion_warn_deg=40",
      "default lumbar_flexion_warn_deg=NaN", "default primary_with_two_sensors=inclination"})
  void nonsenseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PreferencesText.read(text));
  }

  @Test
  void strengthWarnsWhereTheDefaultOnlyWatchesAndHypertrophyIsSilent() {
    assertThat(levels(FormPreset.STRENGTH, LOSS_OF_24_PERCENT)).containsExactly(Level.WATCH, Level.WARN);
    assertThat(levels(FormPreset.DEFAULT, LOSS_OF_24_PERCENT)).containsExactly(Level.WATCH);
    assertThat(levels(FormPreset.HYPERTROPHY, LOSS_OF_24_PERCENT)).isEmpty();
  }

  @Test
  void aWarningNamesTheLimitThatWasSetAndWhatItRestsOn() {
    FormPreferences own = FormPreferences.DEFAULT.withVelocityLossRatio(new ChangeSizes(.20, .21));
    Warning warning = warnings(own, false, LOSS_OF_24_PERCENT).getLast();
    assertThat(warning.level()).isEqualTo(Level.WARN);
    assertThat(warning.limit()).isEqualTo(.21);
    assertThat(warning.evidence()).isEqualTo("own-choice-of-the-athlete");
    assertThat(Evidence.CATALOGUE.source(warning.evidence()).isOwn()).isTrue();
    Warning preset = warnings(FormPreferences.of(FormPreset.STRENGTH), false, LOSS_OF_24_PERCENT).getLast();
    assertThat(preset.evidence()).isEqualTo("hernandez-belmonte-2022");
  }

  @Test
  void whereTwoMetricsMayWarnEachHasAStricterChart() {
    FormSettings both = FormSettings.of(known(), true, FormPreferences.of(FormPreset.RETURN_AFTER_PAIN));
    FormSettings one = FormSettings.of(known(), true, FormPreferences.of(FormPreset.TECHNIQUE));
    FormSettings oneSensor = FormSettings.of(known(), false, FormPreferences.of(FormPreset.RETURN_AFTER_PAIN));
    assertThat(both.warnMargin()).isGreaterThan(0);
    assertThat(one.warnMargin()).isZero();
    assertThat(oneSensor.warnMargin()).isZero();
  }

  @Test
  void noPresetLetsTheProxyWarn() {
    for (FormPreset preset : FormPreset.values()) {
      assertThat(FormPreferences.of(preset).primary(false)).containsExactly(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    }
  }

  private static List<Level> levels(FormPreset preset, double... seconds) {
    return warnings(FormPreferences.of(preset), false, seconds).stream().map(Warning::level).toList();
  }

  private static List<Warning> warnings(FormPreferences preferences, boolean two, double... seconds) {
    List<Rep> reps = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      long at = i * 4_000_000_000L;
      reps.add(new Rep(
          i + 1, at, at + 900_000_000L, at + 1_000_000_000L, at + 1_900_000_000L, at + 2_000_000_000L,
          at + 2_500_000_000L, Set.of(), new RepMetrics(Map.of(Metric.CONCENTRIC_DURATION_S, seconds[i]))));
    }
    return SetForm.judge(reps, FormSettings.of(known(), two, preferences)).warnings();
  }

  private static AthleteHistory known() {
    Map<Metric, PooledSigma> sigmas = new EnumMap<>(Metric.class);
    sigmas.put(Metric.VELOCITY_LOSS_BY_DURATION_RATIO, new PooledSigma(.04, 40));
    sigmas.put(Metric.LUMBAR_FLEXION_AT_ONSET_DEG, new PooledSigma(2, 40));
    return new AthleteHistory(sigmas);
  }
}

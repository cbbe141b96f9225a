package io.flatback.form.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue as shipped, and that a broken one is refused. */
class EvidenceTest {
  private static final Evidence SHIPPED = Evidence.CATALOGUE;
  private static final Map<String, String> UNIT_BY_SUFFIX = Map.of("_deg", "deg", "_ratio", "ratio", "_s", "s");

  @ParameterizedTest
  @EnumSource(ThresholdKey.class)
  void everyThresholdHasASourceAndItsUnit(ThresholdKey key) {
    Threshold threshold = SHIPPED.threshold(key);
    assertThat(SHIPPED.source(threshold.source()).citation()).isNotBlank();
    String metric = key.key().substring(0, key.key().indexOf('.'));
    if (key.key().endsWith("_share")) {
      assertThat(threshold.unit()).isEqualTo("ratio");
    } else {
      UNIT_BY_SUFFIX.forEach(
          (suffix, unit) -> {
            if (metric.endsWith(suffix)) {
              assertThat(threshold.unit()).as(key.key()).isEqualTo(unit);
            }
          });
    }
  }

  @Test
  void noSourceIsUnused() {
    List<String> used = new ArrayList<>(SHIPPED.thresholds().stream().map(Threshold::source).toList());
    used.add(SHIPPED.chartLimits().source());
    assertThat(SHIPPED.sources()).extracting(Source::key).allMatch(used::contains);
  }

  @Test
  void numbersOfOurOwnSayWhatWouldReplaceThem() {
    assertThat(SHIPPED.sources()).filteredOn(Source::isOwn).hasSizeGreaterThan(2).allSatisfy(
        source -> assertThat(source.replacedBy()).isNotBlank());
    assertThat(SHIPPED.thresholds())
        .filteredOn(threshold -> SHIPPED.source(threshold.source()).isOwn())
        .allSatisfy(threshold -> assertThat(threshold.replacedBy()).as(threshold.key()).isNotBlank());
    assertThat(SHIPPED.sources()).allSatisfy(
        source -> assertThat(source.key().startsWith("own-")).as(source.key()).isEqualTo(source.isOwn()));
  }

  @ParameterizedTest
  @EnumSource(ThresholdKey.class)
  void everyThresholdIsUsedByTheCode(ThresholdKey key) throws IOException {
    assertThat(mainSourcesBesides("ThresholdKey.java")).containsPattern("\\b" + key.name() + "\\b");
  }

  @ParameterizedTest
  @CsvSource({
    "LUMBAR_FLEXION_SIGMA_DEG,3.2", "LUMBAR_FLEXION_WATCH_DEG,7.3", "LUMBAR_FLEXION_WARN_DEG,9",
    "VELOCITY_LOSS_SIGMA_RATIO,.05", "VELOCITY_LOSS_WATCH_RATIO,.20", "VELOCITY_LOSS_WARN_RATIO,.30",
    "INCLINATION_SIGMA_DEG,3", "INCLINATION_WATCH_DEG,7", "LATERAL_TILT_MINIMUM_DEG,5", "AXIAL_ROTATION_MINIMUM_DEG,6",
    "RANGE_OF_MOTION_MINIMUM_SHARE,.15", "HISTORY_DEGREES_OF_FREEDOM,20", "DRIFT_SIGNIFICANCE,.05"})
  void holdsTheNumbersOfTheEvidence(ThresholdKey key, double value) {
    assertThat(SHIPPED.value(key)).isEqualTo(value);
  }

  @Test
  void refusesAThresholdWithoutSource() {
    List<Threshold> thresholds = new ArrayList<>(SHIPPED.thresholds());
    Threshold orphan = withSource(thresholds.removeFirst(), "nobody-1900");
    thresholds.add(orphan);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue(SHIPPED.sources(), thresholds))
        .withMessageContaining("nobody-1900");
  }

  @Test
  void refusesASourceThatNothingRestsOn() {
    List<Source> sources = new ArrayList<>(SHIPPED.sources());
    sources.add(new Source("idle-2001", "Nobody. Nothing. 2001.", "doi:10.1/1", null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue(sources, SHIPPED.thresholds()))
        .withMessageContaining("idle-2001");
  }

  @Test
  void refusesARowThatIsMissingDoubledOrUnknown() {
    List<Threshold> fewer = new ArrayList<>(SHIPPED.thresholds());
    Threshold first = fewer.removeFirst();
    assertThatIllegalStateException()
        .isThrownBy(() -> catalogue(SHIPPED.sources(), fewer))
        .withMessageContaining(first.key());
    List<Threshold> doubled = new ArrayList<>(SHIPPED.thresholds());
    doubled.add(first);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue(SHIPPED.sources(), doubled))
        .withMessageContaining("twice");
    List<Threshold> unknown = new ArrayList<>(SHIPPED.thresholds());
    unknown.add(new Threshold("grip.watch", 1, "s", first.source(), "any", Threshold.Strength.WEAK, "none", null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalogue(SHIPPED.sources(), unknown))
        .withMessageContaining("grip.watch");
  }

  @Test
  void refusesIncompleteRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Source("own-x", "Own.", "own", null))
        .withMessageContaining("replaced_by");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Threshold("x", 1, " ", "y", "z", Threshold.Strength.WEAK, "n", null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Threshold("x", Double.NaN, "s", "y", "z", Threshold.Strength.WEAK, "n", null));
  }

  private static Evidence catalogue(List<Source> sources, List<Threshold> thresholds) {
    return new Evidence(sources, thresholds, SHIPPED.chartLimits());
  }

  private static Threshold withSource(Threshold t, String source) {
    return new Threshold(t.key(), t.value(), t.unit(), source, t.population(), t.strength(), t.note(), t.replacedBy());
  }

  private static String mainSourcesBesides(String name) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/flatback/form"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith(name))
          .map(EvidenceTest::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.flatback.web;

import io.flatback.form.evidence.ChartLimits;
import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.Source;
import io.flatback.form.evidence.Threshold;
import io.flatback.lift.Metric;
import io.flatback.report.MetricNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of evidence as the interface sends it: thresholds by what they are about, then the sources. */
record EvidenceJson(List<Subject> subjects, Chart charts, List<SourceJson> sources) {

  /**
   * @param key a metric, or {@code alarm} and {@code drift} for the rules themselves
   * @param title for people; null where the key is no metric
   */
  record Subject(String key, @Nullable String title, List<ThresholdJson> thresholds) {}

  /**
   * @param unit {@code 1} for a number without a dimension
   * @param source key of one of the sources
   */
  record ThresholdJson(
      String key,
      String kind,
      double value,
      String unit,
      String source,
      String population,
      String strength,
      String note,
      @Nullable String replacedBy) {}

  /**
   * @param watchRatioPerSet share of stable sets of twelve in which one chart exceeds its limit to watch
   * @param sets simulated for each limit
   */
  record Chart(String source, double watchRatioPerSet, double warnRatioPerSet, double autocorrelation, int sets) {}

  /** @param link for people to follow; null where there is none */
  record SourceJson(String key, String citation, @Nullable String link, @Nullable String replacedBy) {}

  static EvidenceJson of(Evidence evidence) {
    Map<String, List<ThresholdJson>> bySubject = new LinkedHashMap<>();
    for (Threshold threshold : evidence.thresholds()) {
      bySubject.computeIfAbsent(subject(threshold), key -> new ArrayList<>()).add(of(threshold));
    }
    List<Subject> subjects = new ArrayList<>();
    bySubject.forEach((key, thresholds) -> subjects.add(new Subject(key, title(key), List.copyOf(thresholds))));
    return new EvidenceJson(
        subjects, of(evidence.chartLimits()), evidence.sources().stream().map(EvidenceJson::of).toList());
  }

  private static String subject(Threshold threshold) {
    return threshold.key().substring(0, threshold.key().indexOf('.'));
  }

  private static @Nullable String title(String key) {
    Optional<Metric> metric = Stream.of(Metric.values()).filter(each -> each.key().equals(key)).findFirst();
    return metric.map(MetricNames::of).orElse(null);
  }

  private static ThresholdJson of(Threshold threshold) {
    return new ThresholdJson(
        threshold.key(), threshold.key().substring(threshold.key().indexOf('.') + 1), threshold.value(),
        threshold.unit(), threshold.source(), threshold.population(), threshold.strength().key(), threshold.note(),
        threshold.replacedBy());
  }

  private static Chart of(ChartLimits limits) {
    return new Chart(
        limits.source(), limits.watchRatioPerSet(), limits.warnRatioPerSet(), limits.autocorrelation(), limits.sets());
  }

  private static SourceJson of(Source source) {
    return new SourceJson(source.key(), source.citation(), source.link(), source.replacedBy());
  }
}

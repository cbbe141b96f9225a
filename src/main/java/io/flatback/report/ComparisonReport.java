package io.flatback.report;

import io.flatback.session.compare.ComparedRecord;
import io.flatback.session.compare.ComparedSet;
import io.flatback.session.compare.SetComparer;
import io.flatback.session.compare.SetComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sets of records against those of the first: each with the one of the same exercise, nearest in load and then in
 * number.
 *
 * @param without a sentence for each record that has no set to compare
 * @param version of the program
 */
public record ComparisonReport(List<SetComparison> comparisons, List<String> without, String version) {
  public ComparisonReport {
    comparisons = List.copyOf(comparisons);
    without = List.copyOf(without);
  }

  /** @param records the first is what the others are held against */
  public static ComparisonReport of(List<ComparedRecord> records, String version) {
    List<SetComparison> found = new ArrayList<>();
    List<ComparedSet> first = records.getFirst().sets();
    for (ComparedRecord later : records.subList(1, records.size())) {
      for (ComparedSet to : later.sets()) {
        nearest(first, to).ifPresent(from -> found.add(SetComparer.compare(from, to)));
      }
    }
    List<String> without =
        records.stream().filter(one -> one.sets().isEmpty()).map(ComparisonWords::without).toList();
    return new ComparisonReport(found, without, version);
  }

  private static Optional<ComparedSet> nearest(List<ComparedSet> sets, ComparedSet to) {
    return sets.stream()
        .min(
            Comparator.comparingInt((ComparedSet from) -> isOther(from, to) ? 1 : 0)
                .thenComparingDouble(from -> loadStep(from, to))
                .thenComparingInt(from -> Math.abs(from.set().index() - to.set().index())));
  }

  private static boolean isOther(ComparedSet from, ComparedSet to) {
    return !from.set().exercise().equals(to.set().exercise());
  }

  private static double loadStep(ComparedSet from, ComparedSet to) {
    Double one = from.set().loadKg();
    Double other = to.set().loadKg();
    return one == null || other == null ? Double.MAX_VALUE : Math.abs(one - other);
  }

  public String text() {
    return ComparisonText.of(this);
  }

  public String json() {
    return JsonReport.written(ComparisonJson.tree(this));
  }

  public String html() {
    return ComparisonHtml.of(this);
  }
}

package io.flatback.report;

import io.flatback.form.compare.Loads;
import io.flatback.session.WorkSet;
import io.flatback.session.compare.ComparedRecord;
import io.flatback.session.compare.ComparedSet;
import io.flatback.session.compare.SetComparer;
import io.flatback.session.compare.SetComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each set the same set last time: of the same exercise, at the same load where there is one, in the newest
 * session that has it, then nearest in load and in number.
 */
final class SinceLastTime {
  private SinceLastTime() {}

  /** @param earlier sessions of the same wearer, newest first */
  static List<SetComparison> of(ComparedRecord now, List<ComparedRecord> earlier) {
    List<SetComparison> found = new ArrayList<>();
    for (ComparedSet set : now.sets()) {
      earlier.stream()
          .flatMap(session -> session.sets().stream())
          .filter(before -> before.set().exercise().equals(set.set().exercise()))
          .min(nearestTo(set.set(), earlier))
          .ifPresent(before -> found.add(SetComparer.compare(before, set)));
    }
    return found;
  }

  private static Comparator<ComparedSet> nearestTo(WorkSet set, List<ComparedRecord> earlier) {
    List<String> newestFirst = earlier.stream().map(ComparedRecord::name).toList();
    return Comparator.comparing((ComparedSet one) -> Loads.of(one.set().loadKg(), set.loadKg()) != Loads.SAME)
        .thenComparing(one -> newestFirst.indexOf(one.record()))
        .thenComparing(one -> step(one.set().loadKg(), set.loadKg()))
        .thenComparing(one -> Math.abs(one.set().index() - set.index()));
  }

  private static double step(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null ? Double.MAX_VALUE : Math.abs(one - other);
  }
}

package io.flatback.evaluate;

import io.flatback.lift.Rep;
import io.flatback.lift.RepMetrics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Reps as a detector might find them: two seconds down and up about a bottom. */
final class FoundReps {
  private FoundReps() {}

  static List<Rep> at(double... bottomsSeconds) {
    return DoubleStream.of(bottomsSeconds).mapToObj(FoundReps::rep).toList();
  }

  static Rep rep(double bottomSeconds) {
    return rep(1, bottomSeconds, 0);
  }

  /** @param lateSeconds by which every moment but the bottom is late */
  static Rep rep(int index, double bottomSeconds, double lateSeconds) {
    return new Rep(
        index,
        nanos(bottomSeconds - 1 + lateSeconds),
        nanos(bottomSeconds),
        nanos(bottomSeconds + 0.1 + lateSeconds),
        nanos(bottomSeconds + 1 + lateSeconds),
        nanos(bottomSeconds + 1.1 + lateSeconds),
        nanos(bottomSeconds + 2.1 + lateSeconds),
        Set.of(),
        new RepMetrics(Map.of()));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}

package io.flatback.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link MotionSpeed} and holds it against a bare quaternion step of the same run. Exit code 1 where it is too slow. */
public final class SpeedReport {
  private record Row(String benchmark, String what, double mostSteps) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("filterUpdate", "filter update, bias estimation included", 5.0),
          new Row("publishedFilterUpdate", "VQF as published", Double.POSITIVE_INFINITY),
          new Row("pipeline", "decoded sample to rep events", 12.0),
          new Row("pipelineOfTwoSensors", "the same with two sensors, of either", 12.0));

  private static final double MOST_BYTES = 40.0;

  private SpeedReport() {}

  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder().include(MotionSpeed.class.getSimpleName()).addProfiler(GCProfiler.class).build())
            .run();
    Map<String, Double> nanos = new TreeMap<>();
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
      nanos.put(name, result.getPrimaryResult().getScore());
      result.getSecondaryResults().values().stream()
          .filter(r -> r.getLabel().contains("alloc.rate.norm"))
          .mapToDouble(Result::getScore)
          .forEach(value -> bytes.put(name, value));
    }
    System.exit(print(nanos, bytes) ? 0 : 1);
  }

  private static boolean print(Map<String, Double> nanos, Map<String, Double> bytes) {
    double step = nanos.get("quaternionStep");
    System.out.printf(Locale.ROOT, "%nbare quaternion step %.1f ns%n", step);
    boolean good = true;
    for (Row row : ROWS) {
      double ratio = nanos.get(row.benchmark()) / step;
      double allocated = bytes.getOrDefault(row.benchmark(), Double.NaN);
      boolean kept = ratio <= row.mostSteps() && allocated <= MOST_BYTES;
      good &= kept;
      System.out.printf(
          Locale.ROOT, "%-42s %7.1f ns  %5.2f steps (at most %s)  %5.1f bytes a sample  %s%n",
          row.what(), nanos.get(row.benchmark()), ratio,
          Double.isInfinite(row.mostSteps()) ? "any" : String.valueOf(row.mostSteps()), allocated,
          kept ? "kept" : "NOT KEPT");
    }
    return good;
  }
}

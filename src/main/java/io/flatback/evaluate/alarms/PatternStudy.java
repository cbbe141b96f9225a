package io.flatback.evaluate.alarms;

import io.flatback.evaluate.Bar;
import io.flatback.evaluate.InParallel;
import io.flatback.evaluate.Table;
import io.flatback.evaluate.alarms.PatternLifter.Course;
import io.flatback.form.summary.PatternFinding;
import io.flatback.form.summary.PatternFinding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which pattern is named in sessions of lifters whose pattern is known; the same seed says the same. */
final class PatternStudy {
  private static final int REPS = 8;
  private static final int[] SETS = {3, 5, 8};
  /** Of the population's: 12° seen by one sensor. */
  private static final double CHANGE_SIGMAS = 4;
  private static final double OFFSET_SIGMAS = .7;
  private static final double AUTOCORRELATION = .3;
  private static final double MOST_WRONG = .05;
  private static final double MOST_MISSED = .1;

  private PatternStudy() {}

  /** @param told how often each kind was named */
  record Line(String lifter, Course type, int sets, Map<Kind, Integer> told) {
    int of() {
      return told.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Kind kind) {
      return told.getOrDefault(kind, 0);
    }

    /** A change was named that is not there. */
    Share wrong() {
      return new Share(of() - count(type.kind()) - count(Kind.NOT_ENOUGH) - missed().hits(), of());
    }

    /** A change that is there was called none. */
    Share missed() {
      return new Share(type == Course.STABLE ? 0 : count(Kind.NO_CHANGE), of());
    }
  }

  /** @param sessions for each line */
  static List<Line> find(int sessions, long seed, Consumer<String> progress) throws IOException {
    progress.accept("patterns over sets");
    List<Callable<Line>> work = new ArrayList<>();
    SplittableRandom root = new SplittableRandom(seed);
    for (Lifters kind : Lifters.values()) {
      for (Course type : Course.values()) {
        for (int sets : SETS) {
          SplittableRandom random = root.split();
          work.add(() -> line(kind, type, sets, sessions, random));
        }
      }
    }
    return InParallel.run(work);
  }

  private enum Lifters {
    IN_TURN("light and heavy in turn", OFFSET_SIGMAS, 0, false),
    RISING("every set heavier", OFFSET_SIGMAS, 0, true),
    CORRELATED("in turn, correlation .3", OFFSET_SIGMAS, AUTOCORRELATION, false),
    RESTLESS("in turn, sets differ twice as much", 2 * OFFSET_SIGMAS, 0, false);

    private final String title;
    private final double offset;
    private final double autocorrelation;
    private final boolean rising;

    Lifters(String title, double offset, double autocorrelation, boolean rising) {
      this.title = title;
      this.offset = offset;
      this.autocorrelation = autocorrelation;
      this.rising = rising;
    }

    PatternLifter of(Course type) {
      return new PatternLifter(type, CHANGE_SIGMAS, offset, new RepNoise(autocorrelation), rising);
    }
  }

  private static Line line(
      Lifters lifters, Course type, int sets, int sessions, SplittableRandom random) {
    Map<Kind, Integer> told = new EnumMap<>(Kind.class);
    for (int i = 0; i < sessions; i++) {
      PatternFinding found = lifters.of(type).session(random, sets, REPS);
      told.merge(found.kind(), 1, Integer::sum);
    }
    return new Line(lifters.title, type, sets, told);
  }

  static List<Bar> bars(List<Line> lines) {
    return List.of(
        bar("a change of form named wrongly", MOST_WRONG, lines, Line::wrong),
        bar("a change of form called none", MOST_MISSED, lines, Line::missed));
  }

  private static Bar bar(String what, double most, List<Line> lines, Function<Line, Share> share) {
    Line worst = lines.stream().max(Comparator.comparingDouble(line -> share.apply(line).ratio())).orElseThrow();
    return Bar.of(
        what + ", worst of " + lines.size() + " kinds of session",
        "upper bound at most " + Math.round(100 * most) + " %",
        share.apply(worst).percentWithBound() + ", " + worst.lifter() + ", " + worst.type().title() + ", "
            + worst.sets() + " sets",
        share.apply(worst).isAtMost(most));
  }

  static Table table(List<Line> lines) {
    List<String> header = new ArrayList<>(List.of("lifter, true pattern", "sets"));
    Arrays.stream(Kind.values()).map(kind -> kind.key().replace('_', ' ')).forEach(header::add);
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> row = new ArrayList<>(List.of(line.lifter() + ": " + line.type().title(), "" + line.sets()));
      for (Kind kind : Kind.values()) {
        row.add(String.format(Locale.ROOT, "%.1f %%", 100.0 * line.count(kind) / line.of()));
      }
      rows.add(row);
    }
    return new Table(
        "Which pattern is named",
        lines.getFirst().of() + " sessions a line of sets of " + REPS + " reps, one sensor, no history; a change of "
            + Math.round(CHANGE_SIGMAS) + " sigma at its largest.",
        header, rows);
  }
}

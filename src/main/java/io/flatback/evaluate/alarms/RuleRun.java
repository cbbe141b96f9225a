package io.flatback.evaluate.alarms;

import io.flatback.evaluate.InParallel;
import io.flatback.evaluate.alarms.Lifter.Said;
import io.flatback.form.AthleteHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Many lifters, each in one set or one session, judged by the whole rule; the same seed says the same. */
record RuleRun(int lifters, long seed) {
  private static final int CHUNK = 500;

  /**
   * What was said in the first sets and over whole sessions.
   *
   * @param watch first sets in which anything was said
   * @param warn first sets with a warning
   * @param sessionWarn sessions with a warning in any set
   * @param watchRep median rep of the first word; 0 where there was none
   * @param warnRep median rep of the warning
   */
  record Outcome(Share watch, Share warn, Share sessionWarn, int watchRep, int warnRep) {}

  Outcome sets(Lifter lifter, Lifter.Drift drift) throws IOException {
    return sessions(lifter, drift, 1);
  }

  /** Every lifter with a history of their own, which is the same for all sets of the session. */
  Outcome sessions(Lifter lifter, Lifter.Drift drift, int sets) throws IOException {
    List<Callable<List<List<Said>>>> work = new ArrayList<>();
    SplittableRandom root = new SplittableRandom(seed);
    for (int from = 0; from < lifters; from += CHUNK) {
      int count = Math.min(CHUNK, lifters - from);
      SplittableRandom random = root.split();
      work.add(() -> chunk(lifter, drift, sets, count, random));
    }
    List<List<Said>> all = InParallel.run(work).stream().flatMap(List::stream).toList();
    return new Outcome(
        share(all, said -> said.getFirst().watchRep() > 0),
        share(all, said -> said.getFirst().warnRep() > 0),
        share(all, said -> said.stream().anyMatch(one -> one.warnRep() > 0)),
        median(all.stream().mapToInt(said -> said.getFirst().watchRep()).toArray()),
        median(all.stream().mapToInt(said -> said.getFirst().warnRep()).toArray()));
  }

  private static List<List<Said>> chunk(
      Lifter lifter, Lifter.Drift drift, int sets, int count, SplittableRandom random) {
    List<List<Said>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      AthleteHistory history = lifter.history(random);
      List<Said> session = new ArrayList<>();
      for (int set = 0; set < sets; set++) {
        session.add(lifter.lift(random, history, drift));
      }
      all.add(session);
    }
    return all;
  }

  private static Share share(List<List<Said>> all, Function<List<Said>, Boolean> is) {
    return new Share((int) all.stream().filter(is::apply).count(), all.size());
  }

  private static int median(int[] reps) {
    int[] spoken = Arrays.stream(reps).filter(rep -> rep > 0).sorted().toArray();
    return spoken.length == 0 ? 0 : spoken[spoken.length / 2];
  }
}

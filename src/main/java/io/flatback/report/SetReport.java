package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.form.summary.EarlierDays;
import io.flatback.form.summary.SetSummary;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One set, with what is said of it.
 *
 * @param set the facts
 * @param departures where it left its band, in order of the first rep
 * @param postureJudged there is a band for the posture metric of this mode, there are reps to hold against it,
 *     and the sensor followed the back
 * @param tempoJudged the same for the velocity loss of the pulls
 * @param summary one sentence
 * @param told what it came to, beside the sets before it
 */
public record SetReport(
    WorkSet set,
    List<RepLine> reps,
    List<Departure> departures,
    boolean postureJudged,
    boolean tempoJudged,
    String summary,
    SetSummary told) {
  /** The alarm rule asks for two in a row. */
  private static final int REPS_TO_JUDGE = 2;

  public SetReport {
    reps = List.copyOf(reps);
    departures = List.copyOf(departures);
  }

  /** Of each set of a session, in order. */
  static List<SetReport> allOf(SessionResult result, EarlierDays days) {
    Metric posture = Focus.posture(result.mode());
    boolean followsBack = result.mounting().followsBack();
    List<SetSummary> told = Summaries.of(result, days);
    List<SetReport> sets = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      sets.add(of(result.sets().get(i), posture, followsBack, told.get(i)));
    }
    return sets;
  }

  static SetReport of(WorkSet set, Metric posture, boolean followsBack, SetSummary told) {
    List<Departure> departures = followsBack ? new DepartureFinder(set).find() : List.of();
    boolean postureJudged = followsBack && isJudged(set, posture);
    boolean tempoJudged = followsBack && isJudged(set, Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    boolean judged = postureJudged || tempoJudged;
    List<RepLine> reps = set.reps().stream().map(rep -> line(rep, departures, judged)).toList();
    SetReport facts = new SetReport(set, reps, departures, postureJudged, tempoJudged, "", told);
    return new SetReport(
        set, reps, departures, postureJudged, tempoJudged, SetSentence.of(facts, followsBack), told);
  }

  /** There is a band, and at least two clean reps beyond those that it was made of. */
  private static boolean isJudged(WorkSet set, Metric metric) {
    long clean = set.reps().stream().filter(Rep::isClean).count();
    return DepartureFinder.band(set, metric)
        .map(band -> clean >= Uncertainty.referenceReps(band) + REPS_TO_JUDGE)
        .orElse(false);
  }

  private static RepLine line(Rep rep, List<Departure> departures, boolean judged) {
    return new RepLine(rep, judged && rep.isClean() ? DepartureFinder.stateOf(rep, departures) : RepState.UNSURE);
  }

  public int index() {
    return set.index();
  }

  public boolean isJudged() {
    return postureJudged || tempoJudged;
  }

  /** For times of the pull also the band of velocity loss, turned into seconds. */
  public Optional<NoiseBand> band(Metric metric) {
    Optional<NoiseBand> own = DepartureFinder.band(set, metric);
    return own.isEmpty() && metric == Metric.CONCENTRIC_DURATION_S ? Tempo.durationBand(set) : own;
  }

  /** First rep at which form left its band. */
  public OptionalInt firstOutside() {
    return departures.stream().mapToInt(Departure::firstRep).min();
  }

  public List<Rep> cleanReps() {
    return set.reps().stream().filter(Rep::isClean).toList();
  }

  /** What is said of a rep for this metric alone. */
  RepState stateIn(Metric metric, RepLine line) {
    if (line.state() == RepState.UNSURE) {
      return RepState.UNSURE;
    }
    return DepartureFinder.stateOf(
        line.rep(), departures.stream().filter(departure -> isAbout(departure, metric)).toList());
  }

  /** A time of the pull is judged by its velocity loss. */
  private static boolean isAbout(Departure departure, Metric metric) {
    return departure.metric() == metric
        || (metric == Metric.CONCENTRIC_DURATION_S
            && departure.metric() == Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
  }

  int count(RepState state) {
    return (int) reps.stream().filter(line -> line.state() == state).count();
  }
}

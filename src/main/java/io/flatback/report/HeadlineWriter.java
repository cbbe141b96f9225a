package io.flatback.report;

import io.flatback.form.Drift;
import io.flatback.form.Level;
import io.flatback.lift.Metric;
import io.flatback.session.SessionResult;
import io.flatback.session.SessionResult.SensorFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the one sentence. It names the first moment at which form left its band; what came before is said
 * to have held only where it was judged.
 */
final class HeadlineWriter {
  /** Below this rate reps are not counted (contracts, Recording CSV). */
  static final double COUNTING_MIN_RATE_HZ = 10;

  private final SessionResult result;
  private final List<SetReport> sets;
  private final List<Departure> departures;

  HeadlineWriter(SessionResult result, List<SetReport> sets) {
    this.result = result;
    this.sets = sets.stream().filter(set -> !set.reps().isEmpty()).toList();
    this.departures = sets.stream().flatMap(set -> set.departures().stream()).toList();
  }

  Headline write() {
    if (sets.isEmpty()) {
      return nothingCounted();
    }
    if (!result.mounting().followsBack()) {
      return new Headline(
          Headline.Tone.UNSURE,
          repsCounted() + "; the sensor did not follow your back, so form is not judged.",
          List.of("Next time strap it tight over the spine and stand still for 3 s before the first rep."));
    }
    return departures.isEmpty() ? held() : changed();
  }

  private Headline nothingCounted() {
    OptionalDouble slowest =
        result.recording().sensors().stream().mapToDouble(SensorFacts::rateHz).filter(Double::isFinite).min();
    if (slowest.isPresent() && slowest.getAsDouble() < COUNTING_MIN_RATE_HZ) {
      return new Headline(
          Headline.Tone.EMPTY,
          "No reps were counted: the sensor sent " + Figures.fixed(slowest.getAsDouble(), 1)
              + " readings a second, and counting needs at least "
              + Figures.fixed(COUNTING_MIN_RATE_HZ, 0) + ".",
          List.of("Set the sensor to 50 readings a second or more and record again."));
    }
    return new Headline(
        Headline.Tone.EMPTY,
        "No reps were found in " + Figures.fixed(result.recording().durationSeconds(), 1) + " s of recording.",
        List.of(whatToDoAboutNothing()));
  }

  private String whatToDoAboutNothing() {
    int rejected = result.sets().stream().mapToInt(set -> set.rejected().size()).sum();
    return rejected == 0
        ? "Check that the sensor was worn over the lower back while you pulled."
        : Figures.count(rejected, "movement was", "movements were")
            + " looked at and not counted; the reasons are below.";
  }

  private String repsCounted() {
    int reps = sets.stream().mapToInt(set -> set.reps().size()).sum();
    return Figures.count(reps, "rep was counted", "reps were counted");
  }

  private Headline held() {
    List<SetReport> judged = sets.stream().filter(SetReport::isJudged).toList();
    if (judged.isEmpty()) {
      return new Headline(
          Headline.Tone.UNSURE,
          repsCounted() + "; too few with a clean signal to say whether form changed.",
          List.of("A set of at least 5 clean reps can be compared with its own beginning."));
    }
    boolean posture = judged.stream().allMatch(SetReport::postureJudged);
    boolean tempo = judged.stream().allMatch(SetReport::tempoJudged);
    String subject = SetSentence.judgedPart(posture, tempo || !posture);
    return new Headline(Headline.Tone.HELD, subject + " held " + extent(judged) + ".", drifts(judged));
  }

  private String extent(List<SetReport> judged) {
    int clean = judged.stream().mapToInt(set -> set.count(RepState.HELD)).sum();
    int unsure = sets.stream().mapToInt(set -> set.count(RepState.UNSURE)).sum();
    String reps = unsure == 0
        ? "through all " + Figures.count(clean, "rep", "reps")
        : "through the " + Figures.count(clean, "rep", "reps") + " that could be judged; " + unsure + " could not be";
    if (sets.size() == 1) {
      return reps;
    }
    return unsure == 0 ? "through all " + sets.size() + " sets, " + clean + " reps" : reps;
  }

  private List<String> drifts(List<SetReport> judged) {
    List<String> sentences = new ArrayList<>();
    for (SetReport set : judged) {
      for (Drift drift : set.set().drift()) {
        if (drift.beyondNoise() && Focus.isCharted(drift.metric(), result.mode())) {
          sentences.add("No change reached a limit, but over set " + set.index() + " " + DriftSentence.of(drift) + ".");
        }
      }
    }
    return sentences.stream().limit(2).toList();
  }

  private Headline changed() {
    Departure first = departures.getFirst();
    List<String> more = new ArrayList<>();
    departures.stream()
        .filter(d -> d.metric() != first.metric() || (d.level() == Level.WARN && first.level() != Level.WARN))
        .max((a, b) -> a.level().compareTo(b.level()))
        .ifPresent(d -> more.add("Also " + where(d) + ", " + ChangeSentence.of(d) + "."));
    boolean warned = departures.stream().anyMatch(d -> d.level() == Level.WARN);
    String sentence = before(first) + where(first) + ", " + ChangeSentence.of(first) + ".";
    return new Headline(
        warned ? Headline.Tone.WARN : Headline.Tone.WATCH,
        Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1),
        more);
  }

  /** {@code Form held through set 2; } or nothing where that can't be said. */
  private String before(Departure first) {
    List<SetReport> earlier = sets.stream().filter(set -> set.index() < first.set()).toList();
    if (earlier.isEmpty()) {
      return first.firstRep() > 1 ? "Form held through rep " + (first.firstRep() - 1) + inSet(first) + "; " : "";
    }
    boolean posture = earlier.stream().allMatch(SetReport::postureJudged);
    boolean tempo = earlier.stream().allMatch(SetReport::tempoJudged);
    if (!posture && !tempo) {
      return "";
    }
    return SetSentence.judgedPart(posture, tempo) + " held through set " + earlier.getLast().index() + "; ";
  }

  private String inSet(Departure departure) {
    return sets.size() == 1 ? "" : " of set " + departure.set();
  }

  /** {@code from set 3, rep 4 on}. */
  private String where(Departure d) {
    String inSet = sets.size() == 1 ? "" : "set " + d.set() + ", ";
    if (d.firstRep() == d.lastRep()) {
      return "in " + inSet + "rep " + d.firstRep();
    }
    return d.toTheEnd()
        ? "from " + inSet + "rep " + d.firstRep() + " on"
        : "in " + inSet + "reps " + d.firstRep() + " to " + d.lastRep();
  }

}

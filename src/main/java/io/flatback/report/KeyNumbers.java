package io.flatback.report;

import io.flatback.form.NoiseBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.session.SessionResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The three numbers: reps, posture at the end of a set against its beginning, and time of the pull at the
 * end of a set against the fastest early rep. For the latter two the set in which most changed speaks; its
 * end are its last two clean reps, or the last one of a set of four.
 */
final class KeyNumbers {
  private static final int END_REPS = 2;

  private final SessionResult result;
  private final List<SetReport> sets;

  KeyNumbers(SessionResult result, List<SetReport> sets) {
    this.result = result;
    this.sets = sets;
  }

  List<KeyNumber> all() {
    return List.of(reps(), posture(), tempo());
  }

  private KeyNumber reps() {
    int reps = sets.stream().mapToInt(set -> set.reps().size()).sum();
    int rejected = sets.stream().mapToInt(set -> set.set().rejected().size()).sum();
    long worked = sets.stream().filter(set -> !set.reps().isEmpty()).count();
    String turnedDown =
        rejected == 0
            ? "nothing turned down"
            : Figures.count(rejected, "movement", "movements") + " not counted, reasons below";
    return new KeyNumber(
        worked == 0 ? "Reps" : "Reps in " + Figures.count((int) worked, "set", "sets"),
        Integer.toString(reps), null, turnedDown);
  }

  private KeyNumber posture() {
    Metric metric = Focus.posture(result.mode());
    String label = MetricView.of(metric).name();
    Optional<EndChange> found = largest(metric);
    if (found.isEmpty()) {
      return new KeyNumber(label, null, null, whyNone());
    }
    EndChange end = found.get();
    MetricView view = MetricView.of(metric);
    return new KeyNumber(
        label, view.roundedChange(end.change), view.roundedPlusMinus(end.plusMinus), end.note("your first reps"));
  }

  private KeyNumber tempo() {
    String label = "Time of an ascent";
    Optional<EndChange> found = largest(Metric.VELOCITY_LOSS_BY_DURATION_RATIO);
    if (found.isEmpty()) {
      return new KeyNumber(label, null, null, whyNone());
    }
    EndChange end = found.get();
    double longer = Tempo.longer(end.change);
    return new KeyNumber(
        label,
        Figures.signed(longer * 100, 0) + " %",
        Tempo.percentPlusMinus(Tempo.longerPlusMinus(end.change, end.plusMinus)),
        end.note("your fastest early rep"));
  }

  private String whyNone() {
    if (sets.stream().allMatch(set -> set.reps().isEmpty())) {
      return "no reps were counted";
    }
    return result.mounting().followsBack()
        ? "needs a set of at least 4 clean reps with a known noise"
        : "the sensor did not follow your back";
  }

  private Optional<EndChange> largest(Metric metric) {
    if (!result.mounting().followsBack()) {
      return Optional.empty();
    }
    return sets.stream()
        .flatMap(set -> endChange(set, metric).stream())
        .max(Comparator.comparingDouble(end -> Math.abs(end.change)));
  }

  private static Optional<EndChange> endChange(SetReport set, Metric metric) {
    List<Rep> clean = set.cleanReps();
    Optional<NoiseBand> band = set.band(metric);
    int atEnd = band.map(b -> Math.min(END_REPS, clean.size() - Uncertainty.referenceReps(b))).orElse(0);
    if (atEnd < 1 || band.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble mean = mean(clean.subList(clean.size() - atEnd, clean.size()), metric);
    if (mean.isEmpty()) {
      return Optional.empty();
    }
    double reference = metric == Metric.VELOCITY_LOSS_BY_DURATION_RATIO ? 0 : band.get().reference();
    double change = mean.getAsDouble() - reference;
    boolean alarmed = set.departures().stream().anyMatch(departure -> departure.metric() == metric);
    return Optional.of(
        new EndChange(set.index(), atEnd, change, Uncertainty.ofChange(band.get(), atEnd), alarmed));
  }

  static OptionalDouble mean(List<Rep> reps, Metric metric) {
    return reps.stream().flatMapToDouble(rep -> rep.metrics().get(metric).stream()).average();
  }

  private record EndChange(int set, int reps, double change, double plusMinus, boolean alarmed) {
    String note(String reference) {
      String end = reps == 1 ? "last rep" : "last " + reps + " reps";
      return "set " + set + ", " + end + " against " + reference + verdict();
    }

    private String verdict() {
      if (Math.abs(change) <= plusMinus) {
        return "; inside what chance explains";
      }
      return alarmed ? "" : "; more than chance explains, not enough for a watch";
    }
  }
}

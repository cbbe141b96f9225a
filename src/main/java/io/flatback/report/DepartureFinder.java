package io.flatback.report;

import io.flatback.form.Level;
import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.form.summary.LeftBand;
import io.flatback.lift.Metric;
import io.flatback.lift.Rep;
import io.flatback.lift.RepWords;
import io.flatback.session.WorkSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds where a set left its band: from the reps that decided a warning to the whole run around them. Of
 * what began with the same rep, the louder comes first, and posture before tempo.
 */
final class DepartureFinder {
  private static final Comparator<Departure> IN_ORDER =
      Comparator.comparingInt(Departure::firstRep)
          .thenComparing(Departure::level, Comparator.reverseOrder())
          .thenComparing(departure -> departure.metric() == Metric.VELOCITY_LOSS_BY_DURATION_RATIO)
          .thenComparing(Departure::metric);

  private final WorkSet set;
  private final List<Rep> judged;

  DepartureFinder(WorkSet set) {
    this.set = set;
    this.judged = set.reps().stream().filter(Rep::isClean).toList();
  }

  List<Departure> find() {
    List<Departure> found = new ArrayList<>();
    for (Warning warning : set.warnings()) {
      boolean known = found.stream().anyMatch(d -> d.metric() == warning.metric() && d.covers(warning.rep()));
      if (!known) {
        around(warning).ifPresent(found::add);
      }
    }
    found.sort(IN_ORDER);
    return found;
  }

  private Optional<Departure> around(Warning warning) {
    int at = positionOf(warning.rep());
    if (at < 0) {
      return Optional.empty();
    }
    int first = at;
    while (first > 0 && isOutside(judged.get(first - 1), warning)) {
      first--;
    }
    int last = at;
    while (last + 1 < judged.size() && isOutside(judged.get(last + 1), warning)) {
      last++;
    }
    return Optional.of(departure(first, last, warning));
  }

  private Departure departure(int first, int last, Warning warning) {
    List<Rep> run = judged.subList(first, last + 1);
    int from = run.getFirst().index();
    int to = run.getLast().index();
    double mean =
        run.stream()
            .map(Rep::metrics)
            .flatMapToDouble(m -> m.get(warning.metric()).stream())
            .average()
            .orElse(warning.value());
    OptionalDouble plusMinus =
        band(set, warning.metric())
            .map(band -> OptionalDouble.of(Uncertainty.ofChange(band, run.size())))
            .orElse(OptionalDouble.empty());
    Warning loudest = loudest(warning.metric(), from, to).orElse(warning);
    boolean toTheEnd = last == judged.size() - 1;
    return new Departure(
        set.index(), RepWords.of(set.exercise(), set.exerciseGuessed()), from, to, toTheEnd,
        warning.metric(), loudest.level(), run.size(),
        mean - warning.baseline(), plusMinus, loudest);
  }

  private Optional<Warning> loudest(Metric metric, int from, int to) {
    return set.warnings().stream()
        .filter(w -> w.metric() == metric && w.rep() >= from && w.rep() <= to)
        .max(Comparator.comparing(Warning::level).thenComparing(Warning::rep, Comparator.reverseOrder()));
  }

  private boolean isOutside(Rep rep, Warning warning) {
    return LeftBand.isOutside(rep, warning, band(set, warning.metric()));
  }

  private int positionOf(int repIndex) {
    for (int i = 0; i < judged.size(); i++) {
      if (judged.get(i).index() == repIndex) {
        return i;
      }
    }
    return -1;
  }

  static Optional<NoiseBand> band(WorkSet set, Metric metric) {
    return set.bands().stream().filter(band -> band.metric() == metric).findFirst();
  }

  static RepState stateOf(Rep rep, List<Departure> departures) {
    RepState state = RepState.HELD;
    for (Departure departure : departures) {
      if (departure.covers(rep.index())) {
        boolean warns = departure.level() == Level.WARN && isWarnedBy(rep, departure.decisive());
        state = warns ? RepState.WARN : max(state, RepState.WATCH);
      }
    }
    return state;
  }

  private static boolean isWarnedBy(Rep rep, Warning warning) {
    OptionalDouble value = rep.metrics().get(warning.metric());
    return rep.index() == warning.rep() || (value.isPresent() && LeftBand.reaches(value.getAsDouble(), warning));
  }

  private static RepState max(RepState one, RepState other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

package io.flatback.form.summary;

import io.flatback.form.NoiseBand;
import io.flatback.form.Warning;
import io.flatback.lift.Rep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Where a set left its band: from the rep that decided a warning back through the unbroken run that led to it. */
public final class LeftBand {
  private LeftBand() {}

  static OptionalInt first(SetFacts set) {
    List<Rep> clean = set.clean();
    return set.warnings().stream().flatMapToInt(warning -> start(set, clean, warning).stream()).min();
  }

  private static OptionalInt start(SetFacts set, List<Rep> clean, Warning warning) {
    int at = position(clean, warning.rep());
    if (at < 0) {
      return OptionalInt.empty();
    }
    while (at > 0 && isOutside(clean.get(at - 1), warning, set.band(warning.metric()))) {
      at--;
    }
    return OptionalInt.of(clean.get(at).index());
  }

  private static int position(List<Rep> reps, int index) {
    for (int i = 0; i < reps.size(); i++) {
      if (reps.get(i).index() == index) {
        return i;
      }
    }
    return -1;
  }

  /** On the warning's side of the band; without a band, as far off as the warning's limit asks. */
  public static boolean isOutside(Rep rep, Warning warning, Optional<NoiseBand> band) {
    OptionalDouble value = rep.metrics().get(warning.metric());
    if (value.isEmpty()) {
      return false;
    }
    boolean upwards = warning.change() >= 0;
    return band
        .map(known -> upwards ? value.getAsDouble() > known.high() : value.getAsDouble() < known.low())
        .orElseGet(() -> reaches(value.getAsDouble(), warning));
  }

  /** The value is at least as far off the baseline as the warning's limit asks, to the same side. */
  public static boolean reaches(double value, Warning warning) {
    double change = value - warning.baseline();
    return Math.signum(change) == Math.signum(warning.change()) && Math.abs(change) >= Math.abs(warning.limit());
  }
}

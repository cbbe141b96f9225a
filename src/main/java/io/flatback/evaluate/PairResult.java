package io.flatback.evaluate;

import io.flatback.form.compare.Shift;
import io.flatback.session.compare.SetComparison;
import java.util.Locale;
import java.util.Optional;

/**
 * How a pair of sets came out.
 *
 * @param wornWell both, as the truth has it
 * @param comparison empty where one of the records has no set
 */
record PairResult(String who, boolean wornWell, Optional<SetComparison> comparison) {

  /** Of the range of inclination; empty where no number was given. */
  Optional<Shift> shift() {
    return comparison.flatMap(
        found ->
            switch (found) {
              case SetComparison.Compared compared -> Optional.of(compared.inclination().range());
              case SetComparison.NotCompared ignored -> Optional.empty();
            });
  }

  /** Larger, and beyond its uncertainty, where both were worn well; no number where one was not. */
  boolean isRight() {
    return wornWell
        ? shift().map(shift -> shift.change() > 0 && shift.isBeyondNoise()).orElse(false)
        : shift().isEmpty();
  }

  String found() {
    return shift()
        .map(shift -> String.format(Locale.ROOT, "%+.1f° ± %.1f°", shift.change(), shift.plusMinus()))
        .orElse("not compared");
  }
}

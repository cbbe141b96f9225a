package io.flatback.form.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One number that decides something.
 *
 * @param unit never empty; {@code 1} for a number without a dimension
 * @param source key of the {@link Source}
 * @param population in whom it was found
 * @param note what it means and what it does not
 * @param replacedBy what would replace it; null where nothing better is expected
 */
public record Threshold(
    String key,
    double value,
    String unit,
    String source,
    String population,
    Strength strength,
    String note,
    @Nullable String replacedBy) {

  /** How much can be built on it. */
  public enum Strength {
    STRONG,
    MODERATE,
    WEAK;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Threshold {
    if (key.isBlank() || unit.isBlank() || source.isBlank() || population.isBlank() || note.isBlank()) {
      throw new IllegalArgumentException(
          "threshold '" + key + "': key, unit, source, population and note must all be given");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("threshold '" + key + "' is " + value + ": expected a finite number");
    }
  }
}

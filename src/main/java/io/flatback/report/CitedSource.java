package io.flatback.report;

import io.flatback.form.evidence.Evidence;
import io.flatback.form.evidence.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a number rests on, for people.
 *
 * @param citation the full reference; for a number of our own, how it was come by
 * @param link for people to follow; null where there is none
 * @param replacedBy what would replace a number of our own; null for a published one
 */
public record CitedSource(String key, String citation, @Nullable String link, @Nullable String replacedBy) {
  /** A key that the catalogue does not know is passed on as it is: an old session may name a retired one. */
  static CitedSource of(String key) {
    return find(key)
        .map(found -> new CitedSource(key, found.citation(), found.link(), found.replacedBy()))
        .orElseGet(() -> new CitedSource(key, "not in this version's catalogue", null, null));
  }

  private static Optional<Source> find(String key) {
    return Evidence.CATALOGUE.sources().stream().filter(source -> source.key().equals(key)).findFirst();
  }
}

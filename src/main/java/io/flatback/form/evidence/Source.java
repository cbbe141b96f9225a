package io.flatback.form.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Where a number comes from.
 *
 * @param key short name, as in warnings and reports
 * @param citation the full reference, or what was done when the number is our own
 * @param identifier DOI or similar; {@code own} for a number of our own
 * @param replacedBy what would replace a number of our own; null for a published one
 */
public record Source(String key, String citation, String identifier, @Nullable String replacedBy) {
  private static final String OWN = "own";
  private static final String DOI = "doi:";

  public Source {
    if (key.isBlank() || citation.isBlank() || identifier.isBlank()) {
      throw new IllegalArgumentException("source '" + key + "': key, citation and identifier must all be given");
    }
    if (isOwn(identifier) && (replacedBy == null || replacedBy.isBlank())) {
      throw new IllegalArgumentException("source '" + key + "' is our own: replaced_by must say what would replace it");
    }
  }

  public boolean isOwn() {
    return isOwn(identifier);
  }

  /** For people to follow; null where there is none. */
  public @Nullable String link() {
    if (identifier.startsWith(DOI)) {
      return "https://doi.org/" + identifier.substring(DOI.length());
    }
    return identifier.startsWith("https://") ? identifier : null;
  }

  private static boolean isOwn(String identifier) {
    return identifier.equals(OWN);
  }
}

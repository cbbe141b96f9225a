package io.flatback.form;

/**
 * How large a change of one metric must be to matter, in the metric's unit.
 *
 * @param watch from here on it may be watched
 * @param warn from here on it may be warned of, where it is the primary metric
 */
public record ChangeSizes(double watch, double warn) {
  public ChangeSizes {
    if (!(watch > 0 && warn >= watch) || Double.isInfinite(warn)) {
      throw new IllegalArgumentException(
          "watch from " + watch + " and warn from " + warn + ": a watch comes first, or at the same change");
    }
  }

  ChangeSizes within(ChangeBounds bounds, String what) {
    if (watch < bounds.least() || warn > bounds.most()) {
      throw new IllegalArgumentException(
          what + " may be watched from " + bounds.least() + " and warned of up to " + bounds.most() + ", found "
              + watch + " and " + warn + ": a smaller change can't be told from chance");
    }
    return this;
  }
}

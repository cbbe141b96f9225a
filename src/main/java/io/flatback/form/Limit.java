package io.flatback.form;

/**
 * The change from which a level speaks, and what that rests on.
 *
 * @param source key in the catalogue of evidence
 */
record Limit(double change, String source) {

  Limit orLarger(Limit other) {
    return other.change > change ? other : this;
  }
}

/**
 * What a set came to, told between sets. In: the facts of a set and of those before it on the same day. Out: one
 * immutable {@link io.flatback.form.summary.SetSummary}: slow-down, drift, where form left its band, the set before,
 * the pattern over the sets, one suggestion. Start with {@code SetSummary}, then {@code PatternFinder}.
 */
@NullMarked
package io.flatback.form.summary;

import org.jspecify.annotations.NullMarked;

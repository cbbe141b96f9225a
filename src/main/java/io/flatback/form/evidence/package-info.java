/**
 * What the numbers rest on. In: the catalogue among the resources. Out: thresholds by key, each with its
 * source, its population and its strength. Read {@code docs/decisions} for how they are used.
 */
@NullMarked
package io.flatback.form.evidence;

import org.jspecify.annotations.NullMarked;
